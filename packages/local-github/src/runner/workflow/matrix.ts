import { evaluate, type Scope } from '../expressions/expression.ts';
import { entry, type Template } from '../expressions/template.ts';
import { workflowFault } from '../expressions/workflow-fault.ts';

export type Combination = Readonly<Record<string, unknown>>;

export interface Strategy {
  readonly failFast: boolean;
  readonly maxParallel: number;
  /** One empty combination when the job has no matrix. */
  readonly combinations: readonly Combination[];
  /** False when the job has no `matrix:`, so that its name gets no suffix. */
  readonly hasMatrix: boolean;
}

const MAX_COMBINATIONS = 256;

/** `strategy:` of a job, expressions evaluated, `include` and `exclude` applied in GitHub's order. */
export function readStrategy(template: Template | null, scope: Scope): Strategy {
  const line = template?.line ?? 1;
  const value = template === null ? {} : evaluate(template, scope);
  if (!isRecord(value)) throw matrixFault(scope, line, value);
  const matrix = value['matrix'];
  const combinations =
    matrix === undefined
      ? [{}]
      : expandMatrix(matrix, () => matrixFault(scope, entry(template, 'matrix')?.line ?? line, matrix));
  if (combinations.length === 0) {
    throw workflowFault(`${scope.file}:${entry(template, 'matrix')?.line ?? line}`, {
      found: 'a matrix without any combination',
      allowed: 'GitHub fails a job whose matrix is empty',
      remedy: 'give the job an "if" that skips it then',
    });
  }
  if (combinations.length > MAX_COMBINATIONS) {
    throw workflowFault(`${scope.file}:${line}`, {
      found: `${combinations.length} matrix jobs`,
      allowed: `GitHub runs at most ${MAX_COMBINATIONS}`,
      remedy: 'make the matrix smaller',
    });
  }
  const maxParallel = value['max-parallel'];
  return {
    failFast: value['fail-fast'] !== false,
    maxParallel: typeof maxParallel === 'number' && maxParallel > 0 ? maxParallel : combinations.length,
    combinations,
    hasMatrix: matrix !== undefined,
  };
}

/** Every combination of a matrix value. `fault` makes the error for a value of another shape. */
export function expandMatrix(matrix: unknown, fault: () => Error): readonly Combination[] {
  if (!isRecord(matrix)) throw fault();
  const include = filterList(matrix['include'], fault);
  const exclude = filterList(matrix['exclude'], fault);
  const vectors = Object.entries(matrix).filter(([key]) => key !== 'include' && key !== 'exclude');
  let base: Record<string, unknown>[] = vectors.length === 0 ? [] : [{}];
  for (const [key, values] of vectors) {
    if (!Array.isArray(values)) throw fault();
    base = base.flatMap((combination) => values.map((value: unknown) => ({ ...combination, [key]: value })));
  }
  base = base.filter((combination) => !exclude.some((filter) => matches(combination, filter)));
  const originals = base.map((combination) => ({ ...combination }));
  const extra: Record<string, unknown>[] = [];
  for (const addition of include) {
    const fits = base.filter((_combination, index) => agrees(originals[index] ?? {}, addition));
    for (const combination of fits) Object.assign(combination, addition);
    if (fits.length === 0) extra.push({ ...addition });
  }
  return [...base, ...extra];
}

/** Keys that both have are equal; keys that only the addition has do not matter. */
function agrees(original: Combination, addition: Combination): boolean {
  return Object.entries(addition).every(([key, value]) => !Object.hasOwn(original, key) || same(original[key], value));
}

function matches(combination: Combination, filter: Combination): boolean {
  return Object.entries(filter).every(([key, value]) => same(combination[key], value));
}

function same(left: unknown, right: unknown): boolean {
  if (isRecord(left) && isRecord(right)) return matches(left, right);
  return JSON.stringify(left) === JSON.stringify(right);
}

function filterList(value: unknown, fault: () => Error): readonly Combination[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw fault();
  return value.map((item: unknown) => {
    if (!isRecord(item)) throw fault();
    return item;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function matrixFault(scope: Scope, line: number, value: unknown): Error {
  return workflowFault(`${scope.file}:${line}`, {
    found: `strategy ${JSON.stringify(value)}`,
    allowed: 'a matrix maps names to lists; include and exclude are lists of mappings',
    remedy: 'correct the matrix',
  });
}

/** Suffix of a job's name: ` (ubuntu, 24)`. Nested values are named by their leaves. */
export function matrixSuffix(combination: Combination): string {
  const leaves = Object.values(combination).flatMap(leafTexts);
  return leaves.length === 0 ? '' : ` (${leaves.join(', ')})`;
}

function leafTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(leafTexts);
  if (isRecord(value)) return Object.values(value).flatMap(leafTexts);
  return value === null || value === undefined ? [] : [String(value)];
}
