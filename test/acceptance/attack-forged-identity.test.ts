/** Somebody pretends: to be allowed to use the keys, to be the check, to write evidence, to have an authorisation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, call, textField } from '../../packages/cli/src/demo/person.ts';
import { CHECK_NAME } from '../../packages/cli/src/demo/repository.ts';
import { MODEL, REPOSITORY } from '../../packages/cli/src/demo/world.ts';
import { attack } from './support/attack.ts';
import { equal, merged, succeeded } from './support/green.ts';
import { hostileFiles } from './support/hostile-workflow.ts';
import { answered, gained, refusedJob, refusedRun } from './support/observed.ts';
import { enrolledScene, FAIR_TRAINING, logOf, type Pull, type Scene } from './support/scene.ts';

let scene: Scene;
/** Nothing happens to it: approved, merged and published. */
let control: Pull;
let mergedControl: Answer;
/** Gates green, nobody has approved. */
let victim: Pull;
let hostile: Pull;

const secrets = (): readonly string[] => {
  const names = ['governance', 'registry'];
  return names.flatMap((name) => [...(scene.repository.environments.get(name)?.secrets.values() ?? [])]);
};

beforeAll(async () => {
  scene = await enrolledScene({ files: { 'train.mjs': FAIR_TRAINING } });
  control = await scene.openPull({ files: { 'control.mjs': '// zero\n' } });
  victim = await scene.openPull({ files: { 'victim.mjs': '// one\n' } });
  await scene.idle();
  await scene.approve(control, 'model-validator', 'risk-officer');
  mergedControl = await scene.merge(control);
  hostile = await scene.openPull({
    files: hostileFiles(victim.head),
  });
  await scene.idle();
});
afterAll(() => scene?.close());

const authorised = () => succeeded(scene.runs('authorise')[0]);

describe('a pull request that asks for the environments of the keys', () => {
  attack(
    {
      id: 'environment-of-the-signing-key-from-a-pull-request',
      threats: ['T16', 'T1'],
      may: 'push a workflow to a branch',
      does: 'runs a job of a pull request in the environment "governance"',
      refusedBy: 'github',
      status: null,
      words: 'is not allowed to deploy to governance',
    },
    { green: authorised, attempt: () => refusedJob(scene.runs('hostile')[0], 'ask-for-governance') },
  );

  attack(
    {
      id: 'environment-of-the-registry-from-a-pull-request',
      threats: ['T16', 'T1'],
      may: 'push a workflow to a branch',
      does: 'runs a job of a pull request in the environment "registry"',
      refusedBy: 'github',
      status: null,
      words: 'is not allowed to deploy to registry',
    },
    { green: authorised, attempt: () => refusedJob(scene.runs('hostile')[0], 'ask-for-registry') },
  );

  attack(
    {
      id: 'secret-named-without-its-environment',
      threats: ['T16', 'T9'],
      may: 'push a workflow to a branch',
      does: 'names the signing key in a job without the environment',
      refusedBy: 'nobody',
      because: 'the secret is empty outside its environment',
    },
    {
      green: authorised,
      attempt: () => {
        const length = /KEY LENGTH (\d+)/.exec(logOf(scene.runs('hostile')[0], 'forge'))?.[1];
        return gained(length === '0' ? [] : [`a key of ${length} characters`]);
      },
    },
  );

  attack(
    {
      id: 'secret-printed-in-another-encoding',
      threats: ['T9'],
      may: 'push a workflow to a branch',
      does: 'prints secrets plainly, in base64, in hex, as a URL and backwards',
      refusedBy: 'nobody',
      because: 'no log of any run holds a line of a key in any of these encodings',
    },
    { green: authorised, attempt: () => gained(leakedLines()) },
  );
});

function leakedLines(): readonly string[] {
  const logs = scene.repository.runs.map((run) => logOf(run)).join('\n');
  const lines = secrets().flatMap((pem) => pem.split('\n').filter((line) => /^[A-Za-z0-9+/=]{40,}$/.test(line)));
  expect(lines.length).toBeGreaterThan(20);
  return lines.flatMap((line) => {
    const encodings = [
      line,
      Buffer.from(line).toString('base64').slice(0, 40),
      Buffer.from(line).toString('hex'),
      Buffer.from(line, 'base64').toString('hex'),
      encodeURIComponent(line),
      [...line].reverse().join(''),
    ];
    return encodings.filter((text) => logs.includes(text));
  });
}

