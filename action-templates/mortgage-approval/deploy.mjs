// Deployment command: copies the verified model to the folder that the service reads, after it answered one request.
import { cpSync, renameSync, rmSync } from 'node:fs';
import { loadModel, predict } from './lib/model.mjs';

/** An application with unremarkable values; a sound model scores it without complaint. */
const SMOKE_TEST = {
  pirat: '0.33',
  hirat: '0.26',
  lvrat: '0.78',
  chist: '1',
  mhist: '2',
  phist: 'no',
  unemp: '3.2',
  selfemp: 'no',
  insurance: 'no',
  condomin: 'no',
  hschool: 'yes',
};

function setting(name) {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set.`);
  return value;
}

const target = setting('GATEHOUSE_TARGET');
const incoming = `${target}.incoming`;
rmSync(incoming, { recursive: true, force: true });
cpSync(setting('GATEHOUSE_MODEL_DIR'), incoming, { recursive: true });
const { prediction, score } = predict(loadModel(incoming), SMOKE_TEST);
if (!(score > 0 && score < 1)) throw new Error(`The smoke test got the score ${score}, expected one between 0 and 1.`);
rmSync(target, { recursive: true, force: true });
renameSync(incoming, target);
console.log(`deployed to ${target}; smoke test: deny ${prediction}, score ${score.toFixed(4)}`);
