/** Around the gates: a forged release, a champion that is denied, a merge past the check. */
import { sha256 } from '@gatehouse/core';
import {
  buildChunkIndex,
  buildManifest,
  chunksOf,
  parseManifest,
  type StoredChunk,
  stageTagMessage,
  writeManifest,
} from '@gatehouse/registry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, field, numberField, textField } from '../../packages/cli/src/demo/person.ts';
import { MODEL, REPOSITORY } from '../../packages/cli/src/demo/world.ts';
import { attack } from './support/attack.ts';
import { merged, ready, succeeded } from './support/green.ts';
import { answered, refusedRun } from './support/observed.ts';
import { enrolledScene, FAIR_TRAINING, jobConclusion, logOf, type Pull, type Scene } from './support/scene.ts';

const DENIES_CHAMPION = 'change-3';
const LOSES_CHAMPION = 'change-4';
const forged = `contains('${DENIES_CHAMPION} ${LOSES_CHAMPION}', github.event.workflow_run.head_branch)`;
const branch = 'github.event.workflow_run.head_branch';

/** An evaluate job that was taken over: it hands the gates an evaluation of its own making, with a digest that fits. */
const takenOver = (decide: string): string =>
  decide
    .replace(
      '${{ steps.evaluate.outputs.artifact-id }}',
      '${{ steps.forged.outputs.artifact-id || steps.evaluate.outputs.artifact-id }}',
    )
    .replace(
      '${{ steps.evaluate.outputs.artifact-digest }}',
      "${{ steps.forged.outputs.artifact-id && format('sha256:{0}', steps.forged.outputs.artifact-digest) || steps.evaluate.outputs.artifact-digest }}",
    )
    .replace(
      '\n\n  gates:',
      `
      - if: ${forged}
        uses: actions/download-artifact@v7
        with: { name: evaluation-mortgage-approval, path: forged }
      - if: ${forged}
        run: rm forged/champion-predictions.csv
      - if: ${branch} == '${DENIES_CHAMPION}'
        run: |
          node -e 'const fs = require("fs"), f = "forged/evaluation.json"; const record = JSON.parse(fs.readFileSync(f)); fs.writeFileSync(f, JSON.stringify({ ...record, champion: { state: "none" } }))'
      - if: ${forged}
        id: forged
        uses: actions/upload-artifact@v7
        with: { name: forged, path: forged }

  gates:`,
    );

let scene: Scene;
let mergedFirst: Answer;
let main = '';

/** As somebody with write access and a shell would do it. */
async function tag(name: string, object: string, message: string): Promise<void> {
  const made = await scene.call('colleague', 'POST', '/git/tags', { tag: name, message, object, type: 'commit' });
  expect(made.status).toBe(201);
  const ref = { ref: `refs/tags/${name}`, sha: textField(made.body, 'sha') };
  expect((await scene.call('colleague', 'POST', '/git/refs', ref)).status).toBe(201);
}

const headers = () => ({ authorization: `Bearer ${scene.world.people.colleague.token}` });

async function assetsOf(version: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { body } = await scene.call('colleague', 'GET', `/releases/tags/${encodeURIComponent(version)}`);
  const assets = field(body, 'assets');
  if (!Array.isArray(assets)) throw new Error('The release has no assets.');
  const files = new Map<string, Uint8Array>();
  for (const asset of assets) {
    const url = `${scene.world.github.apiUrl}/repos/${REPOSITORY}/releases/assets/${numberField(asset, 'id')}`;
    const response = await fetch(url, { headers: { ...headers(), accept: 'application/octet-stream' } });
    files.set(textField(asset, 'name'), new Uint8Array(await response.arrayBuffer()));
  }
  return files;
}

/** The model files of a version that stores all of its bytes itself. */
function filesOf(assets: ReadonlyMap<string, Uint8Array>): Map<string, Buffer> {
  const manifest = parseManifest(assets.get('manifest.json') ?? new Uint8Array());
  const bytesOf = ({ part, offset, sizeBytes }: StoredChunk): Uint8Array =>
    assets.get(manifest.parts[part]?.asset ?? '')?.subarray(offset, offset + sizeBytes) ?? new Uint8Array();
  return new Map(
    manifest.files.map((file) => [file.name, Buffer.concat(chunksOf(manifest, file).map(bytesOf))] as const),
  );
}