describe('a forged check or status of the same name', () => {
  async function mergeOf(pull: Pull): Promise<Answer> {
    expect((await scene.check(pull)).conclusion).toBe('action_required');
    return scene.merge(pull);
  }

  function expectForged(): void {
    const log = logOf(scene.runs('hostile')[0], 'forge');
    expect(log.match(/FORGED check-runs 201/g)).toHaveLength(2);
    expect(log.match(/FORGED statuses 201/g)).toHaveLength(2);
  }

  attack(
    {
      id: 'forged-check-by-the-job-token-on-the-own-pull-request',
      threats: ['T4'],
      may: 'push a workflow with checks: write and statuses: write',
      does: 'posts a green check and status of the same name on the own head',
      refusedBy: 'github',
      status: 405,
      words: 'gatehouse/governance',
    },
    {
      green: () => merged(mergedControl),
      attempt: async () => {
        expectForged();
        return answered(await mergeOf(hostile));
      },
    },
  );

  attack(
    {
      id: 'forged-check-by-the-job-token-on-another-pull-request',
      threats: ['T4'],
      may: 'push a workflow with checks: write and statuses: write',
      does: 'posts a green check and status of the same name on the head of another pull request',
      refusedBy: 'github',
      status: 405,
      words: 'gatehouse/governance',
    },
    {
      green: () => merged(mergedControl),
      attempt: async () => {
        expectForged();
        return answered(await mergeOf(victim));
      },
    },
  );

  attack(
    {
      id: 'forged-check-by-another-app',
      threats: ['T4'],
      may: 'install an App with checks: write',
      does: 'posts a green check of the same name as another App',
      refusedBy: 'github',
      status: 405,
      words: 'gatehouse/governance',
    },
    {
      green: () => merged(mergedControl),
      attempt: async () => {
        const { admin, apiUrl } = scene.world.github;
        const app = admin.createApp({ name: 'forger', owner: 'bank', permissions: { checks: 'write' } });
        const forger = { login: 'forger[bot]', email: '', token: admin.createAppToken(admin.installApp(app, 'bank')) };
        const body = { name: CHECK_NAME, head_sha: victim.head, status: 'completed', conclusion: 'success' };
        const path = `/repos/${REPOSITORY}/check-runs`;
        expect((await call(apiUrl, forger, { method: 'POST', path, body })).status).toBe(201);
        return answered(await mergeOf(victim));
      },
    },
  );

  attack(
    {
      id: 'forged-status-by-a-person',
      threats: ['T4'],
      may: 'write to the repository',
      does: 'posts a green status of the same name with the own token',
      refusedBy: 'github',
      status: 405,
      words: 'gatehouse/governance',
    },
    {
      green: () => merged(mergedControl),
      attempt: async () => {
        const status = { context: CHECK_NAME, state: 'success' };
        expect((await scene.call('colleague', 'POST', `/statuses/${victim.head}`, status)).status).toBe(201);
        return answered(await mergeOf(victim));
      },
    },
  );
});

