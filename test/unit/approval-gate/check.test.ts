import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRun } from '../../../actions/approval-gate/src/check.ts';
import {
  addRun,
  checkHead,
  DETAILS,
  evaluate,
  later,
  MODEL,
  openPull,
  portsOf,
  postedOn,
  push,
  review,
  type Scene,
  startScene,
  told,
} from './scene.ts';

let scene: Scene;
let branches = 0;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene.close());

/** A pull request that changes the model. */
async function modelPull(): Promise<{ readonly pull: number; readonly headSha: string; readonly branch: string }> {
  branches += 1;
  const branch = `model-${branches}`;
  const headSha = await push(scene, branch, { files: { 'train.mjs': `export const seed = ${branches + 1};\n` } });
  return { pull: await openPull(scene, branch), headSha, branch };
}

describe('a pull request that changes no governed file', () => {
  test('passes at once, without evidence branch, and leaves nothing in a ledger', async () => {
    const headSha = await push(scene, 'readme', { files: { 'README.md': 'Other words.\n' } });
    const pull = await openPull(scene, 'readme');

    const verdict = await checkHead(scene, headSha, { pullRequestNumbers: [pull], headBranch: 'readme' });

    expect(told(verdict)).toBe('success no-governed-file: No governed file changed (*.mjs, lib/**, data/**)');
    expect(await portsOf(scene).evidence.tip()).toBeNull();
    expect(await postedOn(scene, headSha)).toMatchObject([{ conclusion: 'success' }]);
  });
});

