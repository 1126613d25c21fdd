import {
  type Account,
  type Clock,
  type Decision,
  type Digest,
  describeModel,
  type Finding,
  type GateName,
  sha256,
  type WorkflowRun,
} from '@gatehouse/core';
import { EvidenceStore, ledgerSigner, readPolicy, trustRootOf } from '@gatehouse/governance';
import { zipSync } from 'fflate';
import type { DecidePorts, DecideRequest } from '../../../actions/decide/src/request.ts';
import { type Decided, decide } from '../../../actions/decide/src/run.ts';
import { newKey } from '../governance/example-evaluation.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { memoryContents } from '../governance/memory-contents.ts';
import { MemoryEvidenceBranch } from '../governance/memory-evidence-branch.ts';

export const MODEL = 'mortgage-approval';
export const HEAD = 'a'.repeat(40);
export const SUBJECT = { pullRequest: 3, model: MODEL };
const MAIN = 'b'.repeat(40);
const [TRAINING, THIS_RUN] = [11, 12];
const author: Account = { id: 7, login: 'ml-engineer', type: 'User' };
const key = newKey();

/** What a test changes of a pull request whose gates both pass. */
export interface DecideScene {
  readonly files?: Readonly<Record<string, string>>;
  readonly changedFiles?: readonly string[] | Error;
  /** Findings against the model, by gate. */
  readonly against?: Readonly<Partial<Record<GateName, readonly Finding[]>>>;
  readonly gates?: readonly GateName[];
  /** Instead of what the gates put out. */
  readonly decisions?: readonly string[];
  /** In place of the training run. */
  readonly run?: Error;
  readonly reasonCode?: string;
  readonly accounts?: ReadonlyMap<string, Account | null>;
  readonly today?: string;
  readonly modelOfDecisions?: Digest;
}

export interface DecideWorld {
  readonly branch: MemoryEvidenceBranch;
  decide(): Promise<Decided>;
  /** Kinds and reason codes of the ledger's entries about the pull request, oldest first. */
  ledger(): Promise<readonly (readonly [kind: string, reasonCode: string | null])[]>;
  readonly evidence: EvidenceStore;
  trustRoot(): Promise<ReturnType<typeof trustRootOf>>;
}

/** A pull request whose training run left a candidate, and the gates' decisions in the decide run. */
export async function decideScene(scene: DecideScene = {}): Promise<DecideWorld> {
  const { changedFiles = ['train.mjs'] } = scene;
  const memory = memoryContents(
    {
      'gatehouse.yml': EXAMPLE_POLICY,
      'governance/keys/governance.pem': key.publicKeyPem,
      'train.mjs': 'x',
      ...scene.files,
    },
    MAIN,
  );
  const contents: DecidePorts['contents'] = {
    ...memory,
    comparison: async (base, head) => {
      if (changedFiles instanceof Error) throw changedFiles;
      if (base !== MAIN || head !== HEAD) throw new TypeError(`not expected: ${base}...${head}`);
      return { ...(await memory.comparison(base, head)), files: changedFiles };
    },
  };
  const policy = await readPolicy(contents, MAIN);
  const model = new Map([['model.json', new TextEncoder().encode('{"weights":[1]}')]]);
  const { modelDigest } = describeModel(model);
  const zips = new Map([[100, zipOf({ 'model/model.json': '{"weights":[1]}' })]]);
  const lines = (scene.gates ?? ['performance', 'fairness']).map((gate, index) => {
    const subject = { model: MODEL, modelDigest: scene.modelOfDecisions ?? modelDigest };
    const decision = decisionOf(gate, scene.against?.[gate] ?? [], { subject, policyDigest: policy.digest });
    const zip = zipOf({ 'decision.json': JSON.stringify(decision) });
    zips.set(200 + index, zip);
    return `${gate} ${200 + index} ${sha256(zip)}`;
  });
  const clock: Clock = { now: () => new Date(`${scene.today ?? '2026-11-23'}T12:00:00Z`) };
  const branch = new MemoryEvidenceBranch();
  const evidence = new EvidenceStore({ branch, clock, signer: ledgerSigner(key) });
  const ports: DecidePorts = { ...githubOf(scene, zips), contents, evidence, key, clock };
  const request: DecideRequest = {
    model: MODEL,
    runId: TRAINING,
    decisions: scene.decisions ?? lines,
    reasonCode: scene.reasonCode,
    thisRun: THIS_RUN,
    repositoryUrl: 'https://github.localhost/bank/models',
  };
  const trustRoot = trustRootOf(policy);
  return {
    branch,
    evidence,
    decide: () => decide(request, ports),
    trustRoot: async () => trustRoot,
    ledger: async () => {
      const state = await evidence.readState({ subjects: [SUBJECT] }, trustRoot);
      return state.history(SUBJECT).entries.map(({ kind, reasonCode }) => [kind, reasonCode] as const);
    },
  };
}

