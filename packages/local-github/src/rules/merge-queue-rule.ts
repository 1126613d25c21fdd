export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** Parameters of the ruleset rule `merge_queue`. */
export interface MergeQueueRule {
  /** Checks that have not reported after this time count as failed. */
  readonly timeoutMinutes: number;
  /** `ALLGREEN`: every entry's own group must pass. `HEADGREEN`: only the last of those that are merged together. */
  readonly grouping: 'ALLGREEN' | 'HEADGREEN';
  readonly maxToBuild: number;
  readonly maxToMerge: number;
  readonly minToMerge: number;
  readonly minWaitMinutes: number;
  readonly method: MergeMethod;
}

const METHODS: ReadonlyMap<unknown, MergeMethod> = new Map([
  ['MERGE', 'merge'],
  ['SQUASH', 'squash'],
  ['REBASE', 'rebase'],
]);

/** Every parameter is required, within GitHub's bounds. Source: OpenAPI, `repository-rule-merge-queue`. */
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  check_response_timeout_minutes: [1, 360],
  max_entries_to_build: [0, 100],
  max_entries_to_merge: [0, 100],
  min_entries_to_merge: [0, 100],
  min_entries_to_merge_wait_minutes: [0, 360],
};

/** What is wrong with the rule's parameters, or `null`. */
export function mergeQueueFault(parameters: Readonly<Record<string, unknown>>): string | null {
  for (const [name, [least, most]] of Object.entries(BOUNDS)) {
    const value = parameters[name];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
      return `merge_queue: ${name} must be an integer from ${least} to ${most}`;
  }
  if (!['ALLGREEN', 'HEADGREEN'].includes(String(parameters['grouping_strategy'])))
    return 'merge_queue: grouping_strategy must be ALLGREEN or HEADGREEN';
  return METHODS.has(parameters['merge_method']) ? null : 'merge_queue: merge_method must be MERGE, SQUASH or REBASE';
}

/** @param parameters without a fault */
export function mergeQueueRule(parameters: Readonly<Record<string, unknown>>): MergeQueueRule {
  // [live] GitHub's description allows 0 and says nothing of it; taken for "no limit" of the two maxima.
  const most = (name: string): number => Number(parameters[name]) || Number.POSITIVE_INFINITY;
  return {
    timeoutMinutes: Number(parameters['check_response_timeout_minutes']),
    grouping: parameters['grouping_strategy'] === 'HEADGREEN' ? 'HEADGREEN' : 'ALLGREEN',
    maxToBuild: most('max_entries_to_build'),
    maxToMerge: most('max_entries_to_merge'),
    minToMerge: Math.max(1, Number(parameters['min_entries_to_merge'])),
    minWaitMinutes: Number(parameters['min_entries_to_merge_wait_minutes']),
    method: METHODS.get(parameters['merge_method']) ?? 'merge',
  };
}