describe('a pull request that changes a model', () => {
  test('waits for training, then for each role, is approved, and stale after another commit', async () => {
    const { pull, headSha, branch } = await modelPull();
    const seen: string[] = [];
    const look = async (head = headSha): Promise<void> => {
      seen.push(told(await checkHead(scene, head, { pullRequestNumbers: [pull], headBranch: branch })));
    };

    await look();
    await evaluate(scene, { pull, headSha });
    await review(scene, pull, { by: 'model-validator' });
    await look();
    await review(scene, pull, { by: 'model-validator' });
    await look();
    await review(scene, pull, { by: 'risk-officer' });
    await look();
    const next = await push(scene, branch, { files: { 'README.md': 'A better model.\n' } });
    await look(next);
    await evaluate(scene, { pull, headSha: next });
    await look(next);
    const [check] = await postedOn(scene, next);

    expect(seen).toEqual([
      'waiting decision-missing: Waiting for training and evaluation of this head',
      'waiting ready-for-approval: Ready for approval; missing validation (bank/model-validation), risk (bank/risk)',
      'waiting ready-for-approval: Ready for approval; missing risk (bank/risk)',
      'success approved: Approved: validation by model-validator, risk by risk-officer',
      'waiting decision-missing: Waiting for training and evaluation of this head',
      'waiting ready-for-approval: Ready for approval; missing validation (bank/model-validation), risk (bank/risk)',
    ]);
    expect(check?.summary).toContain(`approved for head ${headSha.slice(0, 7)}; now head ${next.slice(0, 7)}`);
    expect(check?.summary).toContain('Had approved: model-validator');
    expect(check?.text).toMatch(/ledger head \d+ `sha256:/);
    const entries = await historyOf(pull);
    expect(entries.map(({ kind }) => kind)).toEqual(['decision', 'ready', 'approved', 'stale', 'decision', 'ready']);
    expect(entries[3]?.reasonCode).toBe('approval-stale');
  });

  test('is judged the same when the run names no pull request, or another one', async () => {
    const { pull, headSha, branch } = await modelPull();
    await evaluate(scene, { pull, headSha });
    const hints = [
      { pullRequestNumbers: [pull], headBranch: branch },
      { pullRequestNumbers: [] },
      { pullRequestNumbers: [1] },
      { pullRequestNumbers: [4711] },
    ];
    const titles: string[] = [];

    for (const hint of hints) titles.push(told(await checkHead(scene, headSha, hint)));

    expect(new Set(titles).size).toBe(1);
    expect(titles[0]).toContain('ready-for-approval');
  });

  test.each<[string, Parameters<typeof review>[2]['by'], string]>([
    ['the author of its commits', 'ml-engineer', 'reviewer-is-author'],
    ['somebody without the role', 'platform-engineer', 'reviewer-without-role'],
  ])('is not approved by %s', async (_, by, reason) => {
    const { pull, headSha, branch } = await modelPull();
    const run = { pullRequestNumbers: [pull], headBranch: branch };
    await evaluate(scene, { pull, headSha });
    await checkHead(scene, headSha, run);
    later(scene);
    await review(scene, pull, { by }).catch(() => 0);

    const verdict = await checkHead(scene, headSha, run);

    expect(verdict.state).toBe('waiting');
    const reasons = verdict.models.flatMap(
      ({ approvals }) => approvals?.reviews.map(({ reasonCode }) => reasonCode) ?? [],
    );
    expect(reasons).toEqual(by === 'ml-engineer' ? [] : [reason]);
  });

  test('names who may not fill a missing role, and why', async () => {
    const { pull, headSha, branch } = await modelPull();
    await push(scene, branch, { by: 'colleague', files: { 'lib/a.mjs': '\n' } });
    const next = await push(scene, branch, {
      files: { 'lib/b.mjs': '\n' },
      message: 'Tune\n\nCo-authored-by: R <risk-officer@example.com>',
    });
    await evaluate(scene, { pull, headSha: next, trainedBy: 'model-validator' });

    const verdict = await checkHead(scene, next, { pullRequestNumbers: [pull], headBranch: branch });

    expect(headSha).not.toBe(next);
    expect(verdict.models[0]?.missing.map(({ role, not, anybody }) => [role, not, anybody])).toEqual([
      [
        'validation',
        [
          { login: 'model-validator', reasonCode: 'reviewer-started-training' },
          { login: 'colleague', reasonCode: 'reviewer-is-committer' },
        ],
        false,
      ],
      ['risk', [{ login: 'risk-officer', reasonCode: 'reviewer-co-authored' }], false],
      ['policy-owner', [], true],
    ]);
  });

  test('is red while its training failed, and the ledger says so once', async () => {
    const { pull, headSha, branch } = await modelPull();
    const run = { pullRequestNumbers: [pull], headBranch: branch };

    const first = await checkHead(scene, headSha, { ...run, conclusion: 'failure' });
    await checkHead(scene, headSha, { ...run, conclusion: 'failure' });
    const afterSignal = await checkHead(scene, headSha, run);

    expect([first.reasonCode, afterSignal.reasonCode]).toEqual(['candidate-missing', 'candidate-missing']);
    expect((await historyOf(pull)).map(({ kind, reasonCode }) => [kind, reasonCode])).toEqual([
      ['refused', 'candidate-missing'],
    ]);
  });

  test('waits until a decide run ends without a word about it, and is red from then on', async () => {
    const { pull, headSha, branch } = await modelPull();
    const run = { pullRequestNumbers: [pull], headBranch: branch };
    const before = await checkHead(scene, headSha, run);
    const runId = addRun(scene, headSha, run);
    const request = { runId, repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS, decidedBy: 4712 };

    const ended = await checkRun(request, portsOf(scene));
    const afterSignal = await checkHead(scene, headSha, run);

    const red = { state: 'failure', reasonCode: 'evaluation-error' };
    expect([before, ended?.verdict, afterSignal]).toMatchObject([{ state: 'waiting' }, red, red]);
    expect(afterSignal.models[0]?.notes.join(' ')).toContain(`${scene.repositoryUrl}/actions/runs/4712`);
    expect((await historyOf(pull)).map(({ kind, reasonCode, facts }) => [kind, reasonCode, facts])).toEqual([
      ['refused', 'evaluation-error', { runId: 4712 }],
    ]);
  });

  test('that was decided is as it was, however a later decide run ends', async () => {
    const { pull, headSha, branch } = await modelPull();
    const runId = addRun(scene, headSha, { pullRequestNumbers: [pull], headBranch: branch });
    await evaluate(scene, { pull, headSha });
    const request = { runId, repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS, decidedBy: 4712 };

    const checked = await checkRun(request, portsOf(scene));

    expect(checked?.verdict).toMatchObject({ state: 'waiting', reasonCode: 'ready-for-approval' });
  });

  test('links the training that failed, and the decide run that refused its head', async () => {
    const { pull, headSha, branch } = await modelPull();
    const runId = addRun(scene, headSha, { pullRequestNumbers: [pull], headBranch: branch, conclusion: 'failure' });
    const { evidence } = portsOf(scene);
    const refusal = { headSha, reasonCode: 'candidate-missing', runId: 4712 } as const;
    await evidence.recordRefusal({ pullRequest: pull, model: MODEL }, refusal, trustOf(scene));

    const request = { runId, repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS };
    const checked = await checkRun(request, portsOf(scene));

    const page = `${scene.repositoryUrl}/actions/runs`;
    expect(checked?.verdict.models[0]?.notes).toEqual([
      `Training ended with "failure". Its log says why: ${page}/${runId}`,
      `This head was refused. ${page}/4712 says what was found, what is allowed and what to do. Push a commit that puts it right, or run the training again.`,
    ]);
  });

  test('is red when a later training of the same head was refused, and approved again after the next', async () => {
    const { pull, headSha, branch } = await modelPull();
    const run = { pullRequestNumbers: [pull], headBranch: branch };
    await evaluate(scene, { pull, headSha });
    await checkHead(scene, headSha, run);
    const { evidence } = portsOf(scene);
    const refusal = { headSha, reasonCode: 'predictions-refused' } as const;
    await evidence.recordRefusal({ pullRequest: pull, model: MODEL }, refusal, trustOf(scene));

    const refused = await checkHead(scene, headSha, run);
    await evaluate(scene, { pull, headSha });
    const again = await checkHead(scene, headSha, run);

    expect([refused.reasonCode, again.reasonCode]).toEqual(['predictions-refused', 'ready-for-approval']);
  });

  test('gets a commit status where there is no App, and the ledger alone says since when it waits', async () => {
    const { pull, headSha, branch } = await modelPull();
    await evaluate(scene, { pull, headSha });
    const token = scene.world.github.admin.createToken(scene.world.owner);
    const ports = portsOf(scene, { token, check: { kind: 'commit-status' } });
    const look = async () => {
      const runId = addRun(scene, headSha, { pullRequestNumbers: [pull], headBranch: branch });
      return checkRun({ runId, repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS }, ports);
    };

    await look();
    await review(scene, pull, { by: 'model-validator' });
    await review(scene, pull, { by: 'risk-officer' });
    const approved = await look();
    const { data } = await scene.world
      .as(scene.world.owner)
      .request('GET /repos/{owner}/{repo}/commits/{ref}/status', { owner: 'bank', repo: 'credit', ref: headSha });

    expect(approved?.verdict.state).toBe('success');
    expect(data.statuses).toMatchObject([{ context: 'gatehouse/governance', state: 'success' }]);
  });

  test('is red when its gates do not pass, and says what to do', async () => {
    const { pull, headSha, branch } = await modelPull();
    await evaluate(scene, { pull, headSha, outcome: 'fail' });

    const verdict = await checkHead(scene, headSha, { pullRequestNumbers: [pull], headBranch: branch });

    expect(verdict).toMatchObject({ state: 'failure', reasonCode: 'below-floor', tuples: [] });
    const [posted] = await postedOn(scene, headSha);
    expect(posted?.summary).toContain('Push a commit that trains a better candidate. Approvals do not help');
    expect(posted?.summary).toContain('merged into the default branch first, of performance auc.');
  });

  test.each(['cancelled', 'failure', 'timed_out'] as const)(
    'waits when the signal ended with "%s"',
    async (conclusion) => {
      const { pull, headSha, branch } = await modelPull();
      const run = { pullRequestNumbers: [pull], headBranch: branch, name: 'signal', conclusion };

      const verdict = await checkHead(scene, headSha, run);

      expect(verdict).toMatchObject({ state: 'waiting', reasonCode: 'decision-missing' });
      expect(verdict.models[0]?.notes).toEqual([
        expect.stringMatching(
          new RegExp(
            `^The workflow signal ended with "${conclusion}", which says nothing about training: .*/actions/runs/`,
          ),
        ),
      ]);
      expect(await historyOf(pull)).toEqual([]);
    },
  );

  test('is red when its candidate expired', async () => {
    const { pull, headSha, branch } = await modelPull();
    const expiresAt = new Date(scene.world.clock.now.getTime() + 60_000);
    await evaluate(scene, { pull, headSha, expiresAt });
    const run = { pullRequestNumbers: [pull], headBranch: branch };

    const before = await checkHead(scene, headSha, run);
    later(scene, 120);
    const after = await checkHead(scene, headSha, run);

    expect([before.reasonCode, after.reasonCode]).toEqual(['ready-for-approval', 'candidate-expired']);
  });
});

describe('a head that is not judged', () => {
  test('is red when two open pull requests have it', async () => {
    const { headSha, branch } = await modelPull();
    const copy = scene.copies['ml-engineer'];
    await copy.git('push', '--quiet', 'origin', `${headSha}:refs/heads/twin`);
    await openPull(scene, 'twin');

    const verdict = await checkHead(scene, headSha, { headBranch: branch });

    expect(verdict).toMatchObject({ state: 'failure', reasonCode: 'head-shared' });
  });

  test('gets nothing when the pull request moved on', async () => {
    const { pull, headSha, branch } = await modelPull();
    await push(scene, branch, { files: { 'train.mjs': 'export const seed = 99;\n' } });
    const runId = addRun(scene, headSha, { pullRequestNumbers: [pull], headBranch: branch });

    const checked = await checkRun({ runId, repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS }, portsOf(scene));

    expect(checked).toBeNull();
    expect(await postedOn(scene, headSha)).toEqual([]);
  });
});

describe('when GitHub does not answer', () => {
  test('a green check turns red, and the step fails', async () => {
    const { pull, headSha, branch } = await modelPull();
    const run = { pullRequestNumbers: [pull], headBranch: branch };
    await evaluate(scene, { pull, headSha });
    await checkHead(scene, headSha, run);
    await review(scene, pull, { by: 'model-validator' });
    await review(scene, pull, { by: 'risk-officer' });
    expect((await checkHead(scene, headSha, run)).state).toBe('success');
    const heal = scene.world.github.faults.add({
      operation: 'repos/compare-commits-with-basehead',
      times: 20,
      status: 502,
    });

    const failed = checkHead(scene, headSha, run);

    await expect(failed).rejects.toMatchObject({ code: 'service' });
    heal();
    expect(await postedOn(scene, headSha)).toMatchObject([{ conclusion: 'failure' }]);
    expect((await checkHead(scene, headSha, run)).state).toBe('success');
  });
});

async function historyOf(pull: number, model = 'mortgage-approval') {
  const { evidence } = portsOf(scene);
  const subject = { pullRequest: pull, model };
  return (await evidence.readState({ subjects: [subject] }, trustOf(scene))).history(subject).entries;
}

function trustOf({ key }: Scene) {
  return { kind: 'key', keys: [{ id: 'governance', publicKeyPem: key.publicKeyPem, revoked: false }] } as const;
}
