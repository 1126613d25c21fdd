import type {
  Checks,
  Clock,
  CommitSha,
  Comparison,
  People,
  Permission,
  PostedCheck,
  PullRequest,
  PullRequests,
  Pushes,
  RepositoryContents,
  TreeView,
} from '@gatehouse/core';
import {
  afterMerge,
  changesParsedRules,
  completePolicy,
  concernOf,
  EMERGENCIES_FOLDER,
  type EvidenceState,
  type EvidenceStore,
  type EvidenceTip,
  evaluationIdOf,
  POLICY_SUBJECT,
  POLICY_WANTED,
  type Policy,
  type PolicyDraft,
  type ProposedRules,
  type PullFacts,
  peopleToAsk,
  policyChangeOf,
  proposedKeyFiles,
  proposedRules,
  type StoredEvaluation,
  trustRootOf,
  type UnverifiedHistories,
  utcDayOf,
  verifyHistories,
} from '@gatehouse/governance';
import type { BaseRules } from './base-rules.ts';

export interface GatherPorts {
  readonly contents: Pick<RepositoryContents, 'coAuthors' | 'comparison' | 'listFiles' | 'readAt' | 'readTip'>;
  readonly pulls: PullRequests;
  readonly pushes: Pushes;
  readonly people: Pick<People, 'accounts' | 'permissions' | 'teams'>;
  readonly checks: Checks;
  readonly evidence: EvidenceStore;
  readonly clock: Clock;
}

/** What every pull request is judged by. The ledger's tip is a promise: not every change needs one. */
export interface Origin {
  readonly rules: BaseRules;
  readonly tip: Promise<EvidenceTip | null>;
}

/** Which pull request, as far as it is known before it was read. */
export interface PullPlace {
  readonly number: number;
  readonly headSha: CommitSha;
  readonly headRef: string;
}

/** What is known of a pull request, and the ledger that it is judged by; `null` where nothing governed changes. */
export interface Gathered {
  readonly facts: PullFacts;
  readonly posted: PostedCheck;
  readonly state: EvidenceState | null;
}

/** What one wave of requests brings, nothing of it judged. */
interface FirstWave {
  readonly keys: TreeView;
  readonly head: TreeView;
  readonly change: Comparison;
  readonly reviews: PullFacts['reviews'];
  readonly pushers: PullFacts['pushers'];
  readonly people: PullFacts['people'];
  readonly posted: PostedCheck;
  readonly histories: Promise<UnverifiedHistories>;
}

/**
 * Asks for everything that depends on the rules and the place of a pull request alone, at once: whatever GraphQL answers
 * goes out as one request. What the head holds and changes is asked by its SHA, because the branch may be moved between
 * two requests; by number and name goes only what says itself which commit it is about, or is only ever added to. The
 * ledger is handed on as a promise, because a change that it does not govern passes whatever is in it.
 */
export async function readFirstWave(ports: GatherPorts, origin: Origin, place: PullPlace): Promise<FirstWave> {
  const { contents, pulls, pushes, people, checks, evidence } = ports;
  const { draft, commit } = origin.rules;
  const asked = peopleToAsk(everyRole(draft));
  const owners = draft.waivers.map(({ owner }) => owner);
  const subjects = [...Object.keys(draft.config.models), POLICY_SUBJECT].map((model) => ({
    pullRequest: place.number,
    model,
  }));
  const histories = origin.tip.then((known) => evidence.readHistories(known, subjects));
  histories.catch(() => undefined);
  const [keys, head, change, reviews, pushers, accounts, teams, posted] = await Promise.all([
    contents.readAt(commit, { files: draft.keyFiles }),
    contents.readAt(place.headSha, { ...POLICY_WANTED, files: [...POLICY_WANTED.files, ...draft.keyFiles] }),
    contents.comparison(commit, place.headSha),
    pulls.reviews(place.number),
    pushes.pushers(place.headRef),
    people.accounts([...new Set([...asked.logins, ...owners])]),
    people.teams(asked.teams),
    checks.current(place.headSha),
  ]);
  return { keys, head, change, reviews, pushers, people: { accounts, teams }, posted, histories };
}

function everyRole({ config }: PolicyDraft): Parameters<typeof peopleToAsk>[0] {
  return Object.values(config.models).flatMap(({ approvals }) =>
    Object.entries(approvals.roles).map(([role, { users, teams }]) => ({ role, users, teams })),
  );
}