describe('the evidence branch', () => {
  const branch = '/git/refs/heads/gatehouse-evidence';
  const tip = async (): Promise<string> =>
    textField((await scene.call('ml-engineer', 'GET', '/git/ref/heads/gatehouse-evidence')).body, 'object', 'sha');
  const writtenByApp = () =>
    equal(
      'the ledger',
      scene.history(victim).map(({ kind }) => kind),
      ['decision', 'ready'],
    );
  const addEntry = (): Promise<Answer> =>
    scene.call('colleague', 'PUT', '/contents/ledger/00000003.json', {
      message: 'ready',
      content: Buffer.from('{}').toString('base64'),
      branch: 'gatehouse-evidence',
    });

  async function refused(attempt: () => Promise<Answer>): Promise<ReturnType<typeof answered>> {
    const before = await tip();
    const answer = await attempt();
    expect(await tip()).toBe(before);
    return answered(answer);
  }

  attack(
    {
      id: 'ledger-entry-added-by-a-person',
      threats: ['T15'],
      may: 'write to the repository',
      does: 'commits an entry to the evidence branch',
      refusedBy: 'github',
      status: 422,
      words: 'Repository rule violations',
    },
    { green: writtenByApp, attempt: () => refused(addEntry) },
  );

  attack(
    {
      id: 'evidence-branch-moved-by-a-person',
      threats: ['T15'],
      may: 'write to the repository',
      does: 'forces the evidence branch to another commit',
      refusedBy: 'github',
      status: 422,
      words: 'Repository rule violations',
    },
    {
      green: writtenByApp,
      attempt: () => refused(() => scene.call('colleague', 'PATCH', branch, { sha: victim.head, force: true })),
    },
  );

  attack(
    {
      id: 'evidence-branch-deleted-by-an-administrator',
      threats: ['T15'],
      may: 'administer the repository',
      does: 'deletes the evidence branch',
      refusedBy: 'github',
      status: 422,
      words: 'Repository rule violations',
    },
    { green: writtenByApp, attempt: () => refused(() => scene.call('platform-engineer', 'DELETE', branch)) },
  );

  attack(
    {
      id: 'evidence-branch-rewritten-by-a-job',
      threats: ['T15'],
      may: 'push a workflow with contents: write',
      does: 'moves the evidence branch, forces it and deletes it from a job of a pull request',
      refusedBy: 'github',
      status: 422,
      words: 'Repository rule violations',
    },
    {
      green: writtenByApp,
      attempt: () => {
        const tries = [...logOf(scene.runs('hostile')[0], 'rewrite').matchAll(/REWRITE (\d+) (.*)/g)];
        expect(tries.map(([, status]) => status)).toEqual(['422', '422', '422']);
        expect(writtenByApp()).toBeDefined();
        return { refusedBy: 'github', status: 422, words: tries.map(([, , words]) => words).join() };
      },
    },
  );

  it('is held by the ruleset of docs/set-up.md', async () => {
    const { rulesets } = scene.repository;
    const kept = rulesets.splice(0, rulesets.length);
    expect((await scene.call('colleague', 'POST', '/git/refs', { ref: 'refs/heads/x', sha: victim.head })).status).toBe(
      201,
    );
    const file = { message: 'anything', content: Buffer.from('{}').toString('base64'), branch: 'gatehouse-evidence' };
    const before = await tip();
    expect((await scene.call('colleague', 'PUT', '/contents/anything.json', file)).status).toBe(201);
    expect((await scene.call('colleague', 'PATCH', branch, { sha: before, force: true })).status).toBe(200);
    rulesets.push(...kept);
  });
});

describe('a dispatch of publish, gates green, nobody has approved', () => {
  async function dispatched(ref: string): Promise<(typeof scene.repository.runs)[number] | undefined> {
    const [tags, releases] = [scene.tags(), scene.repository.releases.length];
    expect((await scene.dispatch('publish.yml', ref, { model: MODEL, commit: victim.head })).status).toBe(204);
    await scene.idle();
    const [run] = scene.runs('publish');
    expect(run?.conclusion).toBe('failure');
    expect(scene.tags()).toEqual(tags);
    expect(scene.repository.releases).toHaveLength(releases);
    return run;
  }

  const published = () => equal('the versions', scene.tags(), ['mortgage-approval@v1.0.0']);

  attack(
    {
      id: 'publish-dispatched-on-a-branch',
      threats: ['T17', 'T16'],
      may: 'start workflows',
      does: 'dispatches publish on the branch of a pull request',
      refusedBy: 'github',
      status: null,
      words: 'is not allowed to deploy to registry',
    },
    {
      green: published,
      attempt: async () => {
        const run = await dispatched(victim.branch);
        return refusedJob(run, run?.jobs[0]?.name ?? '');
      },
    },
  );

  attack(
    {
      id: 'publish-dispatched-on-a-branch-that-left-the-environment-out',
      threats: ['T17'],
      may: 'push a workflow with contents: write, and start it',
      does: 'dispatches an edited publish workflow that needs no environment',
      refusedBy: 'publish',
      reasonCodes: ['not-authorised'],
    },
    {
      green: published,
      attempt: async () => {
        const run = await dispatched(hostile.branch);
        expect(logOf(run)).toContain('gatehouse/actions/publish-model');
        return refusedRun('publish', run);
      },
    },
  );

  attack(
    {
      id: 'publish-dispatched-for-an-unapproved-commit',
      threats: ['T17'],
      may: 'start workflows',
      does: 'dispatches publish on the default branch for the head of a pull request without approvals',
      refusedBy: 'publish',
      reasonCodes: ['not-authorised'],
    },
    { green: published, attempt: async () => refusedRun('publish', await dispatched('main')) },
  );
});
