/** What the gates do when the data engine is not there, or is another one. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addonPins, addonTool } from '@gatehouse/tables';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectNothingPublished, expectRed } from './support/red-check.ts';
import { enrolledScene, FAIR_TRAINING, jobConclusion, logOf, type Pull, type Scene } from './support/scene.ts';

const WORKSPACE = resolve(import.meta.dirname, '..', '..');
const { name, version, arch } = addonTool();
const { shared, platform } = addonPins();

/** Where no registry answers: what the tool cache lacks cannot be downloaded. */
const withoutRegistry = (workflow: string): string =>
  workflow.replaceAll(/( {10})(evaluation-artifact-digest: .*)\n/g, '$1$2\n$1engine-mirror: http://127.0.0.1:9\n');

let engine = '';
let scene: Scene;

beforeAll(async () => {
  engine = mkdtempSync(join(tmpdir(), 'gatehouse-engine-'));
  const others = ['authorise', 'publish', 'deploy', 'signal', 'sweep'];
  scene = await enrolledScene({
    files: {
      '.github/workflows/decide-model.yml': withoutRegistry,
      ...Object.fromEntries(others.map((workflow) => [`.github/workflows/${workflow}.yml`, null])),
    },
    tools: { [`${name}/${version}/${arch}`]: engine },
  });
});

afterAll(async () => {
  await scene?.close();
  rmSync(engine, { recursive: true, force: true });
});

async function pullWithEngine(change: string): Promise<Pull> {
  const pull = await scene.openPull({ files: { 'train.mjs': `${FAIR_TRAINING}// ${change}\n` } });
  await scene.idle();
  return pull;
}

/** The addon of this checkout as a cache would hold it, with one byte of its library changed by `flip`. */
function fill(flip: number): void {
  for (const { name: pack } of [...shared, platform]) {
    const folder = join(engine, 'node_modules', pack);
    mkdirSync(folder, { recursive: true });
    cpSync(join(WORKSPACE, 'node_modules', pack), folder, { recursive: true });
  }
  const file = join(engine, 'node_modules', platform.name, 'duckdb.node');
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ flip;
  writeFileSync(file, bytes);
}

async function expectNoGate(pull: Pull, message: RegExp): Promise<void> {
  const run = scene.decideRun(pull);

  expect(jobConclusion(run, 'evaluate')).toBe('success');
  expect(logOf(run, 'gates').match(message)).toHaveLength(2);
  expect(scene.history(pull).map(({ kind }) => kind)).toEqual(['refused']);
  await expectRed(scene, pull, 'decision-missing');
}

it('is not found: both gates say how it is provided, and the check is red', async () => {
  const pull = await pullWithEngine('no engine');

  await expectNoGate(
    pull,
    /^##\[error\]\[engine-unavailable\] http:\/\/127\.0\.0\.1:9\/.*: no answer.*Name a mirror/gm,
  );
});

it('has another byte: neither gate loads it, and the check is red', async () => {
  fill(1);
  const pull = await pullWithEngine('a changed engine');

  await expectNoGate(
    pull,
    /^##\[error\]\[engine-untrusted\] .*duckdb\.node: SHA-256 [0-9a-f]{64}\. .*Remove that copy/gm,
  );
});

it('is the pinned one: the same change passes every gate', async () => {
  fill(0);
  const pull = await pullWithEngine('the engine');
  const decisions = scene.decisions(pull);

  expect(Object.values(decisions).map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
  await expectNothingPublished(scene);
});
