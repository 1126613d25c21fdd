/** One byte changed anywhere between evaluate and publish: in the artifact store, or on the wire to the release. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ArtifactRecord } from '@gatehouse/local-github';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { field, textField } from '../../packages/cli/src/demo/person.ts';
import { startFlippingProxy } from './support/flipping-proxy.ts';
import { enrolledScene, FAIR_TRAINING, jobConclusion, logOf, type Pull, type Scene } from './support/scene.ts';

let scene: Scene;
let first: Pull;
let second: Pull;
let third: Pull;

/** Changes one bit of an artifact where GitHub keeps it; the returned function puts it back. */
function flip({ file }: ArtifactRecord): () => void {
  const before = readFileSync(file);
  const after = Buffer.from(before);
  const middle = Math.floor(after.length / 2);
  after.writeUInt8(after.readUInt8(middle) ^ 1, middle);
  writeFileSync(file, after);
  return () => writeFileSync(file, before);
}

const candidateOf = ({ head }: Pull): ArtifactRecord =>
  scene.artifact(scene.runs('train', head)[0], 'candidate-mortgage-approval');

beforeAll(async () => {
  scene = await enrolledScene({ files: { 'train.mjs': FAIR_TRAINING } });
  first = await scene.openPull({ files: { 'first.mjs': '// one\n' } });
  // Merged after the first, its tree is then the tree that was evaluated.
  second = await scene.openPull({ files: { 'first.mjs': '// one\n', 'second.mjs': '// two\n' } });
  third = await scene.openPull({ files: { 'third.mjs': '// three\n' } });
  const end = scene.onProgress(({ run, job, step, conclusion }) => {
    if (step !== null || job?.name !== 'evaluate' || conclusion !== 'success') return;
    if (scene.decideRun(third)?.id === run.id) flip(scene.artifact(run, 'evaluation-mortgage-approval'));
  });
  await scene.idle();
  end();
  await scene.approve(first, 'model-validator', 'risk-officer');
  await scene.approve(second, 'model-validator', 'risk-officer');
});
afterAll(() => scene?.close());

/** Nothing of a version may be left: no tag, no release, not even a draft. */
async function expectNothingPublished(): Promise<void> {
  expect(scene.tags()).toEqual([]);
  expect((await scene.call('platform-engineer', 'GET', '/releases')).body).toEqual([]);
}

const mergedSha = async ({ number }: Pull): Promise<string> =>
  textField((await scene.call('ml-engineer', 'GET', `/pulls/${number}`)).body, 'merge_commit_sha');

describe('a byte of the evaluation, between evaluate and gates', () => {
  it('is judged and becomes ready when nobody touches it', async () => {
    expect(scene.history(first).map(({ kind }) => kind)).toContain('decision');
    expect((await scene.check(first)).conclusion).toBe('success');
  });

  it('leaves no decision when it was changed', async () => {
    const run = scene.decideRun(third);

    expect(jobConclusion(run, 'evaluate')).toBe('success');
    expect(logOf(run, 'gates').match(/digest-mismatch/g)?.length).toBeGreaterThanOrEqual(2);
    expect(scene.history(third).map(({ kind }) => kind)).toEqual(['refused']);
    expect(await scene.check(third)).toMatchObject({ conclusion: 'failure' });
    expect((await scene.check(third)).title).toContain('decision-missing');
  });
});

describe('a byte of the approved candidate', () => {
  it('stops publish when it is changed after the authorisation', async () => {
    let restore = (): void => undefined;
    const end = scene.onProgress(({ run, job, step, conclusion }) => {
      const authorised = step === null && run.name === 'authorise' && job?.name === 'authorise';
      if (authorised && conclusion === 'success') restore = flip(candidateOf(first));
    });
    expect((await scene.merge(first)).status).toBe(200);
    await scene.idle();
    end();
    restore();

    const [run] = scene.runs('authorise');
    expect(jobConclusion(run, 'authorise')).toBe('success');
    expect(run?.conclusion).toBe('failure');
    expect(logOf(run)).toContain('digest-mismatch');
    await expectNothingPublished();
  });

  it('stops publish when it is changed on its way to the release', async () => {
    const { github } = scene.world;
    const { uploads } = github.urls;
    const proxy = await startFlippingProxy(github.apiUrl);
    Object.assign(github.urls, { uploads: `${proxy.url}/uploads` });
    await scene.dispatch('publish.yml', 'main', { commit: await mergedSha(first) });
    await scene.idle();
    Object.assign(github.urls, { uploads });
    await proxy.close();

    const [run] = scene.runs('publish');
    expect(run?.conclusion).toBe('failure');
    expect(logOf(run)).toMatch(/digest-mismatch/);
    expect(logOf(run)).toMatch(/GitHub has "[^"]+", .+, digest sha256:/);
    await expectNothingPublished();
  });

  it('is published when nobody touches it', async () => {
    await scene.dispatch('publish.yml', 'main', { commit: await mergedSha(first) });
    await scene.idle();

    expect(scene.runs('publish')[0]?.conclusion, logOf(scene.runs('publish')[0])).toBe('success');
    expect(scene.tags()).toEqual(['mortgage-approval@v1.0.0']);
    const { body } = await scene.call('platform-engineer', 'GET', '/releases');
    expect(field(body, 0, 'immutable')).toBe(true);
  });

  it('stops the authorisation, and with it publish, when it is changed after the approvals', async () => {
    expect((await scene.check(second)).conclusion).toBe('success');
    flip(candidateOf(second));
    expect((await scene.merge(second)).status).toBe(200);
    await scene.idle();
    await scene.dispatch('publish.yml', 'main', { commit: await mergedSha(second) });
    await scene.idle();

    expect(jobConclusion(scene.runs('authorise')[0], 'authorise')).toBe('failure');
    expect(logOf(scene.runs('authorise')[0])).toContain('digest-mismatch');
    expect(scene.history(second).map(({ kind }) => kind)).not.toContain('authorised');
    expect(logOf(scene.runs('publish')[0])).toContain('not-authorised');
    expect(scene.tags()).toEqual(['mortgage-approval@v1.0.0']);
  });
});
