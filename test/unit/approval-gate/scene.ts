import {
  evaluationSummary,
  evidenceDigest,
  evidenceStatement,
  PROVENANCE_PREDICATE,
  type SigningKey,
  signStatement,
  statementOf,
  TRAINING_BUILD_TYPE,
} from '@gatehouse/attest';
import { candidateKey, type Decision, type Digest, describeModel, sha256, worstOutcome } from '@gatehouse/core';
import { createGitHub, type GitHub, type GitHubOptions } from '@gatehouse/github';
import {
  applyWaivers,
  EvidenceStore,
  ledgerSigner,
  type Policy,
  type PullVerdict,
  readPolicyTip,
  trustRootOf,
  utcDayOf,
} from '@gatehouse/governance';
import type { User, WorkflowRunRecord } from '@gatehouse/local-github';
import { zipSync } from 'fflate';
import { checkRun } from '../../../actions/approval-gate/src/check.ts';
import { newKey } from '../governance/example-evaluation.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { clone, type WorkCopy } from '../local-github/work-copy.ts';
import { runRecord, startWorld, type World } from '../local-github/world.ts';

export const MODEL = 'mortgage-approval';
export const DETAILS = 'https://github.localhost/bank/credit/actions/runs/12';
const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;
type Login = 'ml-engineer' | 'model-validator' | 'risk-officer' | 'platform-engineer' | 'colleague';

/** A repository with the example's policy on a local GitHub, seen as the App sees it. */
export interface Scene {
  readonly world: World;
  readonly people: Readonly<Record<Login, User>>;
  readonly copies: Readonly<Record<Login, WorkCopy>>;
  readonly appId: number;
  readonly key: SigningKey;
  readonly repositoryUrl: string;
  readonly teams: ReadonlyMap<string, ReturnType<World['github']['admin']['createTeam']>>;
  close(): Promise<void>;
}

export interface SceneOptions {
  readonly policy?: string;
  readonly files?: Readonly<Record<string, string>>;
}

export async function startScene({ policy = EXAMPLE_POLICY, files = {} }: SceneOptions = {}): Promise<Scene> {
  const world = await startWorld();
  const { admin } = world.github;
  const person = (login: Login): User => {
    const user = admin.createUser(login);
    admin.setCollaborator(world.repository, user, 'write');
    return user;
  };
  const people: Record<Login, User> = {
    'ml-engineer': person('ml-engineer'),
    'model-validator': person('model-validator'),
    'risk-officer': person('risk-officer'),
    'platform-engineer': person('platform-engineer'),
    colleague: person('colleague'),
  };
  const team = (name: string, members: readonly Login[]) =>
    [name, admin.createTeam({ org: 'bank', name, members: members.map((login) => people[login]) })] as const;
  const teams = new Map([team('model-validation', ['model-validator', 'colleague']), team('risk', ['risk-officer'])]);
  const key = newKey();
  await world.commit('main', {
    'gatehouse.yml': policy,
    'governance/keys/governance.pem': key.publicKeyPem,
    'train.mjs': 'export const seed = 1;\n',
    'evaluate.mjs': 'export {};\n',
    ...files,
  });
  const app = admin.createApp({
    name: 'bank gatehouse',
    owner: 'bank',
    permissions: {
      actions: 'write',
      checks: 'write',
      contents: 'write',
      members: 'read',
      metadata: 'read',
      'pull-requests': 'write',
      issues: 'write',
    },
  });
  admin.installApp(app, 'bank');
  const copyOf = (login: Login): Promise<WorkCopy> => clone(world, people[login]);
  const copies: Record<Login, WorkCopy> = {
    'ml-engineer': await copyOf('ml-engineer'),
    'model-validator': await copyOf('model-validator'),
    'risk-officer': await copyOf('risk-officer'),
    'platform-engineer': await copyOf('platform-engineer'),
    colleague: await copyOf('colleague'),
  };
  return {
    world,
    people,
    copies,
    appId: app.id,
    key,
    repositoryUrl: `${world.github.urls.server}/bank/credit`,
    teams,
    close: () => world.close(),
  };
}

export type ScenePorts = Omit<GitHub, 'evidence'> & {
  readonly evidence: EvidenceStore;
  readonly key: SigningKey;
  readonly clock: { now(): Date };
};

/** The ports of the action, by the App's token. */
export function portsOf(scene: Scene, options: Partial<GitHubOptions> = {}): ScenePorts {
  const { world, appId, key } = scene;
  const clock = { now: () => world.clock.now };
  const installation = world.github.state.installations.find((one) => one.appId === appId);
  if (installation === undefined) throw new Error('the App is not installed');
  const github = createGitHub({
    ...REPOSITORY,
    token: world.github.admin.createAppToken(installation),
    apiUrl: world.github.apiUrl,
    check: { kind: 'app', appId },
    clock,
    sleep: async () => undefined,
    ...options,
  });
  const evidence = new EvidenceStore({ branch: github.evidence(), clock, signer: ledgerSigner(key) });
  return { ...github, evidence, key, clock };
}

