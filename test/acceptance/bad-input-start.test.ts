import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJobToken, type LocalGitHub, revokeToken, startLocalGitHub } from '@gatehouse/local-github';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requiredInputs, runActionStep, type StepEnd } from './support/action-step.ts';

/** What a workflow that is otherwise in order gives each action. */
const DIGEST = `sha256:${'0'.repeat(64)}`;
const gate = { 'run-id': '1', 'evaluation-artifact-id': '1', 'evaluation-artifact-digest': DIGEST };
const SOUND_KEY = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey;
const KEY = `-----BEGIN PRIVATE KEY-----\n${'c2VjcmV0'.repeat(12)}\n-----END PRIVATE KEY-----`;
const GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'approval-gate': { 'run-id': '1', 'signing-key': SOUND_KEY },
  'deploy-model': { environment: 'production', tag: 'credit@v1.0.0' },
  'drift-gate': gate,
  'evaluate-model': { 'run-id': '1' },
  'fairness-gate': gate,
  'performance-gate': gate,
  'publish-model': { commit: 'a'.repeat(40) },
};
const TOKEN = 'ghs_not-a-token-of-anybody';

/** Each message has a place, a value found, a rule and something to do, and nothing of the step says anything else. */
function expectRefused(end: StepEnd, messages: readonly (string | RegExp)[]): void {
  expect(end.code).toBe(1);
  expect(end.errors).toEqual(
    messages.map((message) => (typeof message === 'string' ? message : expect.stringMatching(message))),
  );
  for (const error of end.errors) expect(error).toMatch(/^[^:]+.*: .+\. .+\. .+[.?]$/s);
  for (const error of end.errors) expect(end.summary).toContain(error);
  expect(end.outputs['outcome'] ?? 'error').toBe('error');
  expect(end.log).not.toContain('unexpected error');
}

describe.concurrent.each([...Object.keys(GIVEN), 'decide', 'train-model'])('%s', (action) => {
  it('names every required input that is missing, at once', async () => {
    const end = await runActionStep({ action });

    expectRefused(
      end,
      requiredInputs(action).map(
        (name) => new RegExp(`^Input "${name}": nothing given\\. It must be .+ Give it under`),
      ),
    );
  });
});

