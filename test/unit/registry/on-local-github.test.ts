import { createGitHub } from '@gatehouse/github';
import { fetchVersion, planVersion, publishVersion } from '@gatehouse/registry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../local-github/world.ts';
import { digestOf, MODEL, plan } from './plans.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(async () => world.close());

test('a version is published and fetched through the adapter, within the description of the API', async () => {
  const { github, repository, owner, sha } = world;
  repository.immutableReleases = true;
  const token = github.admin.createToken(owner);
  const ports = createGitHub({ token, apiUrl: github.apiUrl, owner: 'bank', repo: 'credit' });
  const request = { model: 'm', commit: sha, modelDigest: digestOf(MODEL), bump: 'minor' } as const;

  const tag = await planVersion(ports, request);
  const published = await publishVersion(ports, plan({ tag, commit: sha }));
  const again = await publishVersion(ports, plan({ tag: await planVersion(ports, request), commit: sha }));
  const version = await fetchVersion(ports, tag, { modelDigest: digestOf(MODEL) });

  expect(tag).toBe('m@v1.0.0');
  expect(published.release).toMatchObject({ immutable: true, draft: false });
  expect(again).toMatchObject({ alreadyPublished: true, release: { id: published.release.id } });
  expect(Buffer.from(version.bytes.get('model.safetensors') ?? []).toString()).toBe('weights');
  expect(await world.git('cat-file', '-t', 'refs/tags/m@v1.0.0')).toBe('tag');
  expect(github.violations()).toEqual([]);
});