/** Moves the clock, so that what comes next is later than what came before. */
export function later(scene: Scene, seconds = 5): void {
  scene.world.clock.now = new Date(scene.world.clock.now.getTime() + seconds * 1000);
}

/** Pushes a commit on a branch as somebody. */
export async function push(
  scene: Scene,
  branch: string,
  change: {
    readonly files: Readonly<Record<string, string>>;
    readonly by?: Login;
    readonly message?: string;
    readonly remove?: readonly string[];
  },
): Promise<string> {
  later(scene);
  const copy = scene.copies[change.by ?? 'ml-engineer'];
  await copy.git('fetch', '--quiet', 'origin');
  const known = await copy.git('ls-remote', 'origin', `refs/heads/${branch}`);
  await copy.git('checkout', '--quiet', '-B', branch, known === '' ? 'origin/main' : `origin/${branch}`);
  for (const file of change.remove ?? []) await copy.git('rm', '--quiet', file);
  const sha = await copy.commit(change.files, change.message);
  await copy.git('push', '--quiet', '--force', 'origin', branch);
  return sha;
}

/** Opens a pull request onto main and gives its number. */
export async function openPull(scene: Scene, head: string, by: Login = 'ml-engineer'): Promise<number> {
  const body = { ...REPOSITORY, title: head, head, base: 'main' };
  const { data } = await scene.world.as(scene.people[by]).request('POST /repos/{owner}/{repo}/pulls', body);
  return data.number;
}

export async function review(
  scene: Scene,
  pull: number,
  { by, event = 'APPROVE' }: { readonly by: Login; readonly event?: 'APPROVE' | 'COMMENT' | 'REQUEST_CHANGES' },
): Promise<number> {
  later(scene);
  const { data } = await scene.world
    .as(scene.people[by])
    .request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      ...REPOSITORY,
      pull_number: pull,
      event,
      body: 'Read.',
    });
  later(scene);
  return Number(data.id);
}

export async function merge(scene: Scene, pull: number): Promise<string> {
  later(scene);
  const { data } = await scene.world
    .as(scene.world.owner)
    .request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', { ...REPOSITORY, pull_number: pull });
  return data.sha;
}

/** A finished run of the branch that has this head; what it says of pull requests is only a hint. */
export function addRun(scene: Scene, headSha: string, change: Partial<WorkflowRunRecord> = {}): number {
  const { world, people } = scene;
  const id = world.github.state.nextId();
  const headBranch = world.repository.pulls.findLast((pull) => pull.headSha === headSha)?.headRef ?? 'main';
  world.repository.runs.push({ ...runRecord(world, id), headSha, headBranch, actor: people['ml-engineer'], ...change });
  return id;
}

/** What mode check says of a head, after a run that names the pull request or not. */
export async function checkHead(
  scene: Scene,
  headSha: string,
  change: Partial<WorkflowRunRecord> = {},
): Promise<PullVerdict> {
  const runId = addRun(scene, headSha, change);
  const checked = await checkRun({ runId, repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS }, portsOf(scene));
  if (checked === null) throw new Error('nothing was posted');
  return checked.verdict;
}

/** State, reason code and title in one line, for tables. */
export function told({ state, reasonCode, title }: PullVerdict): string {
  return `${state} ${reasonCode}: ${title}`;
}

/** Conclusion and texts of the App's check runs on a head. */
export async function postedOn(
  scene: Scene,
  headSha: string,
): Promise<readonly { conclusion: string | null; summary: string | null; text: string | null }[]> {
  const { data } = await scene.world
    .as(scene.world.owner)
    .request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { ...REPOSITORY, ref: headSha });
  return data.check_runs.map(({ conclusion, output }) => ({ conclusion, summary: output.summary, text: output.text }));
}

export interface EvaluatedHead {
  readonly pull: number;
  readonly headSha: string;
  readonly model?: string;
  readonly weights?: string;
  readonly outcome?: Decision['outcome'];
  readonly expiresAt?: Date;
  readonly trainedBy?: Login;
  readonly runId?: number;
  /** Bytes of the policy that it was decided under; default: the tip's. */
  readonly policy?: Policy;
}

const modelFiles = (weights: string): ReadonlyMap<string, Uint8Array> =>
  new Map([['model.json', new TextEncoder().encode(JSON.stringify({ weights }))]]);

