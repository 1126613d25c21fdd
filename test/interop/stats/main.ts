/**
 * Compares our measures with those of scikit-learn, scipy, statsmodels, fairlearn, AIF360, evidently and NannyML on fresh
 * random inputs. Usage: npm run interop:stats [-- --seed N] [-- --perturb KIND:MEASURE]
 *
 * `--perturb` moves one expected value by a thousand tolerances, to see the command fail. Without PyPI it says SKIPPED and
 * ends with 0; the stored values in test/fixtures/oracles are compared by the unit tests all the same.
 */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Agreement, compareAll, type Kind, type OracleCase, perturbed } from './compare.ts';
import { must, pythonEnvironment } from './environment.ts';
import { oracleFile } from './inputs.ts';
import { CLASSIFICATION } from './measures/classification.ts';
import { DRIFT } from './measures/drift.ts';
import { ESTIMATION } from './measures/estimation.ts';
import { GROUPS } from './measures/groups.ts';
import { PROPORTIONS } from './measures/proportions.ts';
import { REGRESSION } from './measures/regression.ts';
import { SPECIAL } from './measures/special.ts';
import { agreementTable, differenceTable } from './report.ts';
import { checkDifferences } from './traps.ts';

const KINDS: Readonly<Record<string, Kind>> = {
  ...SPECIAL,
  ...PROPORTIONS,
  ...CLASSIFICATION,
  ...REGRESSION,
  ...DRIFT,
  ...GROUPS,
  ...ESTIMATION,
};

/** Measures whose comparison stays green although one of their values is wrong. */
function blindMeasures(cases: readonly OracleCase[], agreements: readonly Agreement[]): readonly string[] {
  return agreements.flatMap(({ measure, library, tolerance }) => {
    const [kind = '', name = ''] = measure.split(': ');
    const own = cases.filter((one) => one.kind === kind && one.library === library);
    const moved = perturbed(own, { kind, name, library }, (value) => shifted(value, tolerance.limit));
    const again = compareAll(moved, KINDS).find((one) => one.measure === measure && one.library === library);
    return again === undefined || again.agrees ? [`${measure} (${library})`] : [];
  });
}

/** A value that is wrong by ten tolerances or more. */
function shifted(value: number, limit: number): number {
  return value + 10 * limit * Math.max(1, Math.abs(value));
}

async function compare(python: string, seed: number, target: string | undefined): Promise<boolean> {
  const script = join(import.meta.dirname, 'python', 'generate.py');
  const { versions, cases: all } = oracleFile.parse(JSON.parse(await must(python, ['-B', script, String(seed)])));
  console.log(
    `seed ${seed}; ${Object.entries(versions)
      .map((pair) => pair.join(' '))
      .join(', ')}`,
  );
  const differences = checkDifferences(all.filter(({ kind }) => kind === 'trap'));
  const measured = all.filter(({ kind }) => kind !== 'trap');
  const [kind = '', name = ''] = target?.split(':') ?? [];
  const library = measured.find((one) => one.kind === kind && name in one.expected)?.library;
  if (target !== undefined && library === undefined) throw new Error(`No measure "${target}" is compared.`);
  const cases =
    library === undefined ? measured : perturbed(measured, { kind, name, library }, (value) => shifted(value, 1e-3));
  const agreements = compareAll(cases, KINDS);
  console.log(`\n${agreementTable(agreements)}\n\n${differenceTable(differences)}\n`);
  const blind = target === undefined ? blindMeasures(cases, agreements) : [];
  const wrong = agreements.filter(({ agrees }) => !agrees).map(({ measure }) => measure);
  const changed = differences.filter(({ isAsKnown }) => !isAsKnown).map((difference) => difference.name);
  console.log(
    `${agreements.length} measures in ${cases.length} cases, ${wrong.length} off; ` +
      `${differences.length} known differences, ${changed.length} not as known; ` +
      `${target === undefined ? `every measure made wrong once, ${blind.length} not seen` : `${target} made wrong`}`,
  );
  for (const fault of [...wrong, ...changed, ...blind]) console.log(`FAILED: ${fault}; --seed ${seed} repeats it`);
  return wrong.length + changed.length + blind.length === 0;
}

const { values } = parseArgs({ options: { seed: { type: 'string' }, perturb: { type: 'string' } } });
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0) {
  throw new Error(`--seed must be a whole number from 0, got "${values.seed}".`);
}
const environment = await pythonEnvironment();
if ('skipped' in environment) {
  console.log(`SKIPPED: no PyPI (${environment.skipped}). Nothing was compared.`);
} else {
  process.exitCode = (await compare(environment.python, seed, values.perturb)) ? 0 : 1;
}
