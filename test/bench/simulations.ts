/**
 * The simulations of the statistical rules in full size: how often each rule errs or succeeds on made data, beside what is
 * claimed of it and the counts that chance allows. Usage: node test/bench/simulations.ts [seed]
 */
import { DRIFT } from '../simulation/rules/drift.ts';
import { FAIRNESS } from '../simulation/rules/fairness.ts';
import { INTERVALS } from '../simulation/rules/intervals.ts';
import { MONITORS } from '../simulation/rules/monitors.ts';
import { PERFORMANCE } from '../simulation/rules/performance.ts';
import { type Claim, type Outcome, SEED, simulate } from '../simulation/simulation.ts';
import { announce, type Row } from './row.ts';

/** Every simulation as a row; the seed is fixed, so a verdict is the same on every machine. */
export function simulationRows(seed = SEED): readonly Row[] {
  const all = [...INTERVALS, ...PERFORMANCE, ...FAIRNESS, ...DRIFT, ...MONITORS];
  announce(`simulates ${all.length} rules, seed ${seed}`);
  return all.map((simulation) => toRow(simulate(simulation, 'bench', seed)));
}

function toRow({ name, claim, runs, count, allowed, isKept }: Outcome): Row {
  return {
    what: name,
    measured: `${percent(count / runs)} (${count} of ${runs})`,
    budget: `${claimed(claim)}; ${allowed.join(' to ')} of ${runs}`,
    verdict: isKept ? 'ok' : 'over',
  };
}

function claimed({ atLeast, atMost }: Claim): string {
  if (atMost === 1) return `at least ${percent(atLeast)}`;
  return atLeast === 0 ? `at most ${percent(atMost)}` : `${percent(atLeast)} to ${percent(atMost)}`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}

if (import.meta.main) {
  const [seed] = process.argv.slice(2);
  const rows = simulationRows(seed === undefined ? SEED : Number(seed));
  console.table(rows);
  process.exitCode = rows.every(({ verdict }) => verdict === 'ok') ? 0 : 1;
}
