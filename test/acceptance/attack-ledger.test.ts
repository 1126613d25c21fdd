/** The ledger and the evidence, written by somebody who gets past every rule of the branch; races; a service that stops. */
import { cp, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { evaluate, later, MODEL, openPull, push } from '../unit/approval-gate/scene.ts';
import { EXAMPLE_POLICY } from '../unit/governance/example-policy.ts';
import { attack } from './support/attack.ts';
import { evidencePaths, evidenceTip, moveEvidence, replaceIn, rewriteEvidence } from './support/evidence-tamper.ts';
import { judgedGreen, judgedRefusal, judgedReviews } from './support/judged.ts';
import { type Judged, type JudgedPull, type JudgedScene, judgedScene } from './support/judged-scene.ts';
import { twoModels } from './support/two-models.ts';

const approvers = ['colleague', 'risk-officer'] as const;

let scene: JudgedScene;
let control: Judged;
let intact: string;

beforeAll(async () => {
  scene = await judgedScene({ policy: twoModels(EXAMPLE_POLICY) });
  control = await scene.approve(await scene.open({ branch: 'control' }), ...approvers);
  control = await scene.judge(control.pull);
});
afterAll(() => scene?.close());

/** What an attack did to the branch is undone after it. */
function restoreAfterEach(): void {
  beforeEach(async () => {
    intact = await evidenceTip(scene.world);
  });
  afterEach(() => moveEvidence(scene.world, intact));
}

const judgeAgain = async () => judgedRefusal(scene, await scene.judge(control.pull));

describe('the ledger', () => {
  restoreAfterEach();

  attack(
    {
      id: 'ledger-entry-rewritten',
      threats: ['T15'],
      may: 'write the evidence branch past its ruleset',
      does: 'rewrites who approved, in the newest entry and in its copy',
      refusedBy: 'check',
      reasonCodes: ['ledger-broken'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => {
        const entry = (await evidencePaths(scene.world, 'ledger')).at(-1) ?? '';
        const copy = (await evidencePaths(scene.world, `pulls/${control.pull.number}/${MODEL}`)).at(-1) ?? '';
        await rewriteEvidence(scene.world, async (path) => {
          for (const file of [entry, copy]) await replaceIn(path(file), '"colleague"', '"model-validator"');
        });
        return judgeAgain();
      },
    },
  );

  attack(
    {
      id: 'ledger-entry-dropped',
      threats: ['T15'],
      may: 'write the evidence branch past its ruleset',
      does: 'moves the branch back to before the approval',
      refusedBy: 'check',
      reasonCodes: ['ledger-broken'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => {
        await moveEvidence(scene.world, `${intact}~1`);
        return judgeAgain();
      },
    },
  );

  attack(
    {
      id: 'ledger-forked',
      threats: ['T15'],
      may: 'write the evidence branch past its ruleset',
      does: 'moves the branch back and lets the suite sign another history from there',
      refusedBy: 'check',
      reasonCodes: ['ledger-broken'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => {
        await moveEvidence(scene.world, `${intact}~1`);
        await scene.open({ branch: 'fork' });
        return judgeAgain();
      },
    },
  );

  attack(
    {
      id: 'ledger-entry-without-a-signature',
      threats: ['T15', 'T16'],
      may: 'write the evidence branch past its ruleset',
      does: 'takes the signature off the newest entry and its copy',
      refusedBy: 'check',
      reasonCodes: ['ledger-broken'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => {
        const entry = (await evidencePaths(scene.world, 'ledger')).at(-1) ?? '';
        const copy = (await evidencePaths(scene.world, `pulls/${control.pull.number}/${MODEL}`)).at(-1) ?? '';
        const signature = (await scene.world.git('show', `gatehouse-evidence:${entry}`)).split('\n')[1] ?? '';
        await rewriteEvidence(scene.world, async (path) => {
          for (const file of [entry, copy]) await replaceIn(path(file), `${signature}\n`, '');
        });
        return judgeAgain();
      },
    },
  );
});

describe('evidence', () => {
  let victim: JudgedPull;

  restoreAfterEach();

  /** Copies what the ledger says of one subject to the place of another, and asks about the victim. */
  async function replay(from: JudgedPull, to: string): Promise<Judged> {
    await rewriteEvidence(scene.world, async (path) => {
      await mkdir(dirname(path(to)), { recursive: true });
      await cp(path(`pulls/${from.number}/${MODEL}`), path(to), { recursive: true });
    });
    return scene.judge(victim);
  }

  beforeAll(async () => {
    const files = { 'train.mjs': '// Both.\n', 'pricing/train.mjs': '// Both.\n' };
    const head = await push(scene, 'victim', { files });
    victim = { number: await openPull(scene, 'victim'), branch: 'victim', head };
  });

  attack(
    {
      id: 'evidence-replayed-for-another-pull-request',
      threats: ['T17', 'T15'],
      may: 'write the evidence branch past its ruleset',
      does: 'copies the signed entries of an approved pull request to another one',
      refusedBy: 'check',
      reasonCodes: ['ledger-broken'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => judgedRefusal(scene, await replay(control.pull, `pulls/${victim.number}/${MODEL}`)),
    },
  );

  attack(
    {
      id: 'evidence-replayed-from-another-model',
      threats: ['T17', 'T15'],
      may: 'write the evidence branch past its ruleset',
      does: 'copies the signed entries of one model of a pull request to another model of it',
      refusedBy: 'check',
      reasonCodes: ['ledger-broken'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => {
        await evaluate(scene, { pull: victim.number, headSha: victim.head });
        return judgedRefusal(scene, await replay(victim, `pulls/${victim.number}/pricing`));
      },
    },
  );

  attack(
    {
      id: 'evidence-replayed-from-another-repository',
      threats: ['T17'],
      may: 'evaluate the same commit in another repository that has the same signing key',
      does: 'brings the evaluation of another repository, signed by the right key, into the ledger of this one',
      refusedBy: 'check',
      reasonCodes: ['decision-mismatch'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => {
        const elsewhere = { ...scene, repositoryUrl: `${scene.world.github.urls.server}/bank/other` };
        const about = { pull: victim.number, headSha: victim.head };
        await evaluate(scene, { ...about, model: 'pricing', runId: 31 });
        await evaluate(elsewhere, about);
        return judgedRefusal(scene, await scene.judge(victim));
      },
    },
  );
});

describe('two decide runs of one head', () => {
  attack(
    {
      id: 'decide-runs-racing',
      threats: ['T14', 'T6'],
      may: 'start the training of a commit twice',
      does: 'lets two decisions about different bytes be recorded at once, and uses the approvals of the one for the other',
      refusedBy: 'check',
      reasonCodes: ['review-before-ready'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => {
        const pull = await scene.open({ branch: 'race' });
        judgedGreen(await scene.approve(pull, ...approvers));
        const about = { pull: pull.number, headSha: pull.head };
        await Promise.all([
          evaluate(scene, { ...about, weights: 'first', runId: 21 }),
          evaluate(scene, { ...about, weights: 'second', runId: 22 }),
        ]);
        const [judged] = await Promise.all([scene.judge(pull), scene.judge(pull)]);
        const kinds = await Promise.all(
          (await evidencePaths(scene.world, `pulls/${pull.number}/${MODEL}`)).map(async (path) => {
            const text = await scene.world.git('show', `gatehouse-evidence:${path}`);
            return String(JSON.parse(text.split('\n')[0] ?? '').kind);
          }),
        );
        expect(kinds.filter((kind) => kind === 'decision')).toHaveLength(3);
        expect(kinds.filter((kind) => kind === 'ready')).toHaveLength(2);
        expect(judgedGreen(await scene.judge(control.pull))).toBeDefined();
        return judgedReviews(scene, judged, ...approvers);
      },
    },
  );
});

describe('GitHub', () => {
  attack(
    {
      id: 'rate-limit-in-the-middle',
      threats: ['T4'],
      may: 'use up the rate limit of the App',
      does: 'lets the limit be reached between two requests of a check that was green',
      refusedBy: 'check',
      reasonCodes: ['service-unavailable'],
    },
    {
      green: async () => judgedGreen(await scene.judge(control.pull)),
      attempt: async () => {
        const reset = String(Math.floor(scene.world.clock.now.getTime() / 1000) + 3600);
        const lift = scene.world.github.faults.add({
          operation: /\/compare\//,
          status: 403,
          body: { message: 'API rate limit exceeded for installation.' },
          headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
        });
        const judged = await scene.judge(control.pull);
        lift();
        expect(judged.step.code).toBe(1);
        return judgedRefusal(scene, judged);
      },
    },
  );
});

describe('a merge group', () => {
  let first: JudgedPull;
  let second: JudgedPull;

  beforeAll(async () => {
    const { admin } = scene.world.github;
    first = await scene.open({ branch: 'queued-1', files: { 'one.mjs': '// One.\n' } });
    second = await scene.open({ branch: 'queued-2', files: { 'two.mjs': '// Two.\n' } });
    for (const pull of [first, second]) judgedGreen(await scene.approve(pull, ...approvers));
    admin.addRuleset(scene.world.repository, {
      name: 'queue',
      target: 'branch',
      enforcement: 'active',
      include: ['refs/heads/main'],
      exclude: [],
      bypass: [],
      rules: [{ type: 'merge_queue', parameters: QUEUE }],
    });
    for (const pull of [first, second]) await admin.enqueue(scene.world.repository, pull.number, scene.world.owner);
    later(scene);
  });

  async function judgeGroupOf({ number, branch }: JudgedPull): Promise<Judged> {
    const entries = scene.world.repository.mergeQueues.get('main') ?? [];
    const head = entries.find(({ pullNumber }) => pullNumber === number)?.groupSha ?? '';
    const run = { event: 'merge_group', headBranch: `gh-readonly-queue/main/pr-${number}`, pullRequestNumbers: [] };
    return scene.judge({ number, branch, head }, { run });
  }

  attack(
    {
      id: 'merge-group-of-two-changes-of-one-model',
      threats: ['T14', 'T6'],
      may: 'put approved pull requests into the merge queue',
      does: 'queues two changes of one model, so that what would be merged together was never evaluated',
      refusedBy: 'check',
      reasonCodes: ['tree-changed'],
    },
    {
      green: async () => judgedGreen(await judgeGroupOf(first)),
      attempt: async () => {
        const { conclusion, reasonCode } = await judgeGroupOf(second);
        expect(conclusion).toBe('failure');
        return { refusedBy: 'check', reasonCodes: [reasonCode] };
      },
    },
  );
});

const QUEUE = {
  check_response_timeout_minutes: 60,
  grouping_strategy: 'ALLGREEN',
  max_entries_to_build: 5,
  max_entries_to_merge: 5,
  merge_method: 'MERGE',
  min_entries_to_merge: 1,
  min_entries_to_merge_wait_minutes: 0,
} as const;
