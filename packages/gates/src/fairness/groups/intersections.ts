import type { ConfusionCounts } from '../../decision/confusion.ts';
import { countGroups, type GroupCounts, MISSING_GROUP, type SensitiveRows } from '../../decision/group-counts.ts';
import { combinedLabel } from './combined-label.ts';
import type { SensitiveColumn } from './compared-column.ts';

/** Counts of the groups that two sensitive columns form together; only those that have rows. */
export interface IntersectionCounts {
  readonly columns: readonly [string, string];
  readonly cells: readonly { readonly groups: readonly [string, string]; readonly counts: ConfusionCounts }[];
}

/** Confusion counts of every two sensitive columns together, for `FairnessInput.intersections`. */
export function countIntersections(rows: SensitiveRows): readonly IntersectionCounts[] {
  const columns = [...rows.sensitive];
  return columns.flatMap(([first, values], index) =>
    columns.slice(index + 1).map(([second, others]): IntersectionCounts => {
      const pairs = new Map<string, readonly [string, string]>();
      const keys = values.map((value, row) => {
        const groups = [value ?? MISSING_GROUP, others[row] ?? MISSING_GROUP] as const;
        const key = JSON.stringify(groups);
        pairs.set(key, groups);
        return key;
      });
      const { labels, predicted } = rows;
      const counted = countGroups({ labels, predicted, sensitive: new Map([['both', keys]]) }).get('both') ?? new Map();
      const cells = [...counted].flatMap(([key, counts]) => {
        const groups = pairs.get(key);
        return groups === undefined ? [] : [{ groups, counts }];
      });
      return { columns: [first, second], cells };
    }),
  );
}

/** The groups of two columns together as a column of its own, and the combinations that no row has. */
export interface IntersectedColumn extends SensitiveColumn {
  readonly counted: IntersectionCounts;
  readonly empty: readonly string[];
}

// With more cells a table is no longer read, and what may be printed of it takes long to find.
export const MOST_CELLS = 400;

/** Intersections of the columns; those with more than 400 groups are left out. */
export function intersectColumns(
  counted: readonly IntersectionCounts[],
  columns: readonly SensitiveColumn[],
): readonly IntersectedColumn[] {
  const groupsOf = (name: string): GroupCounts | undefined => columns.find((column) => column.name === name)?.groups;
  return counted.flatMap((counts) => {
    const [one, two] = counts.columns;
    const [first, second] = [groupsOf(one), groupsOf(two)];
    if (first === undefined || second === undefined || counts.cells.length > MOST_CELLS) return [];
    const groups = new Map(counts.cells.map((cell) => [intersectionLabel(counts.columns, cell.groups), cell.counts]));
    const empty = [...first.keys()]
      .flatMap((a) => [...second.keys()].map((b) => intersectionLabel(counts.columns, [a, b])))
      .filter((label) => !groups.has(label));
    return [{ name: `${one} × ${two}`, groups, label: (group: string) => group, counted: counts, empty }];
  });
}

/** How a group of two columns is called: `race=a, sex=b`. */
export function intersectionLabel(columns: readonly [string, string], groups: readonly [string, string]): string {
  return combinedLabel(columns, groups);
}
