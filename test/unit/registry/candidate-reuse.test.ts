import {
  type ArtifactInfo,
  type BranchPull,
  candidateKey,
  sha256,
  type TreeFile,
  type WorkflowRun,
  type WorkflowRuns,
} from '@gatehouse/core';
import { candidateArtifactName, candidateKeyArtifactName, findReusable } from '@gatehouse/registry';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const MODEL = 'credit';
const modelConfig = {
  paths: ['*.mjs'],
  train: { command: ['node', 'train.mjs'], output: 'model', 'timeout-minutes': 5 },
  data: {},
  evaluate: { command: ['node', 'evaluate.mjs'], files: ['evaluate.mjs'], code: 'base' as const, 'timeout-minutes': 5 },
};
const OWN = 20;
const OWN_HEAD = 'a'.repeat(40);
const EDITED = 'b'.repeat(40);
const RESTYLED = 'c'.repeat(40);
const RETRAINED = 'd'.repeat(40);
const RULED = 'e'.repeat(40);
const EMPTIED = 'f'.repeat(40);
const HELPED = '1'.repeat(40);

/** Each head differs from the own one in one file. */
function treeOf(commit: string): readonly TreeFile[] {
  const file = (path: string, otherAt: string): TreeFile => ({
    path,
    blobSha: commit === otherAt ? 'other' : 'shipped',
    mode: '100644',
  });
  return [
    file('.github/workflows/train.yml', EDITED),
    file('README.md', RESTYLED),
    file('gatehouse.yml', RULED),
    file('tools/setup/action.yml', ''),
    file('tools/setup/install.sh', HELPED),
    ...(commit === EMPTIED ? [] : [file('train.mjs', RETRAINED)]),
  ];
}
const contents = { listFiles: async (commit: string) => treeOf(commit) };
const KEY = candidateKey(treeOf(OWN_HEAD), modelConfig);
const actor = { id: 1, login: 'author', type: 'User' as const };

function run(id: number, changed: Partial<WorkflowRun> = {}): WorkflowRun {
  return {
    id,
    headSha: OWN_HEAD,
    headBranch: 'change',
    event: 'pull_request',
    name: 'train',
    path: '.github/workflows/train.yml',
    createdAt: new Date('2026-03-02T10:00:00Z'),
    actor,
    triggeringActor: actor,
    conclusion: 'success',
    fromFork: false,
    pullRequestNumbers: [],
    ...changed,
  };
}

interface Left {
  readonly run: WorkflowRun;
  readonly expired?: boolean;
  readonly withoutCandidate?: boolean;
  readonly key?: typeof KEY;
  /** What the model file holds. */
  readonly content?: string;
}

