import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fairnessKind } from '../../../../packages/cli/src/gate/kinds/fairness.ts';
import { adultTable, whiteOrOther } from './adult-table.ts';
import { csvOf, decisionOf, folderWith, gate, judgeHere } from './gatehouse-gate.ts';

/** Smoothed differential fairness of the Adult test set over race, sex and country, as AIF360 publishes it. */
const PUBLISHED = 1.53679014653623;
const FIVE_RACES = 2.063813731996515;

const LOOK = ['--data', 'adult.csv', '--prediction', 'income'];
const GROUPS = ['race', 'sex', 'country'].flatMap((column) => ['--sensitive', column]);

function smoothedEdf({ measures }: { readonly measures: Readonly<Record<string, unknown>> }): number | null {
  const aggregates = measures['aggregates'] as Readonly<Record<string, { readonly value: number | null }>>;
  return aggregates['smoothed-edf']?.value ?? null;
}

describe('the published differential fairness of Adult', () => {
  it('is what gatehouse gate fairness says of race, sex and country', async () => {
    const folder = folderWith({ 'adult.csv': adultTable(whiteOrOther) });

    const ended = await gate(folder, ['fairness', ...LOOK, ...GROUPS, '--json']);

    expect(ended.code).toBe(2);
    expect(smoothedEdf(decisionOf(ended))).toBeCloseTo(PUBLISHED, 11);
  });

  it('is what it says of five races, where groups of three rows may be shown', async () => {
    const folder = folderWith({ 'adult.csv': adultTable((race) => race) });

    const decision = await judgeHere(fairnessKind, folder, [...LOOK, ...GROUPS, '--suppress-below', '1']);

    expect(smoothedEdf(decision)).toBeCloseTo(FIVE_RACES, 11);
  });

  it.each([
    [
      'one group that is never selected',
      (csv: string) => csv.replaceAll('White,Male,United-States,1', 'White,Male,United-States,0'),
    ],
    ['a column less', (csv: string) => csv.replaceAll(/,(?:United-States|other),/g, ',US,')],
  ])('is not what it says with %s', async (_, change) => {
    const folder = folderWith({ 'adult.csv': change(adultTable(whiteOrOther)) });

    const decision = await judgeHere(fairnessKind, folder, [...LOOK, ...GROUPS]);

    expect(Math.abs((smoothedEdf(decision) ?? PUBLISHED) - PUBLISHED)).toBeGreaterThan(1e-5);
  });

  const file = resolve(import.meta.dirname, '../../../../../shared/data/adult/adult.test');
  if (!existsSync(file)) console.warn(`Not tried: the Adult file of UCI is not at ${file}; its counts are.`);
  it.skipIf(!existsSync(file))(
    `is what it says of the file of UCI, where ../shared/data/adult is beside the checkout`,
    async () => {
      const rows = readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.split(', '))
        .filter((cells) => cells.length === 15)
        .map((cells) => {
          const [race = '', sex = '', country = '', income = ''] = [8, 9, 13, 14].map((at) => cells[at]);
          return [
            [whiteOrOther(race), sex, country === 'United-States' ? country : 'other', income === '>50K.' ? '1' : '0'],
            1,
          ] as const;
        });

      const folder = folderWith({ 'adult.csv': csvOf(['race', 'sex', 'country', 'income'], rows) });
      const decision = await judgeHere(fairnessKind, folder, [...LOOK, ...GROUPS]);

      expect(decision.inputs[0]?.rows).toBe(16_281);
      expect(smoothedEdf(decision)).toBeCloseTo(PUBLISHED, 11);
    },
  );
});
