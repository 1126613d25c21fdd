/**
 * The simulations of the statistical rules in full size: how often each rule errs or succeeds on made data, beside what is
 * claimed of it and the counts that chance allows. The seed is fixed, so the counts are the same on every machine, and
 * docs/simulations.md must say them. Usage: node test/bench/simulations.ts [--write] [seed]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DRIFT } from '../simulation/rules/drift.ts';
import { FAIRNESS } from '../simulation/rules/fairness.ts';
import { INTERVALS } from '../simulation/rules/intervals.ts';
import { MONITORS } from '../simulation/rules/monitors.ts';
import { PERFORMANCE } from '../simulation/rules/performance.ts';
import { type Outcome, SEED, type Simulation, simulate } from '../simulation/simulation.ts';
import { percent, simulationPage } from '../simulation/simulation-page.ts';
import { announce, type Row } from './row.ts';

const PAGE = join(resolve(import.meta.dirname, '..', '..'), 'docs', 'simulations.md');

/** By what they are about, in the order of the page. */
export const SECTIONS: Readonly<Record<string, readonly Simulation[]>> = {
  Intervals: INTERVALS,
  Performance: PERFORMANCE,
  Fairness: FAIRNESS,
  'Drift and data': DRIFT,
  Monitors: MONITORS,
};

function simulateAll(seed: number): ReadonlyMap<string, readonly Outcome[]> {
  const sections = Object.entries(SECTIONS);
  return new Map(
    sections.map(([name, simulations]) => {
      announce(`simulates ${simulations.length} claims: ${name}, seed ${seed}`);
      return [name, simulations.map((simulation) => simulate(simulation, 'bench', seed))];
    }),
  );
}

/** Every simulation as a row, and whether docs/simulations.md says what came out. */
export function simulationRows(seed = SEED): readonly Row[] {
  const outcomes = simulateAll(seed);
  const isCurrent = readFileSync(PAGE, 'utf8') === simulationPage(outcomes, SEED);
  const page: Row = {
    what: 'docs/simulations.md',
    measured: isCurrent ? 'says the same' : 'differs: node test/bench/simulations.ts --write',
    budget: 'the figures above',
    verdict: isCurrent || seed !== SEED ? 'ok' : 'over',
  };
  return [...[...outcomes.values()].flat().map(toRow), page];
}

function toRow({ name, claim, runs, count, allowed, isKept }: Outcome): Row {
  return {
    what: name,
    measured: `${percent(count / runs)} (${count} of ${runs})`,
    budget: `${claim.source}: ${allowed.join(' to ')} of ${runs}`,
    verdict: isKept ? 'ok' : 'over',
  };
}

if (import.meta.main) {
  const [first, second] = process.argv.slice(2);
  if (first === '--write') {
    writeFileSync(PAGE, simulationPage(simulateAll(Number(second ?? SEED)), Number(second ?? SEED)));
  } else {
    const rows = simulationRows(Number(first ?? SEED));
    console.table(rows);
    process.exitCode = rows.every(({ verdict }) => verdict === 'ok') ? 0 : 1;
  }
}
