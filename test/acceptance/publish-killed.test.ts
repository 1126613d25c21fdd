/** A publication that is killed at every request, before, within and after it, and run again. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { RepositoryRecord } from '@gatehouse/local-github';
import { fetchVersion } from '@gatehouse/registry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../unit/local-github/world.ts';
import { connect, publish, type Target, weightsOf } from './support/killed-publication.ts';
import { type Killing, type KillTime, startKillingProxy } from './support/killing-proxy.ts';

const CHILD = join(import.meta.dirname, 'support', 'killed-publication-child.ts');
/** Processes at once: most of their time is their start. */
const AT_ONCE = 3;

let world: World;
let token = '';
let requests: readonly string[];
beforeAll(async () => {
  world = await startWorld();
  token = world.github.admin.createToken(world.owner);
  requests = await requestsOfOneRun();
});
afterAll(() => world?.close());

interface Place {
  readonly repository: RepositoryRecord;
  readonly target: Target;
}

/** A repository with the first version, so that the second refers to it. */
async function placeNamed(repo: string): Promise<Place> {
  const repository = await world.github.admin.createRepository({ owner: 'bank', name: repo });
  await world.git('push', '--quiet', repository.gitDir, 'main:main');
  repository.immutableReleases = true;
  const target = { apiUrl: world.github.apiUrl, token, repo, commit: world.sha };
  await publish(target, 1);
  return { repository, target };
}

/** The second version by a process of its own, through a proxy that may kill it. */
async function publishByProcess(
  target: Target,
  killing: Omit<Killing, 'kill'> | null,
): Promise<{ readonly signal: NodeJS.Signals | null; readonly code: number | null; readonly seen: readonly string[] }> {
  let kill = (): void => undefined;
  const proxy = await startKillingProxy(target.apiUrl, killing === null ? null : { ...killing, kill: () => kill() });
  const argument = JSON.stringify({ ...target, apiUrl: proxy.url });
  const env = { ...process.env, NODE_COMPILE_CACHE: join(world.folder, 'compiled') };
  const child = spawn(process.execPath, [CHILD, argument], { stdio: ['ignore', 'ignore', 'inherit'], env });
  kill = () => void child.kill('SIGKILL');
  const end = await new Promise<{ signal: NodeJS.Signals | null; code: number | null }>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => done({ code, signal }));
  });
  await proxy.settle();
  await proxy.close();
  return { ...end, seen: proxy.seen };
}

async function requestsOfOneRun(): Promise<readonly string[]> {
  const { target } = await placeNamed('clean');
  const { code, seen } = await publishByProcess(target, null);
  expect(code).toBe(0);
  return seen;
}

/** What everybody can see of a repository after a run that was killed and one that was not. */
async function outcome({ repository, target }: Place): Promise<unknown> {
  const { bytes, modelDigest } = await fetchVersion(connect(target), 'm@v1.1.0');
  return {
    modelDigest,
    sameBytes: weightsOf(2).equals(bytes.get('w.bin') ?? Buffer.of()),
    releases: repository.releases.map(({ tagName, draft, immutable, assets }) => ({
      tagName,
      draft,
      immutable,
      assets: assets.map(({ name, digest, state }) => `${name} ${state} ${digest}`).toSorted(),
    })),
    tags: (await connect(target).tags.list('')).map(({ name, commit }) => `${name} ${commit}`),
  };
}

/** Every request at which something can be cut. GitHub is the same before and after it was read, so once is enough there. */
function killings(): readonly Omit<Killing, 'kill'>[] {
  return requests.flatMap((line, request) => timesOf(line).map((when) => ({ request, when })));
}

function timesOf(line: string): readonly KillTime[] {
  if (line.startsWith('GET')) return ['after'];
  return line.startsWith('POST /uploads') ? ['before', 'within', 'after'] : ['before', 'after'];
}

describe('a publication that is killed', () => {
  it('uses every kind of request that publishing makes', () => {
    const kinds = new Set(
      requests.map((line) => line.replaceAll(/\d+/g, 'N').replace(/asset-storage.*/, 'asset-storage')),
    );
    const writes = [...kinds].filter((line) => !line.startsWith('GET'));

    expect(writes.toSorted()).toEqual([
      'PATCH /repos/bank/clean/releases/N',
      'POST /repos/bank/clean/git/refs',
      'POST /repos/bank/clean/git/tags',
      'POST /repos/bank/clean/releases',
      'POST /uploads/repos/bank/clean/releases/N/assets',
    ]);
    expect(requests.filter((line) => line.startsWith('POST /uploads')).length).toBeGreaterThanOrEqual(4);
  });

  it('at any request, before, within or after it, ends in the same version when it is run again', async () => {
    const clean = await placeNamed('reference');
    await publish(clean.target, 2);
    const expected = await outcome(clean);
    const queue = killings().map((killing, number) => ({ killing, number }));
    const wrong: unknown[] = [];
    let killed = 0;

    async function worker(): Promise<void> {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { killing, number } = next;
        const place = await placeNamed(`killed-${number}`);
        const { signal } = await publishByProcess(place.target, killing);
        if (signal === 'SIGKILL') killed += 1;
        await publish(place.target, 2);
        const found = await outcome(place);
        if (JSON.stringify(found) !== JSON.stringify(expected))
          wrong.push({ ...killing, line: requests[killing.request], found });
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker));

    expect(wrong).toEqual([]);
    expect(killed).toBe(killings().length);
  });
});