/** Runs that left a candidate and its mark, newest first. */
function world(left: readonly Left[]): WorkflowRuns & { readonly downloads: number[] } {
  const zips = new Map<number, Uint8Array>();
  const marks: ArtifactInfo[] = [];
  const candidates: ArtifactInfo[] = [];
  const downloads: number[] = [];
  for (const {
    run: { id: runId },
    expired = false,
    withoutCandidate = false,
    key = KEY,
    content = 'x',
  } of left) {
    const zip = zipSync({
      'model/model.json': new TextEncoder().encode(JSON.stringify({ content })),
      'run-record.json': new TextEncoder().encode('{}'),
    });
    zips.set(runId * 10, zip);
    const common = { sizeBytes: zip.length, expired, expiresAt: null, runId };
    marks.push({ ...common, id: runId * 10 + 1, name: candidateKeyArtifactName(MODEL, key), digest: null });
    if (withoutCandidate) continue;
    candidates.push({ ...common, id: runId * 10, name: candidateArtifactName(MODEL), digest: sha256(zip) });
  }
  const artifact = (id: number): ArtifactInfo => {
    const found = candidates.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no artifact ${id}`);
    return found;
  };
  return {
    downloads,
    get: async (id) => [run(OWN), ...left.map((one) => one.run)].find((one) => one.id === id) ?? run(id),
    listForHead: async () => [],
    artifacts: async (runId) => candidates.filter((one) => one.runId === runId),
    artifactsNamed: async (name) => marks.filter((one) => one.name === name),
    artifact: async (id) => artifact(id),
    download: async (id) => {
      downloads.push(id);
      return zips.get(id) ?? new Uint8Array();
    },
  };
}

const request = {
  model: MODEL,
  candidateKey: KEY,
  modelConfig,
  configPath: 'gatehouse.yml',
  runId: OWN,
  pullRequest: 3,
};

const PULL: BranchPull = {
  number: 3,
  headSha: OWN_HEAD,
  baseRef: 'main',
  fromFork: false,
  createdAt: new Date('2026-03-02T09:00:00Z'),
  closedAt: null,
  baseChangedAt: null,
};
const pulls = { ofBranch: async () => ({ pulls: [PULL], complete: true }) };

describe('an earlier candidate', () => {
  it('is taken from the newest run that claims the same key, with what that run says about itself', async () => {
    const runs = world([{ run: run(12), content: 'newer' }, { run: run(11) }]);
    const found = await findReusable({ runs, contents, pulls }, request);

    expect(found).toMatchObject({ runId: 12, artifactId: 120 });
    expect([...(found?.bytes.keys() ?? [])]).toEqual(['model.json']);
    expect([...(found?.claims.keys() ?? [])]).toEqual(['run-record.json']);
    expect(runs.downloads).toEqual([120]);
  });

  it.each([
    ['another branch', { run: run(11, { headBranch: 'other' }) }],
    ['no branch', { run: run(11, { headBranch: null }) }],
    ['another workflow', { run: run(11, { path: '.github/workflows/mine.yml' }) }],
    ['another event', { run: run(11, { event: 'push' }) }],
    ['a fork', { run: run(11, { fromFork: true }) }],
    ['a head with another workflow', { run: run(11, { headSha: EDITED }) }],
    ['a head with another action of its own', { run: run(11, { headSha: HELPED }) }],
    ['a head with another training script, whatever key it claims', { run: run(11, { headSha: RETRAINED }) }],
    ['a head with another configuration', { run: run(11, { headSha: RULED }) }],
    ['a head without a file of the model', { run: run(11, { headSha: EMPTIED }) }],
    ['before the pull request', { run: run(11, { createdAt: new Date('2026-03-02T08:59:59Z') }) }],
    ['this run', { run: run(OWN) }],
    ['another key', { run: run(11), key: sha256('other') }],
    ['a run whose artifacts expired', { run: run(11), expired: true }],
    ['a run that was stopped before it left one', { run: run(11), withoutCandidate: true }],
  ])('of %s is not taken', async (_, left) => {
    const runs = world([left]);

    expect(await findReusable({ runs, contents, pulls }, request)).toBeNull();
    expect(runs.downloads).toEqual([]);
  });

  it.each<[string, readonly BranchPull[], boolean]>([
    [
      'a pull request onto another base',
      [PULL, { ...PULL, number: 4, baseRef: 'evil', closedAt: run(1).createdAt }],
      true,
    ],
    ['this one while it had another base', [{ ...PULL, baseChangedAt: new Date('2026-03-02T11:00:00Z') }], true],
    ['any of more pull requests than GitHub lists', [PULL], false],
  ])('that may have been started by %s is not taken', async (_, found, complete) => {
    const runs = world([{ run: run(11) }]);
    const ofBranch = async () => ({ pulls: found, complete });

    expect(await findReusable({ runs, contents, pulls: { ofBranch } }, request)).toBeNull();
  });

  it('of a head that differs in nothing it is made from is taken', async () => {
    const runs = world([{ run: run(11, { headSha: RESTYLED }) }]);

    expect(await findReusable({ runs, contents, pulls }, request)).toMatchObject({ runId: 11 });
  });

  it('that cannot be had is passed over for an older one', async () => {
    const runs = world([
      { run: run(13), withoutCandidate: true },
      { run: run(12, { headBranch: 'x' }) },
      { run: run(11) },
    ]);

    expect(await findReusable({ runs, contents, pulls }, request)).toMatchObject({ runId: 11 });
  });

  it('with other bytes than GitHub says is an error', async () => {
    const runs = world([{ run: run(11) }]);
    const swapped = { ...runs, download: async () => zipSync({ 'model/model.json': new Uint8Array(1) }) };

    await expect(findReusable({ runs: swapped, contents, pulls }, request)).rejects.toMatchObject({
      reasonCode: 'digest-mismatch',
    });
  });
});
