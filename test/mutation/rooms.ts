import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');

/** A part of the sources that is measured by itself, with the tests that answer for it. */
export interface Room {
  readonly name: string;
  /** Folder of the sources, without the folders in it that are rooms themselves. */
  readonly sources: string;
  /** Folders and files of tests, from `test/unit`. */
  readonly tests: readonly string[];
  /** Words of the names of tests that are too slow to run for every change; they are left out. */
  readonly without?: readonly string[];
  /** Why a score under 90 % is what it is. */
  readonly note?: string;
}

/** Rooms without a result, and why. */
export const NOT_MEASURED: Readonly<Record<string, string>> = {
  special:
    'many of its changes leave the search for a root without an end, and each of those lasts as long as the clock allows',
  'gates-performance':
    'its tests draw rows again for most metrics, so each change takes seconds; its folders are rooms of their own',
  'gates-performance-binary':
    'tests of its directions and methods were added after it was measured: 89 % then, with 60 changes unnoticed',
  'gates-fairness-rows': 'its tests draw rows again for most measures, so each change takes seconds',
};

/** Tests of the fairness gate that draw hundreds of samples, or draw rows again for several measures. */
const SLOW_FAIRNESS: Readonly<Record<string, readonly string[]>> = {
  'fairness-attacks.test.ts': ['rankings in which a group', 'errors of a few rows'],
  'fairness-champion.test.ts': ['covers the truth in at least'],
  'fairness-required.test.ts': ['agree with the schema of decisions'],
  'fairness-rows.test.ts': ['the places of a ranking'],
  'fairness-sampling.test.ts': ['fail groups that are equal in at most'],
  'fairness-suppression.test.ts': ['never stands alone'],
};

/** Laws of drift that draw for every example. */
const DRAWN_OFTEN = ['equal data has not drifted', 'names and order of categories'];

/** The rooms in the order of the page. A test that is not named here does not count, however much it covers. */
export const ROOMS: readonly Room[] = [
  { ...stats('special', ['special', 'normal.test.ts']), without: ['more terms than the fraction may take'] },
  stats('proportions', ['proportions', 'proportions.test.ts']),
  stats('multiplicity', ['multiplicity', 'multiple-comparisons.test.ts']),
  stats('means', ['means']),
  {
    ...stats('ranks', ['ranks', 'auc.test.ts', 'resampling/of-weights.test.ts']),
    without: ['with as many as'],
  },
  stats('contingency', ['contingency']),
  stats('classification', ['classification', 'resampling/of-weights.test.ts']),
  stats('regression', ['regression', 'resampling/of-weights.test.ts']),
  stats('ranking', ['ranking']),
  stats('groups', ['groups']),
  stats('binning', ['binning']),
  {
    ...stats('drift', ['drift']),
    without: ['are exceeded by a fresh pair as often as said', 'agree with redrawn counts'],
  },
  stats('profile', ['profile']),
  stats('random', ['random']),
  { ...stats('resampling', ['resampling']), without: ['of a skewed mean is near'] },
  { ...stats('estimation', ['estimation']), without: ['is true where scores are far off'] },
  {
    ...stats('sequential', ['sequential']),
    without: [
      'rarely alarms',
      'is silent without drift for two months',
      'holds the proportion at all of a hundred looks',
      'runs on average at least as long',
      'sees a shift of',
      'sees a late change sooner',
    ],
  },
  { ...stats('domain-classifier', ['domain-classifier']), without: ['cannot tell sides of one population apart'] },
  stats(
    'common',
    [
      ...['measured.test.ts', 'descending-order.test.ts', 'metric-directions.test.ts'],
      ...['argument-checks.test.ts', 'weighted-mean.test.ts'],
    ],
    '',
  ),
  gates('decision', ['assemble-decision', 'decision/', 'group-counts']),
  gates('data', ['data']),
  gates('performance', ['performance', 'performance-tasks/', 'degenerate-rule']),
  {
    ...gatePart('performance', 'slices', ['performance-slices', 'performance-tasks/withheld-slices']),
    without: ['rows are drawn again', 'cannot be worked out from the rest'],
  },
  gatePart('performance', 'estimate', ['performance-estimate/']),
  gatePart('performance', 'exam', ['performance-exam/']),
  gatePart('performance', 'ranking', ['performance-ranking/']),
  gatePart('performance', 'regression', ['performance-regression/']),
  gatePart('performance', 'multiclass', ['performance-multiclass/']),
  gatePart('performance', 'binary', ['performance-binary/']),
  fairness('', ['fairness.', 'fairness-decision', 'fairness-report', 'fairness-selection']),
  fairness('champion', ['fairness-champion', 'fairness-increases']),
  {
    ...gatePart('fairness', 'groups', ['fairness-attacks', 'fairness-columns', 'fairness-groups']),
    without: ['rankings in which a group', 'errors of a few rows'],
  },
  {
    ...gatePart('fairness', 'strata', ['fairness-attacks', 'fairness-extras', 'fairness-strata']),
    without: ['rankings in which a group', 'errors of a few rows'],
  },
  fairness('pairs', [
    'fairness.',
    'fairness-measures',
    'fairness-pair',
    'fairness-parity',
    'fairness-required',
    'fairness-selection',
  ]),
  fairness('rows', ['fairness-rows', 'fairness-sampling']),
  fairness('withheld', ['fairness-attacks', 'fairness-suppression', 'fairness-tables', 'fairness-withheld']),
  { ...gates('drift', ['drift/evaluate-drift', 'drift/drift-']), without: ['equal data has not drifted'] },
  {
    ...gatePart('drift', 'effects', ['drift/bin-null', 'drift/effects-']),
    without: ['is that of all tables', 'bring chance below the limit', 'a column of rare categories'],
  },
  { ...gatePart('drift', 'verdicts', ['drift/']), without: DRAWN_OFTEN },
  gatePart('drift', 'evidently', ['drift/evidently']),
];

