import { ConfigError, type Fault, pathMatcher } from '@gatehouse/core';
import type { Policy } from '../policy.ts';
import { addDays, type UtcDay } from '../utc-day.ts';
import { EMERGENCIES_FOLDER, type Emergency, parseEmergencies } from './emergency.ts';

/** A pull request as far as emergencies are concerned. */
export interface EmergencyQuestion {
  /** Every path that the pull request changes; old names of renamed files belong in it. */
  readonly files: readonly string[];
  /** Files of {@link EMERGENCIES_FOLDER} at its head, by full path. */
  readonly headFiles: ReadonlyMap<string, Uint8Array>;
}

export interface EmergencyDays {
  /** The day as of which the pull request is judged. */
  readonly today: UtcDay;
  /** The day on which the declaration was first announced as ready at this head, or `today` when it was not yet. */
  readonly announced: UtcDay;
}

/** What a pull request does to the declarations. */
export interface EmergencyChange {
  /** The one declaration that it adds and that makes it an emergency change; `null` when it is none. */
  readonly declared: Emergency | null;
  /**
   * Declarations of the base that it edits or deletes, as they are on the base. It then needs the roles of the tier of
   * each model that they name, and the policy role, never the quorum of an emergency.
   */
  readonly touched: readonly Emergency[];
  /** Of the touched ones those that it closes by setting `reviewed-on`: it may merge although they are overdue. */
  readonly closed: readonly Emergency[];
  /** Why it must not merge as it is, `emergency-invalid`; empty when all is in order. */
  readonly problems: readonly Fault[];
}

/**
 * Judges what a pull request does in `governance/emergencies`. It may add one declaration, for the models that it
 * changes, dated on the day of its announcement or the day before, and not past its review; it may set `reviewed-on` in
 * one of the base, and delete one that is reviewed.
 */
export function emergencyOf(
  change: EmergencyQuestion,
  policy: Pick<Policy, 'config' | 'emergencies'>,
  days: EmergencyDays,
): EmergencyChange {
  const paths = [...new Set(change.files)].filter((path) => path.startsWith(`${EMERGENCIES_FOLDER}/`)).sort();
  // What the pull request does not change is as old as its branch and says nothing: only its own changes are read.
  const atHead = new Map([...change.headFiles].filter(([path]) => paths.includes(path)));
  let head: readonly Emergency[];
  try {
    head = parseEmergencies(atHead);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { declared: null, touched: touchedBy(paths, policy), closed: [], problems: error.faults };
  }
  const touched = touchedBy(paths, policy);
  const added = head.filter(({ id }) => !policy.emergencies.some((base) => base.id === id));
  const problems = [
    ...touched.flatMap((base) => editProblems(base, head.find(({ id }) => id === base.id) ?? null, days.today)),
    ...(added.length === 0 ? [] : additionProblems(added, touched)),
    ...added.flatMap((emergency) => declarationProblems(emergency, { change, policy, days })),
  ];
  const closed = touched.filter((base) => base.reviewedOn === null && head.some(({ id }) => id === base.id));
  return {
    declared: problems.length === 0 ? (added[0] ?? null) : null,
    touched,
    closed: problems.length === 0 ? closed : [],
    problems,
  };
}

/** Models that a change of `files` concerns. */
function changedModels(files: readonly string[], { config }: Pick<Policy, 'config'>): readonly string[] {
  return Object.entries(config.models)
    .filter(([, { paths }]) => files.some(pathMatcher(paths)))
    .map(([model]) => model);
}

function touchedBy(paths: readonly string[], policy: Pick<Policy, 'emergencies'>): readonly Emergency[] {
  return policy.emergencies.filter(({ path }) => paths.includes(path));
}

/** An edit closes, and does nothing else; a deletion is of what is closed. */
function editProblems(base: Emergency, head: Emergency | null, today: UtcDay): readonly Fault[] {
  const problem = (found: string, allowed: string, remedy: string): Fault[] => [
    { where: base.path, found, allowed, remedy },
  ];
  if (head === null) {
    if (base.reviewedOn !== null) return [];
    return problem('the pull request deletes it before its review', 'only a reviewed declaration may go', 'Keep it.');
  }
  if (head.digest === base.digest) return [];
  const same = JSON.stringify({ ...head, ...UNCOMPARED }) === JSON.stringify({ ...base, ...UNCOMPARED });
  const { reviewedOn } = head;
  if (!same || (base.reviewedOn !== null && reviewedOn !== base.reviewedOn) || reviewedOn === null) {
    const allowed =
      'a pull request may add "reviewed-on" to a declaration of the base branch and change nothing else in it';
    return problem('another change of the declaration', allowed, 'Undo the other changes.');
  }
  if (reviewedOn > today)
    return problem(`reviewed-on ${reviewedOn}`, `a day up to today, ${today}`, 'Correct the day.');
  return [];
}

const UNCOMPARED = { digest: null, reviewedOn: null } as const;

function additionProblems(added: readonly Emergency[], touched: readonly Emergency[]): readonly Fault[] {
  const [first] = added;
  if (first === undefined || (added.length === 1 && touched.length === 0)) return [];
  return [
    {
      where: first.path,
      found: `the pull request changes ${added.length + touched.length} files of ${EMERGENCIES_FOLDER}`,
      allowed: 'an emergency change adds one declaration and touches no other',
      remedy: 'Put the others into a pull request of their own.',
    },
  ];
}

function declarationProblems(
  emergency: Emergency,
  about: { readonly change: EmergencyQuestion; readonly policy: Pick<Policy, 'config'>; readonly days: EmergencyDays },
): readonly Fault[] {
  const { models, declaredOn, reviewBy, reviewedOn, path } = emergency;
  const { change, policy, days } = about;
  const changed = changedModels(change.files, policy);
  const without = changed.filter((model) => policy.config.models[model]?.approvals.emergency === undefined);
  const unnamed = changed.filter((model) => !models.includes(model));
  const { announced, today } = days;
  const before = addDays(announced, -1);
  const faults: Fault[] = [];
  const add = (found: string, allowed: string, remedy: string): void => {
    faults.push({ where: path, found, allowed, remedy });
  };
  if (changed.length === 0) {
    add(
      'no file of a model is changed',
      'an emergency is declared by the pull request that changes the model',
      'Add the change to this pull request.',
    );
  }
  if (without.length > 0) {
    add(
      `no emergency for ${without.join(', ')}`,
      'the policy of the base branch allows emergencies under approvals.emergency',
      'Ask for the approvals of the tier.',
    );
  }
  if (unnamed.length > 0) {
    add(
      `"models" without ${unnamed.join(', ')}`,
      'the declaration names every model that the pull request changes',
      'Add them.',
    );
  }
  if (declaredOn !== announced && declaredOn !== before) {
    add(
      `declared-on ${declaredOn}`,
      `the day on which this head was announced, or the day before, in UTC: ${announced} or ${before}`,
      'Declare it on the day of the change.',
    );
  }
  if (reviewBy < today) {
    add(
      `review-by ${reviewBy}`,
      `a day from today on, ${today}: the review would be overdue with the merge`,
      'Ask for the approvals of the tier, or declare the emergency anew.',
    );
  }
  if (reviewedOn !== null) {
    add(`reviewed-on ${reviewedOn}`, 'the full review comes after the merge', 'Remove "reviewed-on".');
  }
  return faults;
}
