import { type CrossCell, crossTables, evaluateFairness } from '@gatehouse/gates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig } from './fixture-inputs.ts';

const K = 10;
const SEX = ['f', 'm'];
const RACE = ['a', 'b', 'c'];
const DEPT = ['x', 'y'];

/** Rows of every combination; a reader knows none of them but what the decision prints. */
const cells = fc
  .array(fc.oneof(fc.constant(0), fc.nat({ max: 12 }), fc.nat({ max: 60 })), { minLength: 12, maxLength: 12 })
  .map((counts): readonly CrossCell[] =>
    SEX.flatMap((sex, i) =>
      RACE.flatMap((race, j) =>
        DEPT.map((dept, k) => {
          const n = counts[(i * RACE.length + j) * DEPT.length + k] ?? 0;
          const tp = Math.floor(n / 3);
          return { groups: [sex, race], strata: [dept], counts: { tp, fp: n - 2 * tp, fn: tp, tn: 0 } };
        }),
      ),
    ).filter(({ counts: { tp, fp, fn } }) => tp + fp + fn > 0),
  );

function measuresOf(of: readonly CrossCell[]) {
  const decision = evaluateFairness({
    config: fairnessConfig(
      { 'selection-rate-difference': { limit: 0.1 } },
      { sensitive: ['sex', 'race'], 'suppress-below': K },
    ),
    context: CONTEXT,
    ...crossTables({ sensitive: ['sex', 'race'], control: ['dept'], cells: of }),
  });
  return JSON.parse(JSON.stringify(decision.measures));
}

/** Something that the decision may print a count of: which rows it counts, and the count if it is printed. */
interface Fact {
  readonly name: string;
  readonly counts: (cell: CrossCell) => boolean;
  readonly printed: unknown;
}

function factsOf(measures: ReturnType<typeof measuresOf>): readonly Fact[] {
  const intersections = measures.intersections?.['sex × race']?.groups ?? {};
  const columns = { sex: SEX, race: RACE };
  const at = { sex: 0, race: 1 };
  const facts = (['sex', 'race'] as const).flatMap((column) =>
    columns[column].flatMap((group): readonly Fact[] => {
      const own = (cell: CrossCell): boolean => cell.groups[at[column]] === group;
      const label = `${column}=${group}`;
      return [
        { name: label, counts: own, printed: measures.groups[label]?.n },
        ...DEPT.map((dept) => ({
          name: `${label} in ${dept}`,
          counts: (cell: CrossCell) => own(cell) && cell.strata[0] === dept,
          printed: measures.controlled?.[column]?.strata?.[`dept=${dept}`]?.groups?.[label]?.n,
        })),
      ];
    }),
  );
  const both = SEX.flatMap((sex) =>
    RACE.map((race) => ({
      name: `sex=${sex}, race=${race}`,
      counts: (cell: CrossCell) => cell.groups[0] === sex && cell.groups[1] === race,
      printed: intersections[`sex=${sex}, race=${race}`]?.n,
    })),
  );
  const strata = DEPT.map((dept) => ({
    name: dept,
    counts: (cell: CrossCell) => cell.strata[0] === dept,
    printed: measures.controlled?.['sex']?.strata?.[`dept=${dept}`]?.n,
  }));
  return [...facts, ...both, ...strata];
}

function rowsOf({ counts }: CrossCell): number {
  return counts.tp + counts.fp + counts.fn + counts.tn;
}

/** True when the target is a combination of the equations: Gaussian elimination, written apart from the one that hides. */
function isDetermined(equations: readonly (readonly number[])[], target: readonly number[]): boolean {
  const basis: number[][] = [];
  const reduce = (row: readonly number[]): number[] => {
    const left = [...row];
    for (const unit of basis) {
      const pivot = unit.findIndex((value) => Math.abs(value) > 1e-9);
      const factor = (left[pivot] ?? 0) / (unit[pivot] ?? 1);
      for (const [index, value] of unit.entries()) left[index] = (left[index] ?? 0) - factor * value;
    }
    return left;
  };
  for (const equation of equations) {
    const left = reduce(equation);
    if (left.some((value) => Math.abs(value) > 1e-9)) basis.push(left);
  }
  return reduce(target).every((value) => Math.abs(value) < 1e-9);
}

describe('what the decision prints', () => {
  it('fixes no count of fewer rows than may be shown, by any sum or difference over groups, pairs and strata', () => {
    fc.assert(
      fc.property(cells, (of) => {
        fc.pre(of.length > 0);
        const facts = factsOf(measuresOf(of));
        const vector = ({ counts }: Fact): number[] => of.map((cell) => (counts(cell) ? 1 : 0));
        const printed = facts.filter((fact) => typeof fact.printed === 'number');
        for (const fact of printed) {
          expect(fact.printed, fact.name).toBe(of.filter(fact.counts).reduce((sum, cell) => sum + rowsOf(cell), 0));
        }
        const equations = [of.map(() => 1), ...printed.map(vector)];
        for (const fact of facts) {
          const n = of.filter(fact.counts).reduce((sum, cell) => sum + rowsOf(cell), 0);
          if (n === 0 || n >= K) continue;
          expect(isDetermined(equations, vector(fact)), fact.name).toBe(false);
        }
        for (const [at, cell] of of.entries()) {
          if (rowsOf(cell) >= K) continue;
          const alone = of.map((_, index) => (index === at ? 1 : 0));
          expect(isDetermined(equations, alone), JSON.stringify(cell)).toBe(false);
        }
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });
});