/** Verifies what the first wave brought and asks for what it names: evaluations, permissions, keys that are proposed. */
export async function readSecondWave(
  ports: GatherPorts,
  base: BaseRules,
  found: { readonly pull: PullRequest; readonly wave: FirstWave; readonly repositoryUrl: string },
): Promise<Gathered> {
  const { pull, wave, repositoryUrl } = found;
  const now = ports.clock.now();
  const policy = completePolicy(base.draft, { files: wave.keys.files, tree: await base.tree });
  const merged = mergedView(base, wave);
  const { files, commits } = wave.change;
  const parsed = changesParsedRules(policy, files);
  const change = policyChangeOf(policy, files, merged.folders.get(EMERGENCIES_FOLDER) ?? new Map());
  const concern = concernOf(policy.config, change);
  const governed = concern.evaluated.length + concern.ruled.length + change.declarations.length > 0;
  const state = governed ? await verifiedState(wave, policy) : null;
  const [coAuthors, evaluations, permissions, proposed] = await Promise.all([
    governed ? ports.contents.coAuthors(commits.commits.map(({ sha }) => sha)) : [],
    state === null ? new Map() : readEvaluations(ports, { state, policy, pull, models: concern.evaluated }),
    governed ? readPermissions(ports, wave) : new Map<number, Permission>(),
    parsed ? readProposed(ports, { policy, merged, headSha: pull.headSha, now }) : null,
  ]);
  const { pushers, reviews, people, posted } = wave;
  const facts: PullFacts = {
    pull,
    headSha: pull.headSha,
    policy,
    files,
    proposed,
    commits,
    coAuthors,
    pushers,
    reviews,
    permissions,
    people,
    announcements: posted.announcements,
    evaluations,
    training: null,
    repositoryUrl,
    now,
  };
  return { facts, posted, state };
}

function mergedView(base: BaseRules, { keys, head, change }: FirstWave): TreeView {
  const own = { files: new Map([...base.view.files, ...keys.files]), folders: base.view.folders };
  return afterMerge(own, head, change.files);
}

/** The App's check remembers a head of the ledger: a ledger that does not hold it was cut off or rewritten. */
async function verifiedState({ histories, posted }: FirstWave, policy: Policy): Promise<EvidenceState> {
  const anchors = posted.ledgerHead === null ? [] : [posted.ledgerHead];
  return verifyHistories(await histories, trustRootOf(policy), anchors);
}

async function readEvaluations(
  { evidence }: GatherPorts,
  about: {
    readonly state: EvidenceState;
    readonly policy: Policy;
    readonly pull: PullRequest;
    readonly models: readonly string[];
  },
): Promise<ReadonlyMap<string, StoredEvaluation>> {
  const { state, policy, pull, models } = about;
  const decided = models.flatMap((model) => {
    const id = evaluationIdOf(state.history({ pullRequest: pull.number, model }).decisionOf(pull.headSha));
    return id === null ? [] : [{ model, id }];
  });
  const read = await evidence.readEvaluations(
    state,
    decided.map(({ id }) => id),
    trustRootOf(policy),
  );
  return new Map(
    decided.flatMap(({ model }, index) => {
      const evaluation = read[index] ?? null;
      return evaluation === null ? [] : [[model, evaluation] as const];
    }),
  );
}

/** Only who approves needs to be asked about. */
async function readPermissions({ people }: GatherPorts, { reviews }: FirstWave): Promise<PullFacts['permissions']> {
  const approving = reviews.filter(({ state }) => state === 'APPROVED').map(({ reviewer }) => reviewer);
  const byId = new Map(approving.map((reviewer) => [reviewer.id, reviewer]));
  return byId.size === 0 ? new Map() : people.permissions([...byId.values()]);
}

async function readProposed(
  { contents }: GatherPorts,
  about: { readonly policy: Policy; readonly merged: TreeView; readonly headSha: CommitSha; readonly now: Date },
): Promise<ProposedRules> {
  const { policy, merged, headSha, now } = about;
  const further = proposedKeyFiles(merged, headSha).filter((file) => !merged.files.has(file));
  const read = further.length === 0 ? new Map() : (await contents.readAt(headSha, { files: further })).files;
  const view = { ...merged, files: new Map([...merged.files, ...read]) };
  return proposedRules(policy, view, { headSha, today: utcDayOf(now) });
}