describe.concurrent('inputs', () => {
  it('that are unknown, malformed, outside their range or missing are reported together', async () => {
    const end = await runActionStep({
      action: 'fairness-gate',
      with: {
        modle: 'credit',
        'run-id': '12x',
        'evaluation-artifact-id': '0',
        'evaluation-artifact-digest': '0'.repeat(64),
        'github-token': TOKEN,
      },
    });

    expectRefused(end, [
      'Input "modle": this action has no such input. The inputs are model, run-id, evaluation-artifact-id, evaluation-artifact-digest, github-token, engine-path, engine-mirror. Did you mean "model"?',
      /^Input "model": nothing given\./,
      'Input "run-id": got "12x". It must be a whole number of 1 or more. Correct it under "with:" of the step.',
      'Input "evaluation-artifact-id": got "0". It must be a whole number of 1 or more. Correct it under "with:" of the step.',
      `Input "evaluation-artifact-digest": got "${'0'.repeat(64)}". It must be "sha256:" and 64 lower-case hex digits. Put "sha256:" before it.`,
    ]);
  });

  it.each([
    [
      'train-model',
      { model: 'credit', 'retention-days': '401' },
      /^Input "retention-days": got "401"\. .* from 1 to 400\./,
    ],
    ['train-model', { model: 'credit', 'retention-days': '1,5' }, /Use a dot as the decimal separator\.$/],
    ['train-model', { model: 'credit', config: '../gatehouse.yml' }, /^Input "config": .* without "\.\."\./],
    ['publish-model', { model: 'credit', commit: 'main', 'github-token': TOKEN }, /^Input "commit": got "main"\./],
    [
      'publish-model',
      { model: 'credit', commit: 'a'.repeat(40), bump: 'huge', 'github-token': TOKEN },
      /one of major, minor, patch\./,
    ],
    [
      'approval-gate',
      { mode: 'chek', 'github-token': TOKEN, 'signing-key': SOUND_KEY },
      /one of check, sweep, authorise\./,
    ],
    [
      'approval-gate',
      { 'github-token': TOKEN, 'signing-key': SOUND_KEY },
      /^Input "run-id": .* a value in mode check\./,
    ],
    ['approval-gate', { mode: 'sweep', 'github-token': TOKEN }, /^Input "signing-key": nothing given\./],
    [
      'approval-gate',
      { mode: 'authorise', 'github-token': TOKEN, 'signing-key': SOUND_KEY },
      /^Input "mode": authorise, on an event that is no push\./,
    ],
    [
      'deploy-model',
      { model: 'credit', environment: 'production', tag: 'v1', 'github-token': TOKEN },
      /^Input "tag": "v1"\. .* mortgage-approval@v1\.0\.0\. Pass the tag/,
    ],
  ])('%s refuses %o', async (action, given, message) => {
    expectRefused(await runActionStep({ action, with: given }), [message]);
  });

  it('of a signing key that is none are refused without a word of them', async () => {
    const end = await runActionStep({
      action: 'decide',
      with: {
        model: 'credit',
        'run-id': '1',
        decisions: `performance 1 ${DIGEST}`,
        'github-token': TOKEN,
        'signing-key': KEY,
      },
    });

    expectRefused(end, [
      /^Input "signing-key": text that is not a readable private key in PEM .* P-256, in PEM\. Make one with: openssl/,
    ]);
    expect(end.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('c2VjcmV0');
    expect(end.summary).not.toContain('c2VjcmV0');
  });
});

describe.concurrent('outside of a runner', () => {
  it('every variable that is missing or malformed is named', async () => {
    const end = await runActionStep({
      action: 'train-model',
      with: { model: 'credit' },
      env: { GITHUB_REPOSITORY: undefined, GITHUB_SHA: 'main', GITHUB_RUN_ID: '-1', RUNNER_TEMP: '' },
    });

    expectRefused(end, [
      /^Environment variable GITHUB_REPOSITORY: not set\./,
      /^Environment variable GITHUB_SHA: got "main"\./,
      /^Environment variable GITHUB_RUN_ID: got "-1"\./,
      /^Environment variable RUNNER_TEMP: not set\. .* Run this action as a step of a workflow\.$/,
    ]);
  });

  it('an event file that is not there is named', async () => {
    const end = await runActionStep({
      action: 'train-model',
      with: { model: 'credit' },
      env: { GITHUB_EVENT_PATH: '/nowhere/event.json' },
    });

    expectRefused(end, [/^Environment variable GITHUB_EVENT_PATH: got "\/nowhere\/event\.json"/]);
  });
});

describe.concurrent('a token that GitHub refuses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-tokens-'));
  let github: LocalGitHub;
  let tokens: { readonly revoked: string; readonly blind: string; readonly weak: string };

  beforeAll(async () => {
    github = await startLocalGitHub({ root: folder });
    const { admin, state } = github;
    const owner = admin.createUser('maintainer');
    await admin.createRepository({ owner: 'maintainer', name: 'credit', private: true });
    const revoked = admin.createToken(owner);
    revokeToken(state, revoked);
    const weak = { repository: 'maintainer/credit', permissions: { metadata: 'read' }, runId: 1, jobId: 1 } as const;
    tokens = {
      revoked,
      // A token of somebody who does not see the private repository: GitHub answers 404, not 403.
      blind: admin.createToken(admin.createUser('stranger')),
      weak: createJobToken(state, weak),
    };
  });

  afterAll(async () => {
    expect(github.violations()).toEqual([]);
    await github.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const tokenStep = (action: string, token: string, given = GIVEN[action]): Promise<StepEnd> =>
    runActionStep({
      action,
      with: { model: 'credit', 'github-token': token, ...given },
      env: {
        GITHUB_API_URL: github.apiUrl,
        GITHUB_SERVER_URL: github.serverUrl,
        GITHUB_REPOSITORY: 'maintainer/credit',
      },
    });

  it.each(Object.keys(GIVEN))('%s says that a revoked one is revoked or expired', async (action) => {
    expectRefused(await tokenStep(action, tokens.revoked), [
      /^GitHub, to .+: 401 .+: the token is revoked or expired\. A valid token; .+ Run the job again, and make the App token/,
    ]);
  });

  it.each(Object.keys(GIVEN))('%s takes a 404 for what it may mean, and for nothing that is green', async (action) => {
    expectRefused(await tokenStep(action, tokens.blind), [
      /^GitHub, to .+: 404 .+: it does not exist or the token cannot see it\. .+ permission "(actions|contents): read"\. Check the name\./,
    ]);
  });

  it('is not what decide speaks of when its decisions are no decisions', async () => {
    const given = { 'run-id': '1', decisions: 'fairness 7 x', 'signing-key': SOUND_KEY };

    expectRefused(await tokenStep('decide', tokens.revoked, given), [
      /^\[decision-mismatch\] Input "decisions": the line "fairness 7 x"\. Allowed: gate, artifact id/,
    ]);
  });

  it.each([
    ['evaluate-model', 'actions'],
    ['publish-model', 'contents'],
  ])('%s names the permission %s that a 403 asks for', async (action, permission) => {
    expectRefused(await tokenStep(action, tokens.weak), [
      new RegExp(
        `^GitHub, to .+: 403 .+ needs the permission "${permission}: read" .+ Add "${permission}: read" under`,
      ),
    ]);
  });
});
