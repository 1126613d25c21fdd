/**
 * Lets other tools read what we write, and reads what they write: model_signing, gto and age, on fresh random inputs, and the
 * published vectors. Usage: npm run interop:registry [-- --seed N]
 *
 * Every comparison is made twice: as it is, and with every case made wrong. It fails on a difference, and where a wrong case
 * goes unseen. A tool that cannot be had here is told and counted, and is no failure.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, outcomeOf, type Tool } from './comparison.ts';
import { outcomeTable } from './outcome-table.ts';
import { tools } from './tools.ts';

async function compareAll(found: readonly Tool[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const tool of found) {
    if ('missing' in tool) continue;
    for (const comparison of tool.comparisons)
      outcomes.push(await outcomeOf(`${tool.name} ${tool.version}`, comparison));
  }
  return outcomes;
}

const { values } = parseArgs({ options: { seed: { type: 'string' } } });
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0) {
  throw new Error(`--seed must be a whole number from 0, got "${values.seed}".`);
}
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-interop-'));
try {
  const found = await tools(folder, seed);
  const outcomes = await compareAll(found);
  const missing = found.flatMap((tool) => ('missing' in tool ? [tool] : []));
  const faults = outcomes.flatMap(({ tool, comparison, faults: own }) =>
    own.map((fault) => `${tool}: ${comparison}: ${fault}`),
  );
  console.log(`\nseed ${seed}\n\n${outcomeTable(outcomes)}\n`);
  for (const { name, missing: why } of missing) console.log(`NOT RUN: ${name}: ${why}`);
  for (const fault of faults) console.log(`FAILED: ${fault}; --seed ${seed} repeats it`);
  const cases = outcomes.reduce((sum, outcome) => sum + outcome.cases, 0);
  console.log(
    `${outcomes.length} comparisons of ${cases} cases, each case made wrong once; ${faults.length} faults; ` +
      `${missing.length} of ${found.length} tools could not be had`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
