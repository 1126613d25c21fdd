import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError, canonicalJson, driftRules, sha256, type WorkflowRun, withPrivacyFloor } from '@gatehouse/core';
import { type DriftPorts, judgeDriftOfPolicy } from '@gatehouse/gate-runner';
import { readPolicy } from '@gatehouse/governance';
import { duckDbEngine } from '@gatehouse/tables';
import { zipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newKey } from '../governance/example-evaluation.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { memoryContents } from '../governance/memory-contents.ts';
import { WORKSPACE } from '../tables/engine/fixture-tables.ts';
import { compare, csvOf, profileOf, someRows } from './drift-rows.ts';

const MODEL = 'mortgage-approval';
const [MAIN, HEAD] = ['b'.repeat(40), 'a'.repeat(40)];
const FILES = {
  'before.csv': csvOf(someRows(900, 1)),
  'same.csv': csvOf(someRows(700, 2)),
  'moved.csv': csvOf(someRows(700, 3, { shift: 2 })),
  'copy.csv': csvOf(someRows(900, 1)),
};
const KEY = newKey();

interface Scene {
  readonly gate?: string;
  /** Bytes on the base branch in place of those that the policy names. */
  readonly changed?: Readonly<Record<string, string>>;
  readonly record?: object;
}

function policyWith(gate: string | undefined): string {
  const datasets = Object.entries(FILES).map(
    ([path, text]) => `      ${path.slice(0, -4)}: { path: ${path}, digest: "${sha256(text)}", roles: [batch] }\n`,
  );
  const text = EXAMPLE_POLICY.replace(/^ {4}data:\n/m, (line) => `${line}${datasets.join('')}`);
  return gate === undefined ? text : text.replace(/^ {4}gates:\n/m, (line) => `${line}      drift: ${gate}\n`);
}

/** Judges the drift of a policy as the action does, over a GitHub in memory. */
async function judged(
  scene: Scene,
  files: Readonly<Record<string, string>> = {},
): ReturnType<typeof judgeDriftOfPolicy> {
  const texts = {
    ...FILES,
    ...files,
    ...scene.changed,
    'gatehouse.yml': policyWith(scene.gate),
    'governance/keys/governance.pem': KEY.publicKeyPem,
  };
  const contents = memoryContents(texts, MAIN);
  const policy = await readPolicy(contents, MAIN);
  const dataset =
    policy.config.models[MODEL]?.data['applications'] ??
    Object.values(policy.config.models[MODEL]?.data ?? {}).find(({ roles }) => roles.includes('evaluation'));
  const record = {
    schemaVersion: 1,
    model: MODEL,
    headSha: HEAD,
    policyDigest: policy.digest,
    modelDigest: sha256('a model'),
    datasetDigest: dataset?.digest,
    predictions: sha256('predictions'),
    champion: { state: 'none' },
    ...scene.record,
  };
  const zip = zipSync({ 'evaluation.json': new TextEncoder().encode(JSON.stringify(record)) });
  const temp = mkdtempSync(join(tmpdir(), 'gatehouse-drift-'));
  onTestFinished(() => {
    expect(readdirSync(temp)).toEqual([]);
    rmSync(temp, { recursive: true, force: true });
  });
  const ports = {
    ...githubOf(zip),
    contents,
    temp,
    engine: (place: object) => duckDbEngine({ addon: { explicit: WORKSPACE }, root: temp, tempFolder: temp, ...place }),
  };
  return await judgeDriftOfPolicy(
    { model: MODEL, runId: 11, evaluationArtifactId: 100, evaluationArtifactDigest: sha256(zip) },
    ports as unknown as DriftPorts,
  );
}

