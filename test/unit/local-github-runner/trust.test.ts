import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, logOf, type Story, startStory } from './story.ts';

const SIGNAL = `
name: signal
on: [push, pull_request]
permissions: {}
jobs: {note: {runs-on: x, steps: [{run: 'echo noted'}]}}
`;

describe('who may do what', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
    const governance = story.github.admin.createEnvironment(story.repository, 'governance', ['main']);
    story.github.admin.setSecret(governance, 'SIGNING_KEY', 'the-signing-key');
    story.github.admin.setSecret(story.repository, 'PLAIN', 'plain-secret');
  });
  afterAll(() => story.close());

  const governed = (on: string): string => `
name: governed
on: ${on}
jobs:
  sign:
    runs-on: x
    environment: {name: governance, deployment: false}
    steps: [{run: 'test "\${{ secrets.SIGNING_KEY }}" = the-signing-key'}]
`;

  it('gives environment secrets to the allowed branch only', async () => {
    const onMain = await story.push(governed('push'));
    const sha = story.commit({ '.github/workflows/story.yml': governed('push') }, 'topic');
    const [onTopic] = await story.happen({ name: 'push', sha, ref: 'refs/heads/topic' });

    expect(conclusions(onMain)).toEqual({ sign: 'success' });
    expect(onTopic?.jobs[0]).toMatchObject({ conclusion: 'failure', steps: [] });
    expect(onTopic?.jobs[0]?.log).toEqual([
      '##[error]Branch "topic" is not allowed to deploy to governance due to environment protection rules.',
    ]);
  });

  function pullPayload(headRepository: string, headSha: string): Readonly<Record<string, unknown>> {
    const side = { repo: { full_name: 'octo/app' } };
    const head = { ref: 'topic', sha: headSha, repo: { full_name: headRepository } };
    return {
      action: 'opened',
      number: 7,
      pull_request: { number: 7, head, base: { ...side, ref: 'main', sha: headSha } },
    };
  }

  it('withholds the environment from a pull request, and everything from a fork', async () => {
    const workflow = `
name: hostile
on: pull_request
permissions: {contents: write, checks: write}
jobs:
  env:
    runs-on: x
    environment: governance
    steps: [{run: 'true'}]
  probe:
    runs-on: x
    steps:
      - env: {PLAIN: '\${{ secrets.PLAIN }}', TOKEN: '\${{ github.token }}'}
        run: |
          echo "plain [\${#PLAIN}] ref $GITHUB_REF head $GITHUB_HEAD_REF"
          curl -s -o /dev/null -w "status %{http_code}\\n" -X POST -H "authorization: Bearer $TOKEN" "$GITHUB_API_URL/repos/octo/app/git/refs" -d '{"ref":"refs/heads/forged","sha":"'$GITHUB_SHA'"}'
`;
    const sha = story.commit({ '.github/workflows/story.yml': workflow }, 'topic');
    const event = { name: 'pull_request', action: 'opened', sha, ref: 'refs/pull/7/merge' } as const;
    const [own] = await story.happen({ ...event, payload: pullPayload('octo/app', sha) });
    const [fork] = await story.happen({ ...event, payload: pullPayload('someone/app', sha) });

    for (const run of [own, fork]) expect(run?.jobs.find((job) => job.name === 'env')?.conclusion).toBe('failure');
    expect(own === undefined ? '' : logOf(own)).toContain('plain [12] ref refs/pull/7/merge head topic\nstatus 201');
    expect(fork === undefined ? '' : logOf(fork)).toContain('plain [0] ref refs/pull/7/merge head topic\nstatus 403');
    expect(fork?.headSha).toBe(sha);
    expect(fork?.pullRequestNumbers).toEqual([]);
  });

  it('starts workflow_run from the default branch, also for a fork, with the run in its payload', async () => {
    story.commit({
      '.github/workflows/story.yml': SIGNAL,
      '.github/workflows/decide.yml': `
name: decide
on: {workflow_run: {workflows: [signal], types: [completed]}}
jobs:
  a:
    runs-on: x
    steps:
      - run: echo "head \${{ github.event.workflow_run.head_sha }} of \${{ github.event.workflow_run.event }} is \${{ github.event.workflow_run.conclusion }} at $GITHUB_REF \${{ secrets.PLAIN != '' }}"
`,
    });
    const sha = story.commit(
      { '.github/workflows/decide.yml': 'name: decide\non: workflow_dispatch\njobs: {}\n' },
      'topic',
    );
    const event = { name: 'pull_request', action: 'opened', sha, ref: 'refs/pull/7/merge' } as const;
    const runs = await story.happen({ ...event, payload: pullPayload('someone/app', sha) });

    const decide = runs.find((run) => run.name === 'decide');
    expect(decide === undefined ? '' : logOf(decide)).toContain(
      `head ${sha} of pull_request is success at refs/heads/main true`,
    );
    expect(runs.map((run) => run.event).sort()).toEqual(['pull_request', 'workflow_run']);
  });

  it('ends a job token with its job', async () => {
    await story.push(SIGNAL);

    const jobTokens = [...story.github.state.tokens.values()].filter((record) => record.credential.kind === 'job');
    expect(jobTokens.length).toBeGreaterThan(0);
    expect(jobTokens.every((record) => record.revoked)).toBe(true);
    const last = jobTokens.at(-1)?.credential;
    expect(last?.kind === 'job' && last.permissions).toEqual({ metadata: 'read' });
  });

  it('starts nothing for what a job did with its own token, dispatches excepted', async () => {
    const sha = story.commit({
      '.github/workflows/story.yml': SIGNAL,
      '.github/workflows/go.yml':
        'name: go\non: {repository_dispatch: {types: [go]}}\njobs: {a: {runs-on: x, steps: [{run: "true"}]}}\n',
    });

    expect(await story.happen({ name: 'push', sha, causedBy: 'job' })).toEqual([]);
    const dispatched = await story.happen({
      name: 'repository_dispatch',
      action: 'go',
      causedBy: 'job',
      payload: { client_payload: {} },
    });
    expect(dispatched.map((run) => run.name)).toEqual(['go']);
  });

  it('signs identity tokens with the claims of the job, for id-token: write only', async () => {
    const run = await story.push(`
name: identity
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    permissions: {id-token: write}
    environment: governance
    steps:
      - run: |
          curl -s -H "authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=sigstore" | sed 's/.*"value":"\\([^"]*\\)".*/jwt \\1/'
  b:
    runs-on: x
    steps: [{run: 'echo "url [$ACTIONS_ID_TOKEN_REQUEST_URL]"'}]
`);

    const log = logOf(run);
    expect(log).toContain('url []');
    const [header = '', payload = '', signature = ''] = (/^jwt (\S+)$/m.exec(log)?.[1] ?? '').split('.');
    const key = await publishedKey(`${story.runner.oidcIssuer}/.well-known/jwks`);
    const signed = Buffer.from(`${header}.${payload}`);
    expect(verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(claims).toMatchObject({
      iss: story.runner.oidcIssuer,
      aud: 'sigstore',
      sub: `repo:octo@${story.repository.owner.id}/app@${story.repository.id}:environment:governance`,
      repository: 'octo/app',
      job_workflow_ref: 'octo/app/.github/workflows/story.yml@refs/heads/main',
      sha: run.headSha,
      runner_environment: 'github-hosted',
      environment: 'governance',
      run_id: String(run.id),
    });
  });
});

async function publishedKey(url: string): Promise<KeyObject> {
  const answer: unknown = await (await fetch(url)).json();
  const [key = {}] = keysAt(answer, 'keys');
  return createPublicKey({ key, format: 'jwk' });
}

function keysAt(value: unknown, key: string): readonly Record<string, string>[] {
  const found = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : [];
  return Array.isArray(found) ? found : [];
}
