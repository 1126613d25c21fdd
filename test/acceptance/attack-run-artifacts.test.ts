/** What a pull request's own code and other jobs of a run can do to artifacts, and to the exam of the next candidate. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { attack } from './support/attack.ts';
import { ready } from './support/green.ts';
import { gained, refusedCheck, refusedModel, waitsFor } from './support/observed.ts';
import { enrolledScene, FAIR_TRAINING, logOf, type Pull, type Scene, UNFAIR_TRAINING } from './support/scene.ts';

/** A job that was not part of the shipped workflow: it replaces an artifact of the same run when a branch asks for it. */
const intruder = (name: string, job: { needs: string; branch: string; artifact: string; file: string }): string => `
  ${name}:
    needs: ${job.needs}
    if: always() && github.event.workflow_run.head_branch == '${job.branch}'
    runs-on: ubuntu-latest
    steps:
      - run: echo '{"schemaVersion":1,"gate":"fairness","outcome":"pass"}' > ${job.file}
      - uses: actions/upload-artifact@v7
        with: { name: ${job.artifact}, path: ${job.file}, overwrite: true }
`;

const withIntruders = (decide: string): string =>
  decide
    .replace(
      / {4}needs: evaluate\n {4}#.*\n {4}if: .*\n/,
      "    needs: [evaluate, early]\n    if: always() && needs.evaluate.outputs.artifact-id != ''\n",
    )
    .replace('needs: [evaluate, gates]', 'needs: [evaluate, gates, late]') +
  intruder('early', {
    needs: 'evaluate',
    branch: 'change-2',
    artifact: 'evaluation-mortgage-approval',
    file: 'predictions.csv',
  }) +
  intruder('late', {
    needs: 'gates',
    branch: 'change-3',
    artifact: 'decision-fairness-mortgage-approval',
    file: 'decision.json',
  });

const upload = (name: string, path: string): string => `
      - uses: actions/upload-artifact@v7
        with: { name: ${name}, path: ${path}, overwrite: true }`;

/** Names that look like results of Gatehouse. */
const FORGED = [
  'predictions',
  'evidence',
  'decision',
  'evaluation-mortgage-approval',
  'decision-fairness-mortgage-approval',
  'decision-performance-mortgage-approval',
];

/** The training workflow of a pull request that leaves whatever it likes in its run. */
const forgedResults = (train: string): string =>
  `${train.trimEnd()}
      - run: echo '{"schemaVersion":1,"gate":"fairness","outcome":"pass"}' > decision.json${FORGED.map((name) => upload(name, 'decision.json')).join('')}
`;

let shippedTraining = '';
const otherCandidate = (train: string): string => {
  shippedTraining = train;
  return `${train.trimEnd()}
      - uses: actions/download-artifact@v7
        with: { name: candidate-mortgage-approval, path: swap }
      - run: echo >> swap/model/config.json${upload('candidate-mortgage-approval', 'swap')}
`;
};

/** An evaluation command that looks for labels beside its features, and predicts them if it finds them. */
const LABEL_READER = `
import { existsSync, readFileSync } from 'node:fs';
import { readRows, writeRows } from './lib/csv.mjs';
const places = ['data/applications.csv', '../data/applications.csv', '../../data/applications.csv'];
const found = places.find((place) => existsSync(place)) ?? process.env.GATEHOUSE_FEATURES;
const labels = new Map(readRows(found).map((row) => [row.id, row.deny ?? 'no']));
const rows = readRows(process.env.GATEHOUSE_FEATURES).toReversed();
writeRows(process.env.GATEHOUSE_PREDICTIONS, ['id', 'prediction', 'score'],
  rows.map(({ id }) => ({ id, prediction: labels.get(id), score: labels.get(id) === 'yes' ? 1 : 0 })));
`;

let scene: Scene;
let pulls: readonly Pull[];

beforeAll(async () => {
  scene = await enrolledScene({ files: { '.github/workflows/decide-model.yml': withIntruders } });
  const train = '.github/workflows/train.yml';
  const changes = [
    { 'train.mjs': FAIR_TRAINING },
    { 'train.mjs': FAIR_TRAINING },
    { 'train.mjs': UNFAIR_TRAINING },
    { 'train.mjs': UNFAIR_TRAINING, [train]: forgedResults },
    { 'train.mjs': FAIR_TRAINING, [train]: otherCandidate },
    { 'train.mjs': FAIR_TRAINING, 'evaluate.mjs': LABEL_READER },
  ];
  const opened: Pull[] = [];
  for (const files of changes) opened.push(await scene.openPull({ files }));
  pulls = opened;
  await scene.idle();
});
afterAll(() => scene?.close());

function pull(number: number): Pull {
  const found = pulls[number - 1];
  if (found === undefined) throw new Error(`There is no pull request ${number}.`);
  return found;
}

const untouched = () => ready(scene, pull(1));