function githubOf(zip: Uint8Array): object {
  const run: Partial<WorkflowRun> = {
    id: 11,
    headSha: HEAD,
    headBranch: 'change',
    event: 'pull_request',
    createdAt: new Date('2026-11-23T11:00:00Z'),
    fromFork: false,
  };
  const pull = {
    number: 3,
    headSha: HEAD,
    headRef: 'change',
    baseRef: 'main',
    baseSha: MAIN,
    open: true,
    fromFork: false,
  };
  const artifact = {
    id: 100,
    name: 'evaluation',
    sizeBytes: 1,
    expired: false,
    expiresAt: null,
    digest: sha256(zip),
    runId: 12,
  };
  return {
    runs: { get: async () => run, artifact: async () => artifact, download: async () => zip },
    pulls: {
      ofCommit: async () => [pull],
      ofBranch: async () => ({
        pulls: [{ ...pull, createdAt: new Date('2026-11-23T10:00:00Z'), closedAt: null, baseChangedAt: null }],
        complete: true,
      }),
    },
  };
}

async function codeOf(run: Promise<unknown>): Promise<string | undefined> {
  return await run.then(
    () => 'judged',
    (error: unknown) => (error instanceof ActionError ? error.reasonCode : String(error)),
  );
}

describe('drift in the decide run', () => {
  it.each([
    ['data of the same law', '{ data: same, reference: before }', 'pass'],
    [
      'a critical column that has moved',
      '{ data: moved, reference: before, column-rules: { income: { critical: true } } }',
      'fail',
    ],
  ])('of %s', async (_, gate, outcome) => {
    expect(await judged({ gate })).toMatchObject({
      gate: 'drift',
      outcome,
      subject: { model: MODEL, modelDigest: sha256('a model') },
      policyDigest: expect.stringMatching(/^sha256:/),
      inputs: [
        { name: 'data', rows: 700 },
        { name: 'reference', digest: sha256(FILES['before.csv']), rows: 900 },
      ],
    });
  });

  it('finds and measures what a look at the two files does', async () => {
    const { findings, measures } = await judged({ gate: '{ data: moved, reference: before }' });
    const look = await compare({ reference: FILES['before.csv'], current: FILES['moved.csv'] }, driftRules.parse({}));

    expect(findings.map(({ measure, outcome, groups }) => [measure, outcome, groups])).toEqual(
      look.findings.map(({ measure, outcome, groups }) => [measure, outcome, groups]),
    );
    expect(Object(measures['columns']).income.ks).toBe(Object(look.measures['columns']).income.ks);
  });

  it('takes a profile of the repository by its digest', async () => {
    const profile = canonicalJson(withPrivacyFloor(await profileOf(FILES['before.csv'], { exclude: ['id'] }), 10));
    const gate = `{ data: same, profile: { path: p.json, digest: "${sha256(profile)}" } }`;

    expect(await judged({ gate }, { 'p.json': profile })).toMatchObject({
      outcome: 'pass',
      inputs: [{ name: 'data' }, { name: 'profile', digest: sha256(profile) }],
    });
    expect(await codeOf(judged({ gate }, { 'p.json': `${profile} ` }))).toBe('digest-mismatch');
  });

  it('of data that are their own reference is inconclusive, under whatever name', async () => {
    const profile = canonicalJson(withPrivacyFloor(await profileOf(FILES['before.csv'], { exclude: ['id'] }), 10));
    const made = `profile: { path: p.json, digest: "${sha256(profile)}" }`;
    const decisions = [
      await judged({ gate: '{ data: copy, reference: before, domain-classifier: off }' }),
      await judged({ gate: `{ data: copy, ${made} }` }, { 'p.json': profile }),
    ];

    for (const { outcome, findings } of decisions) {
      expect(outcome).toBe('inconclusive');
      expect(findings[0]).toMatchObject({ reasonCode: 'compared-with-itself', severity: 'block' });
    }
  });

  it.each([
    ['other bytes than the policy names', { changed: { 'same.csv': FILES['moved.csv'] } }, 'digest-mismatch'],
    ['a record of another head', { record: { headSha: 'c'.repeat(40) } }, 'decision-mismatch'],
    ['a record of another policy', { record: { policyDigest: sha256('other') } }, 'decision-mismatch'],
    ['a record that is none', { record: { schemaVersion: 2 } }, 'evaluation-error'],
  ] as const)('refuses %s', async (_, scene, code) => {
    expect(await codeOf(judged({ gate: '{ data: same, reference: before }', ...scene }))).toBe(code);
  });

  it('says that the policy has no such gate', async () => {
    expect(await codeOf(judged({}))).toContain('no block "drift"');
  });
});