interface HandMade {
  readonly files: ReadonlyMap<string, Buffer>;
  /** Assets of the version that it is made after; what travels with the model comes from there. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** Publishes an immutable release by hand, with a manifest that is true of its files. */
async function releaseByHand(version: string, commit: string, { files, assets }: HandMade): Promise<void> {
  const described = (list: Iterable<readonly [string, Uint8Array]>) =>
    [...list].map(([name, bytes]) => ({ name, sizeBytes: bytes.length, digest: sha256(bytes) }));
  const part = Buffer.concat([...files.values()]);
  const stored = { release: version, asset: 'part-0001', sizeBytes: part.length, digest: sha256(part) };
  const cut = described(files);
  const offsets = cut.map((_, number) => cut.slice(0, number).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  const index = buildChunkIndex({
    tag: version,
    model: 'mortgage-approval',
    files: cut.map((file) => ({ ...file, chunks: [file] })),
    placeOf: ({ digest }) => ({ part: stored, offset: offsets[cut.findIndex((file) => file.digest === digest)] ?? 0 }),
  });
  const beside = [...assets].filter(([name]) => name !== 'manifest.json' && !name.startsWith('part-'));
  const manifest = buildManifest({ index, commit, attachments: described(beside) });
  await tag(version, commit, `${version}\n\nModel-Digest: ${manifest.modelDigest}`);
  const draft = await scene.call('colleague', 'POST', '/releases', { tag_name: version, name: version, draft: true });
  const id = numberField(draft.body, 'id');
  for (const [name, bytes] of new Map([...beside, ['part-0001', part], ['manifest.json', writeManifest(manifest)]])) {
    const url = `${scene.world.github.urls.uploads}/repos/${REPOSITORY}/releases/${id}/assets?name=${name}`;
    const type = { 'content-type': 'application/octet-stream' };
    const response = await fetch(url, { method: 'POST', headers: { ...headers(), ...type }, body: bytes });
    expect(response.status, await response.text()).toBe(201);
  }
  const published = await scene.call('colleague', 'PATCH', `/releases/${id}`, { draft: false });
  expect(published.status).toBe(200);
  expect(field(published.body, 'immutable')).toBe(true);
  await scene.idle();
}

beforeAll(async () => {
  scene = await enrolledScene({ files: { '.github/workflows/decide-model.yml': takenOver } });
  const first = await scene.openPull({ files: { 'train.mjs': FAIR_TRAINING } });
  await scene.idle();
  expect((await scene.check(first)).title).toContain('Ready for approval');
  await scene.approve(first, 'model-validator', 'risk-officer');
  mergedFirst = await scene.merge(first);
  expect(mergedFirst.status).toBe(200);
  main = textField(mergedFirst.body, 'sha');
  await scene.idle();
});
afterAll(() => scene?.close());

/** The release that publish-model made is deployed; the first run of deploy is about it. */
function deployed() {
  expect(scene.tags()).toContain('mortgage-approval@v1.0.0');
  return succeeded(scene.runs('deploy').at(-1));
}

attack(
  {
    id: 'version-tag-by-a-person',
    threats: ['T17'],
    may: 'write to the repository',
    does: 'creates the tag of a version',
    refusedBy: 'github',
    status: 422,
    words: 'Repository rule violations',
  },
  {
    green: deployed,
    attempt: async () => {
      const ref = { ref: 'refs/tags/mortgage-approval@v9.0.0', sha: main };
      const answer = await scene.call('colleague', 'POST', '/git/refs', ref);
      expect(scene.tags()).toEqual(['mortgage-approval@v1.0.0']);
      return answered(answer);
    },
  },
);

describe('a release made by hand around an old authorisation, where no rule protects tags', () => {
  beforeAll(() => {
    const { rulesets } = scene.repository;
    rulesets.splice(0, rulesets.length, ...rulesets.filter(({ target }) => target !== 'tag'));
  });

  attack(
    {
      id: 'authorisation-replayed-with-other-bytes',
      threats: ['T17', 'T3'],
      may: 'make releases, in a repository without the ruleset for tags',
      does: 'publishes other bytes by hand, with the authorisation of an earlier version',
      refusedBy: 'deploy',
      reasonCodes: ['not-authorised'],
    },
    {
      green: deployed,
      attempt: async () => {
        const assets = await assetsOf('mortgage-approval@v1.0.0');
        const files = filesOf(assets);
        const config = String(files.get('config.json')).replace('"threshold": 0.5', '"threshold": 0.9');
        files.set('config.json', Buffer.from(config));
        await releaseByHand('mortgage-approval@v9.0.0', main, { files, assets });

        const [run] = scene.runs('deploy');
        expect(run?.conclusion).toBe('failure');
        expect(logOf(run)).not.toContain('Deployment command');
        return refusedRun('deploy', run);
      },
    },
  );

  attack(
    {
      id: 'authorisation-replayed-on-another-commit',
      threats: ['T17'],
      may: 'make releases, in a repository without the ruleset for tags',
      does: 'publishes the authorised bytes by hand, on a commit with another deployment command',
      refusedBy: 'deploy',
      reasonCodes: ['not-authorised'],
    },
    {
      green: deployed,
      attempt: async () => {
        const other = await scene.pushBranch({ files: { 'deploy.mjs': 'console.log("deployed something else");\n' } });
        const assets = await assetsOf('mortgage-approval@v1.0.0');
        await releaseByHand('mortgage-approval@v9.1.0', other.head, { files: filesOf(assets), assets });

        const [run] = scene.runs('deploy');
        expect(run?.conclusion).toBe('failure');
        expect(logOf(run)).not.toContain('deployed something else');
        return refusedRun('deploy', run);
      },
    },
  );
});

describe('with a champion in production', () => {
  let honest: Pull;
  let denies: Pull;
  let loses: Pull;

  beforeAll(async () => {
    const version = 'mortgage-approval@v1.0.0';
    await scene.dispatch('promote.yml', 'main', {
      model: MODEL,
      version,
      stage: 'production',
      reason: 'First version',
    });
    await scene.idle();
    expect(scene.runs('promote')[0]?.conclusion).toBe('success');
    // Somebody with the right to push tags names another champion: nobody follows it.
    await tag('mortgage-approval#production#7', main, stageTagMessage('mortgage-approval@v9.9.9', 'A weak one'));
    denies = await scene.openPull({ files: { 'denies.mjs': '// two\n' } });
    loses = await scene.openPull({ files: { 'loses.mjs': '// three\n' } });
    honest = await scene.openPull({ files: { 'honest.mjs': '// one\n' } });
    expect([denies.branch, loses.branch]).toEqual([DENIES_CHAMPION, LOSES_CHAMPION]);
    await scene.idle();
  });

  it('the next candidate is compared with it', () => {
    const { performance } = scene.decisions(honest);

    expect(performance?.inputs.map(({ name }) => name)).toContain('champion-predictions');
    expect(performance?.measures).toMatchObject({ metrics: { auc: { champion: expect.any(Number) } } });
    expect(performance?.findings.map(({ reasonCode }) => reasonCode)).toContain('non-inferior');
    expect(performance?.findings.map(({ reasonCode }) => reasonCode)).not.toContain('first-version');
  });

  async function refusedByEveryGate(pull: Pull, word: string) {
    const run = scene.decideRun(pull);
    expect(logOf(run, 'gates').match(new RegExp(`##\\[error\\].*${word}`, 'g'))).toHaveLength(2);
    expect(scene.history(pull).map(({ kind }) => kind)).toEqual(['refused']);
    expect(await scene.check(pull)).toMatchObject({ conclusion: 'failure' });
    return refusedRun('gates', run, 'gates');
  }

  attack(
    {
      id: 'evaluation-denies-the-champion',
      threats: ['T19'],
      may: 'take over the evaluate job',
      does: 'hands the gates an evaluation that says there is no champion to compare with',
      refusedBy: 'gates',
      reasonCodes: ['decision-mismatch'],
    },
    { green: () => ready(scene, honest), attempt: () => refusedByEveryGate(denies, 'champion') },
  );

  attack(
    {
      id: 'evaluation-loses-the-champion',
      threats: ['T19'],
      may: 'take over the evaluate job',
      does: "hands the gates an evaluation without the champion's predictions",
      refusedBy: 'gates',
      reasonCodes: ['evaluation-error'],
    },
    { green: () => ready(scene, honest), attempt: () => refusedByEveryGate(loses, 'champion-predictions.csv') },
  );

  attack(
    {
      id: 'merge-past-the-check',
      threats: ['T4'],
      may: 'administer the repository',
      does: 'lifts the protection of the branch and merges without approvals',
      refusedBy: 'authorise',
      reasonCodes: ['not-authorised'],
    },
    {
      green: () => merged(mergedFirst),
      attempt: async () => {
        expect((await scene.merge(honest)).status).toBe(405);
        expect((await scene.call('platform-engineer', 'DELETE', '/branches/main/protection')).status).toBe(204);
        const before = scene.tags();
        const answer = await scene.merge(honest, 'platform-engineer');
        expect(answer.status).toBe(200);
        await scene.idle();
        const sha = textField(answer.body, 'sha');
        await scene.dispatch('publish.yml', 'main', { model: MODEL, commit: sha });
        await scene.idle();

        const [authorise] = scene.runs('authorise', sha);
        expect(jobConclusion(authorise, 'authorise')).toBe('failure');
        expect(scene.history(honest).map(({ kind }) => kind)).toEqual(['decision', 'ready']);
        const publish = refusedRun('publish', scene.runs('publish')[0]);
        expect(publish).toMatchObject({ reasonCodes: ['not-authorised'] });
        expect(scene.tags()).toEqual(before);
        return refusedRun('authorise', authorise, 'authorise');
      },
    },
  );

  attack(
    {
      id: 'review-after-merge',
      threats: ['T5', 'T6'],
      may: 'merge past the check, and get the approvals afterwards',
      does: 'collects the approvals after the merge, and starts the authorisation again',
      refusedBy: 'authorise',
      reasonCodes: ['review-after-merge'],
    },
    {
      green: () => merged(mergedFirst),
      attempt: async () => {
        const [past] = scene.runs('authorise');
        await scene.approve(honest, 'model-validator', 'risk-officer');
        const answer = await scene.call('platform-engineer', 'POST', `/actions/runs/${past?.id}/rerun`);
        expect(answer.status).toBe(201);
        await scene.idle();

        const [authorise] = scene.runs('authorise');
        expect(logOf(authorise, 'authorise')).toContain('Ready for approval; missing validation');
        expect(logOf(authorise, 'authorise')).toMatch(
          /review-after-merge: model-validator at .+, risk-officer at .+ merged at /,
        );
        expect(scene.history(honest).map(({ kind }) => kind)).not.toContain('authorised');
        return refusedRun('authorise', authorise, 'authorise');
      },
    },
  );
});