describe('another job of the decide run', () => {
  attack(
    {
      id: 'evaluation-replaced-by-another-job',
      threats: ['T14', 'T19'],
      may: 'run a job in the decide run',
      does: 'uploads another evaluation under the same name before the gates run',
      refusedBy: 'check',
      reasonCodes: ['decision-missing'],
    },
    {
      green: untouched,
      attempt: () => {
        const run = scene.decideRun(pull(2));
        expect(logOf(run, 'early')).toContain('successfully uploaded');
        expect(logOf(run, 'gates').match(/##\[error\]GitHub, to download artifact \d+: 404/g)).toHaveLength(2);
        expect(scene.history(pull(2)).map(({ kind }) => kind)).toEqual(['refused']);
        return refusedCheck(scene, pull(2));
      },
    },
  );

  attack(
    {
      id: 'decision-replaced-by-another-job',
      threats: ['T14'],
      may: 'run a job in the decide run',
      does: 'uploads a passing decision under the name of the failed one',
      refusedBy: 'check',
      reasonCodes: ['decision-missing'],
    },
    {
      green: untouched,
      attempt: () => {
        const run = scene.decideRun(pull(3));
        expect(logOf(run, 'late')).toContain('successfully uploaded');
        expect(logOf(run, 'sign')).toMatch(/##\[error\]GitHub, to read artifact \d+: 404/);
        expect(scene.history(pull(3)).map(({ kind }) => kind)).toEqual(['refused']);
        return refusedCheck(scene, pull(3));
      },
    },
  );
});

describe('the training run of a pull request', () => {
  attack(
    {
      id: 'artifacts-named-like-evidence',
      threats: ['T19', 'T10'],
      may: 'push a training workflow',
      does: 'leaves predictions, evidence and passing decisions of its own in the training run',
      refusedBy: 'check',
      reasonCodes: ['limit-exceeded'],
    },
    {
      green: untouched,
      attempt: async () => {
        const names = scene.repository.artifacts
          .filter(({ runId }) => runId === scene.runs('train', pull(4).head)[0]?.id)
          .map(({ name }) => name);
        expect(names).toEqual(expect.arrayContaining(FORGED));
        expect((await scene.check(pull(4))).title).toMatch(
          /^Blocked by fairness: false-positive-rate-difference is 0\.24/,
        );
        return refusedModel(scene, pull(4));
      },
    },
  );

  attack(
    {
      id: 'candidate-replaced-after-training',
      threats: ['T10', 'T14'],
      may: 'push a training workflow',
      does: 'uploads another candidate under the same name after training',
      refusedBy: 'nobody',
      because: 'the model that is judged, signed and approved is the bytes that were left, not what training reported',
    },
    {
      green: untouched,
      attempt: () => {
        const trained = scene.decisions(pull(1))['fairness']?.subject?.modelDigest;
        const { modelDigest = 'none' } = scene.decisions(pull(5))['fairness']?.subject ?? {};
        expect(modelDigest).toMatch(/^sha256:/);
        const reported = logOf(scene.runs('train', pull(5).head)[0]).includes(modelDigest);
        return gained(reported || modelDigest === trained ? ['a decision about other bytes'] : []);
      },
    },
  );
});

describe('a candidate that is there for reuse', () => {
  attack(
    {
      id: 'candidate-planted-for-reuse',
      threats: ['T10', 'T14'],
      may: 'push a training workflow',
      does: 'plants another candidate in a run of the branch, then restores the workflow so that the next run may reuse it',
      refusedBy: 'nobody',
      because: 'the candidate that is judged is the one that the code trains',
    },
    {
      green: untouched,
      attempt: async () => {
        const train = '.github/workflows/train.yml';
        const restored = await scene.push(pull(5), { files: { [train]: shippedTraining } });
        await scene.idle();
        const { modelDigest: honest } = scene.decisions(pull(1))['fairness']?.subject ?? {};
        const { modelDigest } = scene.decisions(restored)['fairness']?.subject ?? {};
        expect(honest).toMatch(/^sha256:/);
        await ready(scene, restored);
        return gained(modelDigest === honest ? [] : [`a decision about ${modelDigest}`]);
      },
    },
  );
});

describe('an evaluation script that a pull request changes', () => {
  attack(
    {
      id: 'evaluation-script-edited-to-read-labels',
      threats: ['T18', 'T19'],
      may: 'open pull requests',
      does: 'edits the evaluation script so that it predicts the labels it finds',
      refusedBy: 'nobody',
      because: 'the script of the base branch runs: the decisions are the same to the byte',
    },
    {
      green: untouched,
      attempt: () => {
        const [one, six] = [pull(1), pull(6)].map((which) =>
          scene.history(which).find(({ kind }) => kind === 'decision'),
        );
        expect(six?.facts['evidenceDigest']).toMatch(/^sha256:/);
        expect(scene.decisions(pull(6))).toEqual(scene.decisions(pull(1)));
        return gained(six?.facts['evidenceDigest'] === one?.facts['evidenceDigest'] ? [] : ['other evidence']);
      },
    },
  );

  attack(
    {
      id: 'evaluation-script-edited-without-the-policy-owner',
      threats: ['T18'],
      may: 'get the approvals that a model needs',
      does: 'edits the evaluation script that the next candidate will be examined with',
      refusedBy: 'check',
      reasonCodes: ['ready-for-approval'],
    },
    {
      green: async () => {
        expect((await scene.check(pull(1))).title).not.toContain('policy-owner');
        return untouched();
      },
      attempt: () => waitsFor(scene, pull(6), 'policy-owner'),
    },
  );
});
