import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { csvOf } from './gatehouse-gate.ts';

interface Count {
  readonly race: string;
  readonly sex: string;
  readonly country: string;
  readonly n: number;
  readonly selected: number;
}

const COUNTS: readonly Count[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../fixtures/adult-counts/counts.json'), 'utf8'),
).groups;

/** A table with as many rows of race, sex, country and income as the Adult test set has. */
export function adultTable(raceOf: (race: string) => string): string {
  const rows = COUNTS.flatMap(({ race, sex, country, n, selected }) => {
    const groups = [raceOf(race), sex, country];
    return [[[...groups, '1'], selected] as const, [[...groups, '0'], n - selected] as const];
  });
  return csvOf(['race', 'sex', 'country', 'income'], rows);
}

/** The two races that the published number is of. */
export function whiteOrOther(race: string): string {
  return race === 'White' ? race : 'other';
}