function stats(name: string, tests: readonly string[], folder = `/${name}`): Room {
  return { name, sources: `packages/stats/src${folder}`, tests: tests.map((path) => `test/unit/stats/${path}`) };
}

/** The tests of the gates whose path begins so; simulations take too long to run for every change. */
function gates(name: string, beginnings: readonly string[]): Room {
  const folder = 'test/unit/gates';
  const tests = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !path.includes('simulation'))
    .filter((path) => beginnings.some((beginning) => path.startsWith(beginning)))
    .map((path) => `${folder}/${path}`);
  return { name: `gates-${name}`, sources: `packages/gates/src/${name}`, tests };
}

/** A folder within the sources of a gate. */
function gatePart(gate: string, folder: string, tests: readonly string[]): Room {
  const room = gates(gate, tests);
  return { ...room, name: `${room.name}-${folder}`, sources: `${room.sources}/${folder}` };
}

/** A folder of the fairness gate, or the files beside its folders. */
function fairness(folder: string, tests: readonly string[]): Room {
  const room = folder === '' ? gates('fairness', tests) : gatePart('fairness', folder, tests);
  return { ...room, without: room.tests.flatMap((path) => SLOW_FAIRNESS[basename(path)] ?? []) };
}

/** Paths of a room's sources from the root, sorted; those of a room within it are not among them. Indexes only export. */
export function sourcesOf({ sources }: Room): readonly string[] {
  const inner = ROOMS.map((room) => `${room.sources}/`).filter(
    (folder) => folder.startsWith(`${sources}/`) && folder !== `${sources}/`,
  );
  return readdirSync(join(root, sources), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'index.ts')
    .map((path) => `${sources}/${path}`)
    .filter((path) => !inner.some((folder) => path.startsWith(folder)))
    .toSorted();
}

/** Paths of a room's test files from the root, sorted. */
export function testsOf({ tests }: Room): readonly string[] {
  const files = tests.flatMap((path) =>
    path.endsWith('.ts') ? [path] : readdirSync(join(root, path)).map((name) => `${path}/${name}`),
  );
  return files.filter((path) => path.endsWith('.test.ts')).toSorted();
}
