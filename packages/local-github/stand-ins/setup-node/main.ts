import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addPath, info, input, refuseInput, runStandIn, setOutput, variable } from '../step.ts';

await runStandIn(async () => {
  for (const name of ['registry-url', 'cache']) refuseInput(name, ['']);
  const wanted = wantedVersion();
  if (!satisfies(wanted)) {
    throw new Error(`Unable to find Node version '${wanted}': the local runner has ${process.version} only.`);
  }
  const folder = join(variable('RUNNER_TOOL_CACHE'), 'node', process.version.slice(1), 'bin');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node'))) symlinkSync(process.execPath, join(folder, 'node'));
  addPath(folder);
  setOutput('node-version', process.version);
  setOutput('cache-hit', 'false');
  info(`node: ${process.version}`);
});

function wantedVersion(): string {
  const version = input('node-version');
  const file = input('node-version-file');
  if (version !== '' || file === '') return version;
  const path = resolve(variable('GITHUB_WORKSPACE'), file);
  if (!existsSync(path)) throw new Error(`The specified node version file at: ${path} does not exist`);
  const text = readFileSync(path, 'utf8').trim();
  if (!text.startsWith('{')) return text;
  return /"node"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? '';
}

/** `24`, `24.x`, `v24.1`, `>=24`, `^24.1.0`, `lts/*` and the like, compared field by field. */
function satisfies(wanted: string): boolean {
  if (wanted === '' || /^(?:lts\/(?:\*|krypton)|current|latest|node|\*)$/i.test(wanted)) return true;
  const match = /^(>=|\^|~|v|=)?\s*v?(\d+)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?$/i.exec(wanted);
  if (match === null) return false;
  const [, operator = '', ...fields] = match;
  const actual = process.version.slice(1).split('.').map(Number);
  const asked = fields.map((field) => (field === undefined || /[x*]/i.test(field) ? null : Number(field)));
  if (operator === '>=' || operator === '^' || operator === '~') {
    const fixed = operator === '>=' ? 0 : operator === '^' ? 1 : 2;
    if (asked.slice(0, fixed).some((field, index) => field !== null && field !== actual[index])) return false;
    return (
      compare(
        actual,
        asked.map((field) => field ?? 0),
      ) >= 0
    );
  }
  return asked.every((field, index) => field === null || field === actual[index]);
}

function compare(left: readonly number[], right: readonly number[]): number {
  const difference = left.map((value, index) => value - (right[index] ?? 0)).find((value) => value !== 0);
  return difference ?? 0;
}
