/** One byte changed anywhere between evaluate and publish: in the artifact store, or on the wire to the release. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ArtifactRecord } from '@gatehouse/local-github';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { field, textField } from '../../packages/cli/src/demo/person.ts';
import { MODEL } from '../../packages/cli/src/demo/world.ts';
import { attack } from './support/attack.ts';
import { startFlippingProxy } from './support/flipping-proxy.ts';
import { equal, ready } from './support/green.ts';
import { refusedRun } from './support/observed.ts';
import { enrolledScene, FAIR_TRAINING, isJob, jobConclusion, logOf, type Pull, type Scene } from './support/scene.ts';

let scene: Scene;
/** Nobody touches it: merged and published. */
let first: Pull;
let second: Pull;
let third: Pull;
let judged: Pull;

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
  // Each holds the files of those before it, so that the merged tree is the one that was evaluated.
  first = await scene.openPull({ files: { 'first.mjs': '// one\n' } });
  second = await scene.openPull({ files: { 'first.mjs': '// one\n', 'second.mjs': '// two\n' } });
  third = await scene.openPull({
    files: { 'first.mjs': '// one\n', 'second.mjs': '// two\n', 'third.mjs': '// three\n' },
  });
  judged = await scene.openPull({ files: { 'judged.mjs': '// four\n' } });
  const end = scene.onProgress(({ run, job, step, conclusion }) => {
    if (step !== null || !isJob(job?.name ?? '', 'evaluate') || conclusion !== 'success') return;
    if (scene.decideRun(judged)?.id === run.id) flip(scene.artifact(run, 'evaluation-mortgage-approval'));
  });
  await scene.idle();
  end();
});
afterAll(() => scene?.close());

const releases = async (): Promise<unknown> => (await scene.call('platform-engineer', 'GET', '/releases')).body;

/** Nothing of a new version may be left: no tag, no release, not even a draft. */
async function expectOnlyFirst(): Promise<void> {
  expect(scene.tags()).toEqual(['mortgage-approval@v1.0.0']);
  expect(await releases()).toHaveLength(1);
}

const mergedSha = async ({ number }: Pull): Promise<string> =>
  textField((await scene.call('ml-engineer', 'GET', `/pulls/${number}`)).body, 'merge_commit_sha');

async function publish(pull: Pull): Promise<void> {
  await scene.dispatch('publish.yml', 'main', { model: MODEL, commit: await mergedSha(pull) });
  await scene.idle();
}

attack(
  {
    id: 'byte-of-evaluation-changed',
    threats: ['T14', 'T19'],
    may: 'write where GitHub keeps artifacts',
    does: 'changes one bit of the predictions between the jobs evaluate and gates',
    refusedBy: 'gates',
    reasonCodes: ['digest-mismatch'],
  },
  {
    green: () => ready(scene, first),
    attempt: async () => {
      const run = scene.decideRun(judged);
      expect(jobConclusion(run, 'evaluate')).toBe('success');
      expect(logOf(run, 'gates').match(/digest-mismatch/g)?.length).toBeGreaterThanOrEqual(2);
      expect(scene.history(judged).map(({ kind }) => kind)).toEqual(['refused']);
      expect(await scene.check(judged)).toMatchObject({ conclusion: 'failure' });
      expect((await scene.check(judged)).title).toContain('decision-missing');
      return refusedRun('gates', run, 'gates');
    },
  },
);

it('what nobody touches is published', async () => {
  await scene.approve([first, second, third], 'model-validator', 'risk-officer');
  expect((await scene.merge(first)).status).toBe(200);
  await scene.idle();

  expect(scene.runs('authorise')[0]?.conclusion, logOf(scene.runs('authorise')[0])).toBe('success');
  await expectOnlyFirst();
  expect(field(await releases(), 0, 'immutable')).toBe(true);
});

const published = (versions: number) => equal('the number of versions', scene.tags().length, versions);

attack(
  {
    id: 'byte-of-candidate-changed-after-authorisation',
    threats: ['T14', 'T3'],
    may: 'write where GitHub keeps artifacts',
    does: 'changes one bit of the approved candidate between authorise and publish',
    refusedBy: 'publish',
    reasonCodes: ['digest-mismatch'],
  },
  {
    green: () => published(1),
    attempt: async () => {
      let restore = (): void => undefined;
      const end = scene.onProgress(({ run, job, step, conclusion }) => {
        const authorised = step === null && run.name === 'authorise' && isJob(job?.name ?? '', 'authorise');
        if (authorised && conclusion === 'success') restore = flip(candidateOf(second));
      });
      expect((await scene.merge(second)).status).toBe(200);
      await scene.idle();
      end();
      restore();

      const [run] = scene.runs('authorise');
      expect(jobConclusion(run, 'authorise')).toBe('success');
      expect(run?.conclusion).toBe('failure');
      await expectOnlyFirst();
      return refusedRun('publish', run);
    },
  },
);

attack(
  {
    id: 'byte-of-candidate-changed-on-the-wire',
    threats: ['T3'],
    may: 'change what goes from the publish job to the release',
    does: 'changes one bit of each upload',
    refusedBy: 'publish',
    reasonCodes: ['digest-mismatch'],
  },
  {
    green: () => published(1),
    attempt: async () => {
      const { github } = scene.world;
      const { uploads } = github.urls;
      const proxy = await startFlippingProxy(github.apiUrl);
      Object.assign(github.urls, { uploads: `${proxy.url}/uploads` });
      await publish(second);
      Object.assign(github.urls, { uploads });
      await proxy.close();

      const [run] = scene.runs('publish');
      expect(run?.conclusion).toBe('failure');
      expect(logOf(run)).toMatch(/GitHub has "[^"]+", .+, digest sha256:/);
      await expectOnlyFirst();
      return refusedRun('publish', run);
    },
  },
);

attack(
  {
    id: 'byte-of-candidate-changed-after-approval',
    threats: ['T14'],
    may: 'write where GitHub keeps artifacts',
    does: 'changes one bit of the candidate between the approvals and the merge',
    refusedBy: 'authorise',
    reasonCodes: ['digest-mismatch'],
  },
  {
    green: async () => {
      await publish(second);
      return published(2);
    },
    attempt: async () => {
      expect((await scene.check(third)).conclusion).toBe('success');
      flip(candidateOf(third));
      expect((await scene.merge(third)).status).toBe(200);
      await scene.idle();
      const [authorise] = scene.runs('authorise');
      await publish(third);

      expect(jobConclusion(authorise, 'authorise')).toBe('failure');
      expect(scene.history(third).map(({ kind }) => kind)).not.toContain('authorised');
      expect(refusedRun('publish', scene.runs('publish')[0])).toMatchObject({ reasonCodes: ['not-authorised'] });
      expect(scene.tags()).toHaveLength(2);
      return refusedRun('authorise', authorise, 'authorise');
    },
  },
);