/** The App's ports with an artifact behind every id, as if the training run had left this model. */
export function withCandidate(ports: ScenePorts, weights = 'weights'): ScenePorts {
  const zip = zipSync(Object.fromEntries([...modelFiles(weights)].map(([name, bytes]) => [`model/${name}`, bytes])));
  const artifact = async (id: number) => ({
    id,
    name: `candidate-${MODEL}`,
    sizeBytes: zip.length,
    expired: false,
    expiresAt: null,
    digest: sha256(zip),
    runId: 11,
  });
  return { ...ports, runs: { ...ports.runs, artifact, download: async () => zip } };
}

/** Records an evaluation, as the decide run does. */
export async function evaluate(scene: Scene, head: EvaluatedHead): Promise<void> {
  later(scene);
  const ports = portsOf(scene);
  const { pull, headSha, model = MODEL, weights = 'weights', outcome = 'pass', runId = 11 } = head;
  const policy = head.policy ?? (await readPolicyTip(ports.contents));
  const config = policy.config.models[model];
  if (config === undefined) throw new Error(`no model ${model}`);
  const { modelDigest } = describeModel(modelFiles(weights));
  const about = { model, modelDigest };
  const decisions = [decision(policy, about, outcome)];
  const trainer = scene.people[head.trainedBy ?? 'ml-engineer'];
  const {
    outcome: waivedOutcome,
    used,
    waivedGates,
  } = applyWaivers(decisions, policy.waivers, utcDayOf(ports.clock.now()));
  const owners = await ports.people.accounts(used.map(({ owner }) => owner));
  const waivers = used.map((waiver) => ({ ...waiver, ownerId: owners.get(waiver.owner)?.id ?? 0 }));
  const summary = evaluationSummary({
    ...about,
    policy: { uri: 'gatehouse.yml', digest: policy.digest },
    requiredGates: ['performance'],
    decisions,
    waivedGates,
    waivers,
    candidateKey: candidateKey(await ports.contents.listFiles(headSha), config),
    timeVerified: ports.clock.now(),
    resourceUri: `${scene.repositoryUrl}@${headSha}#${model}`,
  });
  const all = worstOutcome(decisions.map((each) => each.outcome));
  await ports.evidence.recordEvaluation(
    {
      pullRequest: pull,
      headSha,
      ...about,
      evidenceDigest: evidenceDigest(decisions),
      policyDigest: policy.digest,
      outcome: waivedOutcome,
      reasonCode: all === 'pass' ? null : 'below-floor',
      candidate: { runId, artifactId: 22, ...(head.expiresAt === undefined ? {} : { expiresAt: head.expiresAt }) },
      trainedBy: [{ id: trainer.id, login: trainer.login }],
      decisions: await Promise.all(decisions.map((each) => signStatement(evidenceStatement(each), scene.key))),
      summary: await signStatement(summary, scene.key),
      provenance: await provenance(scene, { ...about, headSha, runId, trainer }),
    },
    trustRootOf(policy),
  );
  later(scene);
}

function decision(policy: Policy, subject: Decision['subject'] & object, outcome: Decision['outcome']): Decision {
  const failed = outcome === 'pass' ? 'floor-met' : outcome === 'fail' ? 'below-floor' : 'interval-spans-floor';
  return {
    schemaVersion: 1,
    gate: 'performance',
    outcome,
    subject,
    policyDigest: policy.digest,
    inputs: [],
    findings: [{ measure: 'auc', outcome, severity: 'block', reasonCode: failed, value: 0.9, message: 'AUC is 0.90.' }],
    measures: {},
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: [],
  };
}

async function provenance(
  { repositoryUrl, key }: Scene,
  run: {
    readonly model: string;
    readonly modelDigest: Digest;
    readonly headSha: string;
    readonly runId: number;
    readonly trainer: User;
  },
): Promise<string> {
  const { model, modelDigest, headSha, runId, trainer } = run;
  const source = { uri: `git+${repositoryUrl}@${headSha}`, name: 'source', digest: { gitCommit: headSha } };
  const predicate = {
    buildDefinition: {
      buildType: TRAINING_BUILD_TYPE,
      externalParameters: { model, repository: repositoryUrl, ref: 'change' },
      internalParameters: { event: 'pull_request', actorId: trainer.id, triggeringActorId: trainer.id },
      resolvedDependencies: [source],
    },
    runDetails: {
      builder: { id: `${repositoryUrl}/actions` },
      metadata: { invocationId: `${repositoryUrl}/actions/runs/${runId}` },
      byproducts: [],
    },
  };
  return signStatement(statementOf({ model, modelDigest }, PROVENANCE_PREDICATE, predicate), key);
}
