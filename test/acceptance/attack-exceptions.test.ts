/** Ways around a rule, misused: waivers, emergencies, candidates and decisions of another time. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { evaluate, later, merge } from '../unit/approval-gate/scene.ts';
import { EXAMPLE_POLICY } from '../unit/governance/example-policy.ts';
import { attack } from './support/attack.ts';
import { judgedGreen, judgedRefusal, judgedReviews } from './support/judged.ts';
import { type Judged, type JudgedScene, judgedScene } from './support/judged-scene.ts';
import { twoModels } from './support/two-models.ts';

const DAY = 86_400;
const approvers = ['colleague', 'risk-officer'] as const;
const POLICY = EXAMPLE_POLICY.replace(
  '      policy-role: policy-owner\n',
  '      policy-role: policy-owner\n      emergency: { roles: [risk, policy-owner], quorum: 1 }\n',
);

const waiver = (change: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    version: '1',
    model: 'mortgage-approval',
    waives: '{ gate: performance, measure: auc }',
    reason: 'The January data arrive late, so the model is a little worse for a month.',
    owner: 'model-validator',
    'granted-on': '2026-11-20',
    'expires-on': '2026-11-30',
    'compensating-control': 'Every denial is reviewed by hand.',
    ...change,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

const emergency = (change: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    version: '1',
    incident: 'INC-4711',
    reason: 'The model denies every application of new customers since this morning.',
    models: '[mortgage-approval]',
    'declared-on': '2026-11-23',
    'review-by': '2026-11-30',
    ...change,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

let scene: JudgedScene;

describe('a waiver', () => {
  let waived: Judged;

  beforeAll(async () => {
    scene = await judgedScene({ policy: POLICY, files: { 'governance/waivers/late-data.yaml': waiver() } });
    const pull = await scene.open({ branch: 'waived', evaluated: { outcome: 'fail' } });
    waived = await scene.approve(pull, ...approvers);
  });
  afterAll(() => scene?.close());

  attack(
    {
      id: 'waiver-owner-approves',
      threats: ['T5'],
      may: 'hold a required role, and own a waiver',
      does: 'approves a model that passes only by the own waiver',
      refusedBy: 'check',
      reasonCodes: ['reviewer-owns-waiver'],
    },
    {
      green: () => judgedGreen(waived),
      attempt: async () => {
        const pull = await scene.open({ branch: 'owner', evaluated: { outcome: 'fail' } });
        const judged = await scene.approve(pull, 'model-validator', 'risk-officer');
        return judgedReviews(scene, judged, 'model-validator');
      },
    },
  );

  attack(
    {
      id: 'waiver-of-an-unwaivable-control',
      threats: ['T18'],
      may: 'open pull requests',
      does: 'proposes a waiver of the control that models are signed',
      refusedBy: 'check',
      reasonCodes: ['waiver-invalid'],
    },
    {
      green: () => judgedGreen(waived),
      attempt: async () => {
        const files = { 'governance/waivers/never.yaml': waiver({ waives: '{ control: SEC-01 }' }) };
        const pull = await scene.open({ branch: 'never', files, evaluated: null });
        return judgedRefusal(scene, await scene.approve(pull, 'platform-engineer'));
      },
    },
  );

  attack(
    {
      id: 'waiver-beyond-ninety-days',
      threats: ['T18'],
      may: 'open pull requests',
      does: 'proposes a waiver that holds for 91 days',
      refusedBy: 'check',
      reasonCodes: ['waiver-invalid'],
    },
    {
      green: () => judgedGreen(waived),
      attempt: async () => {
        const files = { 'governance/waivers/long.yaml': waiver({ 'expires-on': '2027-02-19' }) };
        const pull = await scene.open({ branch: 'long', files, evaluated: null });
        return judgedRefusal(scene, await scene.approve(pull, 'platform-engineer'));
      },
    },
  );

  attack(
    {
      id: 'waiver-in-the-same-pull-request',
      threats: ['T18'],
      may: 'open pull requests',
      does: 'adds a waiver for the gate that the own model fails',
      refusedBy: 'check',
      reasonCodes: ['below-floor'],
    },
    {
      green: () => judgedGreen(waived),
      attempt: async () => {
        const other = await judgedScene({ policy: POLICY });
        try {
          const files = { 'train.mjs': '// Worse.\n', 'governance/waivers/own.yaml': waiver({ owner: 'ml-engineer' }) };
          const pull = await other.open({ branch: 'own', files, evaluated: { outcome: 'fail' } });
          return await judgedRefusal(other, await other.approve(pull, ...approvers, 'platform-engineer'));
        } finally {
          await other.close();
        }
      },
    },
  );

  attack(
    {
      id: 'waiver-expired',
      threats: ['T17'],
      may: 'merge an approved pull request',
      does: 'merges on the day after the last day of a waiver that the approved model rests on',
      refusedBy: 'check',
      reasonCodes: ['waiver-expired'],
    },
    {
      green: () => judgedGreen(waived),
      attempt: async () => {
        later(scene, 8 * DAY);
        return judgedRefusal(scene, await scene.judge(waived.pull));
      },
    },
  );
});

describe('an emergency', () => {
  let declared: Judged;
  const change = (name: string, text: string) => ({
    'train.mjs': `// ${name}\n`,
    [`governance/emergencies/${name}.yaml`]: text,
  });

  beforeAll(async () => {
    scene = await judgedScene({ policy: POLICY });
    const pull = await scene.open({ branch: 'declared', files: change('declared', emergency()) });
    declared = await scene.approve(pull, 'risk-officer');
  });
  afterAll(() => scene?.close());

  attack(
    {
      id: 'emergency-back-dated',
      threats: ['T18'],
      may: 'open pull requests',
      does: 'declares an emergency of last week',
      refusedBy: 'check',
      reasonCodes: ['emergency-invalid'],
    },
    {
      green: () => judgedGreen(declared),
      attempt: async () => {
        const text = emergency({ 'declared-on': '2026-11-16', 'review-by': '2026-11-20' });
        const pull = await scene.open({ branch: 'back-dated', files: change('back-dated', text) });
        return judgedRefusal(scene, await scene.approve(pull, 'risk-officer'));
      },
    },
  );

  attack(
    {
      id: 'emergency-changes-rules',
      threats: ['T18'],
      may: 'open pull requests',
      does: 'raises a limit in a pull request that is declared an emergency',
      refusedBy: 'check',
      reasonCodes: ['emergency-invalid'],
    },
    {
      green: () => judgedGreen(declared),
      attempt: async () => {
        const files = {
          ...change('rules', emergency()),
          'gatehouse.yml': POLICY.replace('limit: 0.10', 'limit: 0.90'),
        };
        const pull = await scene.open({ branch: 'rules', files });
        return judgedRefusal(scene, await scene.approve(pull, 'risk-officer'));
      },
    },
  );

  describe('that was merged', () => {
    beforeAll(async () => {
      await merge(scene, declared.pull.number);
    });

    attack(
      {
        id: 'emergency-reused',
        threats: ['T17', 'T18'],
        may: 'open pull requests',
        does: 'changes the model again, and dates the declaration of the merged emergency anew',
        refusedBy: 'check',
        reasonCodes: ['emergency-invalid'],
      },
      {
        green: () => judgedGreen(declared),
        attempt: async () => {
          const text = emergency({ reason: 'The model denies every application again, since this afternoon.' });
          const files = { ...change('declared', text), 'train.mjs': '// Again.\n' };
          const pull = await scene.open({ branch: 'reused', files });
          return judgedRefusal(scene, await scene.approve(pull, 'risk-officer'));
        },
      },
    );

    attack(
      {
        id: 'emergency-relied-on-twice',
        threats: ['T17'],
        may: 'open pull requests',
        does: 'changes the model again with the quorum of an emergency that is already merged',
        refusedBy: 'check',
        reasonCodes: ['ready-for-approval'],
      },
      {
        green: () => judgedGreen(declared),
        attempt: async () => {
          const pull = await scene.open({ branch: 'twice', files: { 'train.mjs': '// Twice.\n' } });
          const judged = await scene.approve(pull, 'risk-officer');
          expect(judged.title).toMatch(/missing validation/);
          return judgedRefusal(scene, judged);
        },
      },
    );

    attack(
      {
        id: 'emergency-never-reviewed',
        threats: ['T18'],
        may: 'open pull requests',
        does: 'goes on with other changes after the last day for the full review of an emergency',
        refusedBy: 'check',
        reasonCodes: ['emergency-review-overdue'],
      },
      {
        green: () => judgedGreen(declared),
        attempt: async () => {
          later(scene, 8 * DAY);
          const pull = await scene.open({ branch: 'next', files: { 'train.mjs': '// Next.\n' } });
          return judgedRefusal(scene, await scene.approve(pull, ...approvers));
        },
      },
    );
  });
});

describe('a decision of another time, or of something else', () => {
  let control: Judged;

  beforeAll(async () => {
    scene = await judgedScene({ policy: twoModels(POLICY) });
    control = await scene.approve(await scene.open({ branch: 'control' }), ...approvers);
  });
  afterAll(() => scene?.close());

  attack(
    {
      id: 'candidate-that-has-expired',
      threats: ['T17'],
      may: 'merge an approved pull request',
      does: 'merges after GitHub has removed the approved candidate',
      refusedBy: 'check',
      reasonCodes: ['candidate-expired'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => {
        const expiresAt = new Date(scene.world.clock.now.getTime() + 2 * DAY * 1000);
        const pull = await scene.open({ branch: 'expires', evaluated: { expiresAt } });
        judgedGreen(await scene.approve(pull, ...approvers));
        later(scene, 3 * DAY);
        return judgedRefusal(scene, await scene.judge(pull));
      },
    },
  );

  attack(
    {
      id: 'model-change-in-a-policy-only-pull-request',
      threats: ['T18'],
      may: 'get the approval of the policy owner',
      does: 'changes a model in a pull request that is announced as a change of rules, without an evaluation',
      refusedBy: 'check',
      reasonCodes: ['decision-missing'],
    },
    {
      green: async () => {
        const files = { 'gatehouse.yml': twoModels(POLICY).replace('limit: 0.10', 'limit: 0.09') };
        const pull = await scene.open({ branch: 'rules-only', files, evaluated: null });
        return judgedGreen(await scene.approve(pull, 'platform-engineer'));
      },
      attempt: async () => {
        const files = {
          'gatehouse.yml': twoModels(POLICY).replace('limit: 0.10', 'limit: 0.08'),
          'train.mjs': '// And the model.\n',
        };
        const pull = await scene.open({ branch: 'rules-and-model', files, evaluated: null });
        return judgedRefusal(scene, await scene.approve(pull, 'platform-engineer', ...approvers));
      },
    },
  );

  attack(
    {
      id: 'failing-model-beside-a-passing-one',
      threats: ['T18'],
      may: 'get the approvals of a model',
      does: 'changes two models in one pull request, of which one fails its gate',
      refusedBy: 'check',
      reasonCodes: ['below-floor'],
    },
    {
      green: () => judgedGreen(control),
      attempt: async () => {
        const files = { 'train.mjs': '// Both.\n', 'pricing/train.mjs': '// Both.\n' };
        const pull = await scene.open({ branch: 'both', files });
        await evaluate(scene, { pull: pull.number, headSha: pull.head, model: 'pricing', outcome: 'fail', runId: 13 });
        return judgedRefusal(scene, await scene.approve(pull, ...approvers));
      },
    },
  );

  attack(
    {
      id: 'evidence-of-an-older-policy',
      threats: ['T17', 'T18'],
      may: 'merge an approved pull request',
      does: 'merges with a decision that was made before the rules were tightened',
      refusedBy: 'check',
      reasonCodes: ['policy-changed'],
    },
    {
      green: async () => judgedGreen(await scene.judge(control.pull)),
      attempt: async () => {
        await scene.world.commit('main', { 'gatehouse.yml': twoModels(POLICY).replace('limit: 0.10', 'limit: 0.05') });
        later(scene);
        return judgedRefusal(scene, await scene.judge(control.pull));
      },
    },
  );
});