function githubOf(
  scene: DecideScene,
  zips: ReadonlyMap<number, Uint8Array>,
): Pick<DecidePorts, 'runs' | 'pulls' | 'people'> {
  const unused = (): never => {
    throw new Error('not expected here');
  };
  const artifact = (id: number) => ({
    id,
    name: id === 100 ? `candidate-${MODEL}` : `decision-${id}`,
    sizeBytes: 1,
    expired: false,
    expiresAt: new Date('2027-02-21T12:00:00Z'),
    digest: sha256(zips.get(id) ?? ''),
    runId: id === 100 ? TRAINING : THIS_RUN,
  });
  const pull = {
    number: SUBJECT.pullRequest,
    author,
    headSha: HEAD,
    headRef: 'change',
    baseRef: 'main',
    baseSha: MAIN,
    draft: false,
    merged: false,
    mergedAt: null,
    mergeCommitSha: null,
    open: true,
    fromFork: false,
    url: 'https://github.localhost/bank/models/pull/3',
  };
  const { accounts } = scene;
  return {
    runs: {
      get: async () => {
        if (scene.run !== undefined) throw scene.run;
        return RUN;
      },
      listForHead: unused,
      artifacts: async () => [artifact(100)],
      artifactsNamed: unused,
      artifact: async (id) => artifact(id),
      download: async (id) => zips.get(id) ?? new Uint8Array(),
    },
    pulls: {
      ofCommit: async () => [pull],
      ofBranch: async () => ({
        pulls: [{ ...pull, createdAt: new Date('2026-11-23T10:00:00Z'), closedAt: null, baseChangedAt: null }],
        complete: true,
      }),
      get: unused,
      listOpen: unused,
      reviews: unused,
    },
    people: {
      accounts: async (logins) => accounts ?? new Map(logins.map((login) => [login, { id: 42, login, type: 'User' }])),
    },
  };
}

const RUN: WorkflowRun = {
  id: TRAINING,
  headSha: HEAD,
  headBranch: 'change',
  event: 'pull_request',
  name: 'train',
  path: '.github/workflows/train.yml',
  createdAt: new Date('2026-11-23T11:00:00Z'),
  actor: author,
  triggeringActor: author,
  conclusion: 'success',
  fromFork: false,
  pullRequestNumbers: [],
};

function decisionOf(
  gate: GateName,
  against: readonly Finding[],
  about: Pick<Decision, 'subject' | 'policyDigest'>,
): Decision {
  const pass: Finding = {
    measure: 'auc',
    outcome: 'pass',
    severity: 'block',
    reasonCode: 'floor-met',
    value: 0.9,
    message: 'auc is 0.9',
  };
  const outcome = against.some((f) => f.outcome === 'fail') ? 'fail' : against.length > 0 ? 'inconclusive' : 'pass';
  return {
    schemaVersion: 1,
    gate,
    outcome,
    ...about,
    inputs: [],
    findings: [...against, pass],
    measures: {},
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: [],
  };
}

function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  );
}
