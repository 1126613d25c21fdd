import { createHash } from 'node:crypto';
import { type CommitSha, type Digest, sha256, type WorkflowRun } from '@gatehouse/core';
import { judgeDataOfPolicy, type PolicyDataVerdict } from '@gatehouse/gate-runner';
import { readPolicy } from '@gatehouse/governance';
import { duckDbEngine } from '@gatehouse/tables';
import { zipSync } from 'fflate';
import { newKey } from '../governance/example-evaluation.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { memoryContents } from '../governance/memory-contents.ts';
import { folderWith, WORKSPACE } from '../tables/engine/fixture-tables.ts';

export const MODEL = 'mortgage-approval';
const HEAD: CommitSha = 'a'.repeat(40);
const MAIN: CommitSha = 'b'.repeat(40);
const author = { id: 7, login: 'ml-engineer', type: 'User' } as const;

export const DATA = 'id,deny,age\n1,yes,30\n2,no,41\n3,no,52\n';

/** What a test changes of a policy whose data pass. */
export interface DataScene {
  /** Lines below `gates.data`, besides the dataset. */
  readonly gate?: string;
  /** Lines of the dataset, besides path, digest and roles. */
  readonly dataset?: string;
  /** Datasets besides, as lines. */
  readonly datasets?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What the policy says of the bytes. */
  readonly digest?: Digest;
  readonly data?: string;
  readonly modelDigest?: Digest;
  readonly noGate?: boolean;
}

export function md5Of(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** Judges the data of a pull request whose evaluation left its artifact. */
export async function judgeScene(scene: DataScene = {}): Promise<PolicyDataVerdict> {
  const data = scene.data ?? DATA;
  const named = scene.digest ?? sha256(data);
  const policyText = EXAMPLE_POLICY.replace(
    /\n {4}data:\n[\s\S]*?\n {4}columns:/,
    `\n    data:
      applications:
        path: data/applications.csv
        digest: ${named}
        roles: [training, evaluation, labels]
        split: { column: id, salt: s, parts: 2, evaluation: [0] }
${scene.dataset ?? ''}
${scene.datasets ?? ''}
    columns:`,
  ).replace(
    /\n {4}gates:\n/,
    `\n    gates:\n${scene.noGate === true ? '' : `      data:\n        dataset: applications\n${scene.gate ?? ''}\n`}`,
  );
  const contents = memoryContents(
    {
      'gatehouse.yml': policyText,
      'governance/keys/governance.pem': newKey().publicKeyPem,
      'data/applications.csv': data,
      ...scene.files,
    },
    MAIN,
  );
  const policy = await readPolicy(contents, MAIN);
  const zip = zipSync({
    'evaluation.json': new TextEncoder().encode(
      JSON.stringify({
        schemaVersion: 1,
        model: MODEL,
        headSha: HEAD,
        policyDigest: policy.digest,
        modelDigest: scene.modelDigest ?? sha256('model'),
        datasetDigest: named,
        predictions: sha256('predictions'),
        champion: { state: 'none' },
      }),
    ),
  });
  const folder = folderWith();
  return await judgeDataOfPolicy(
    { model: MODEL, runId: 11, evaluationArtifactId: 100, evaluationArtifactDigest: sha256(zip) },
    {
      ...gitHubOf(zip),
      contents,
      clock: { now: () => new Date('2026-06-15T10:00:00Z') },
      temp: folder,
      engine: (place) => duckDbEngine({ addon: { explicit: WORKSPACE }, ...place }),
    },
  );
}

type Ports = Parameters<typeof judgeDataOfPolicy>[1];

function gitHubOf(zip: Uint8Array): Pick<Ports, 'runs' | 'pulls'> {
  const unused = (): never => {
    throw new Error('not expected here');
  };
  const pull = {
    number: 3,
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
  const created = { createdAt: new Date('2026-06-14T10:00:00Z'), closedAt: null, baseChangedAt: null };
  return {
    runs: {
      get: async () => RUN,
      listForHead: unused,
      artifacts: unused,
      artifactsNamed: unused,
      artifact: unused,
      download: async () => zip,
    },
    pulls: {
      ofCommit: async () => [pull],
      ofBranch: async () => ({ pulls: [{ ...pull, ...created }], complete: true }),
      get: unused,
      listOpen: unused,
      reviews: unused,
    },
  };
}

const RUN: WorkflowRun = {
  id: 11,
  headSha: HEAD,
  headBranch: 'change',
  event: 'pull_request',
  name: 'train',
  path: '.github/workflows/train.yml',
  createdAt: new Date('2026-06-14T11:00:00Z'),
  actor: author,
  triggeringActor: author,
  conclusion: 'success',
  fromFork: false,
  pullRequestNumbers: [],
};
