import { type ConfusionCounts, checkAligned } from '../../decision/confusion.ts';
import { countGroups, type GroupCounts, type SensitiveRows } from '../../decision/group-counts.ts';
import { sumOfCounts } from '../groups/group-pairs.ts';

/** The challenger's counts of one group, apart for the rows that the champion predicts positive and negative. */
export interface ChampionSplit {
  readonly positive: ConfusionCounts;
  readonly negative: ConfusionCounts;
}

/** By group of one sensitive column. */
export type ChampionSplits = ReadonlyMap<string, ChampionSplit>;

/** Rows that have the same label and both predictions, as each model counts one of them. */
export interface PairedAtom {
  readonly challenger: ConfusionCounts;
  readonly champion: ConfusionCounts;
  readonly n: number;
}

export function challengerOf({ positive, negative }: ChampionSplit): ConfusionCounts {
  return sumOfCounts([positive, negative]);
}

export function championOf({ positive, negative }: ChampionSplit): ConfusionCounts {
  return {
    tp: positive.tp + positive.fn,
    fp: positive.fp + positive.tn,
    fn: negative.tp + negative.fn,
    tn: negative.fp + negative.tn,
  };
}

export function sumOfSplits(splits: readonly ChampionSplit[]): ChampionSplit {
  return {
    positive: sumOfCounts(splits.map(({ positive }) => positive)),
    negative: sumOfCounts(splits.map(({ negative }) => negative)),
  };
}

const NONE: ConfusionCounts = { tp: 0, fp: 0, fn: 0, tn: 0 };
const POSITIVE: readonly (keyof ConfusionCounts)[] = ['tp', 'fn'];

/** The eight kinds of rows: label, challenger's and champion's prediction. */
export function atomsOf(split: ChampionSplit): readonly PairedAtom[] {
  return (['positive', 'negative'] as const).flatMap((predicted) =>
    (['tp', 'fp', 'fn', 'tn'] as const).map((outcome): PairedAtom => {
      const isPositive = POSITIVE.includes(outcome);
      const old = predicted === 'positive' ? (isPositive ? 'tp' : 'fp') : isPositive ? 'fn' : 'tn';
      return {
        challenger: { ...NONE, [outcome]: 1 },
        champion: { ...NONE, [old]: 1 },
        n: split[predicted][outcome],
      };
    }),
  );
}

/**
 * Counts both models by sensitive column and group, for `FairnessInput.champion`.
 *
 * @throws ActionError `bug` when arrays are not aligned.
 */
export function countChampion(rows: SensitiveRows, champion: readonly boolean[]): ReadonlyMap<string, ChampionSplits> {
  checkAligned(rows.labels.length, champion.length, 'predictions of the champion');
  const where = (predicted: boolean): ReadonlyMap<string, GroupCounts> => {
    const isKept = (_: unknown, row: number): boolean => champion[row] === predicted;
    return countGroups({
      ...rows,
      labels: rows.labels.filter(isKept),
      predicted: rows.predicted.filter(isKept),
      sensitive: new Map([...rows.sensitive].map(([column, values]) => [column, values.filter(isKept)])),
    });
  };
  const [positive, negative] = [where(true), where(false)];
  return new Map(
    [...rows.sensitive.keys()].map((column) => {
      const own: GroupCounts = positive.get(column) ?? new Map();
      const other: GroupCounts = negative.get(column) ?? new Map();
      const names = [...new Set([...own.keys(), ...other.keys()])].sort();
      return [
        column,
        new Map(names.map((name) => [name, { positive: own.get(name) ?? NONE, negative: other.get(name) ?? NONE }])),
      ];
    }),
  );
}
