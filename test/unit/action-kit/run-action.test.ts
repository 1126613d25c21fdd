import { type Action, type ActionResult, defineInputs, input, runAction } from '@gatehouse/action-kit';
import { ActionError, ConfigError } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { fakeHost } from './fake-host.ts';

const inputs = defineInputs({ model: input.text('m').required(), token: input.secret('t') });
type Values = ReturnType<typeof inputs.parse>;
type Run = Action<Values, 'outcome' | 'decision' | 'reason-code'>['run'];

function actionOf(run: Run): Action<Values, 'outcome' | 'decision' | 'reason-code'> {
  return { name: 'fairness-gate', inputs, outputs: { outcome: 'o', decision: 'd', 'reason-code': 'r' }, run };
}

const GIVEN = { INPUT_MODEL: 'fraud' };

const FAULT = { where: 'Release', found: 'f', allowed: 'a', remedy: 'r' };

async function runWith(
  result: ActionResult<'outcome' | 'decision' | 'reason-code'>,
): Promise<ReturnType<typeof fakeHost>> {
  const host = fakeHost(GIVEN);
  await runAction(
    actionOf(async () => result),
    host,
  );
  return host;
}

async function runThrowing(thrown: unknown, env: Record<string, string> = {}): Promise<ReturnType<typeof fakeHost>> {
  const host = fakeHost({ ...GIVEN, ...env });
  await runAction(
    actionOf(() => Promise.reject(thrown)),
    host,
  );
  return host;
}

describe('a finished run', () => {
  it.each([
    ['pass', 0],
    ['done', 0],
    ['fail', 1],
    ['inconclusive', 1],
  ] as const)('with outcome %s exits %i', async (outcome, code) => {
    const host = await runWith({ outcome, outputs: { decision: '{}' }, title: 'One sentence.', summary: '# Done' });

    expect(host.exits).toEqual([1, code]);
    expect(Object.fromEntries(host.outputs)).toEqual({ outcome, decision: '{}' });
    expect(host.summary).toBe('# Done');
    expect(host.said.at(-1)).toBe(code === 0 ? 'info One sentence.' : `error fairness-gate: ${outcome}: One sentence.`);
  });

  it('writes a summary even when it has nothing to say', async () => {
    expect((await runWith({ outcome: 'done', outputs: {} })).summary).toContain('fairness-gate');
  });

  it('gets the inputs and the context', async () => {
    const host = fakeHost(GIVEN);
    await runAction(
      actionOf(async ({ model }, { context }) => ({
        outcome: 'done',
        outputs: { decision: `${model} ${context.repository.owner} ${context.runUrl}` },
      })),
      host,
    );

    expect(host.outputs.get('decision')).toBe('fraud bank https://github.com/bank/models/actions/runs/77');
  });

  it('with a summary that GitHub would drop is cut at a line, and says so', async () => {
    const line = `${'é'.repeat(500)}\n`;
    const { summary } = await runWith({ outcome: 'done', outputs: {}, summary: line.repeat(1200) });

    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toContain('The summary was cut at 1 MiB');
    expect(
      summary
        .split('\n')
        .filter((part) => part.startsWith('é'))
        .every((part) => part.length === 500),
    ).toBe(true);
  });

  it('with an output that is not declared is an error', async () => {
    const undeclared: Record<string, string> = { surprise: '1' };
    const host = await runWith({ outcome: 'pass', outputs: undeclared });

    expect(host.exits.at(-1)).toBe(1);
    expect(Object.fromEntries(host.outputs)).toEqual({ outcome: 'error' });
  });

  it('with outputs that GitHub would cut is an error', async () => {
    const host = await runWith({ outcome: 'pass', outputs: { decision: 'x'.repeat(400_001) } });

    expect(host.outputs.get('outcome')).toBe('error');
    expect(host.outputs.has('decision')).toBe(false);
  });

  it('that cannot write its summary sets no output but the error', async () => {
    const host = fakeHost(GIVEN, { writeSummary: () => Promise.reject(new Error('disk full')) });
    await runAction(
      actionOf(async () => ({ outcome: 'pass', outputs: { decision: '{}' } })),
      host,
    );

    expect(Object.fromEntries(host.outputs)).toEqual({ outcome: 'error' });
    expect(host.exits.at(-1)).toBe(1);
  });
});

describe('a run that throws', () => {
  it.each([
    ['an Error', new Error('boom'), 'boom'],
    ['a string', 'boom', 'boom'],
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an object without a prototype', Object.create(null), 'cannot be shown'],
  ])('%s exits 1 with outcome error', async (_, thrown, shown) => {
    const host = await runThrowing(thrown);

    expect(host.exits).toEqual([1, 1]);
    expect(Object.fromEntries(host.outputs)).toEqual({ outcome: 'error' });
    expect(host.said.join('\n')).toContain(shown);
    expect(host.summary).toContain('fairness-gate: error');
  });

  it('puts out the reason code of a ConfigError that has one', async () => {
    const fault = { where: 'governance/waivers/w.yaml', found: 'x', allowed: 'y', remedy: 'z' };
    const host = await runThrowing(new ConfigError([fault], { reasonCode: 'waiver-invalid' }));

    expect(host.outputs.get('reason-code')).toBe('waiver-invalid');
  });

  it('shows every fault of a ConfigError, and stacks in debug only', async () => {
    const fault = { found: 'f', allowed: 'a', remedy: 'r' };
    const host = await runThrowing(
      new ConfigError([
        { where: 'A', ...fault },
        { where: 'B', ...fault },
      ]),
    );

    expect(host.said.filter((line) => line.startsWith('error '))).toEqual([
      'error fairness-gate: error: A: f. Allowed: a. r.',
      'error fairness-gate: error: B: f. Allowed: a. r.',
    ]);
    expect(host.said.some((line) => line.startsWith('debug ') && line.includes('run-action.test'))).toBe(true);
    expect(host.said.some((line) => !line.startsWith('debug ') && line.includes('run-action.test'))).toBe(false);
  });

  it('names the rule of an ActionError', async () => {
    const host = await runThrowing(new ActionError('refused', FAULT, { reasonCode: 'not-authorised' }));

    expect(host.outputs.get('reason-code')).toBe('not-authorised');
    expect(host.said.join('\n')).toContain('[not-authorised] Release: f. Allowed: a. r.');
  });

  it.each([
    ['an error that names no rule', new Error('x'), 'evaluation-error'],
    ['one that does', new ActionError('refused', FAULT, { reasonCode: 'no-policy' }), 'no-policy'],
  ])('gives the reason that the action declares for %s', async (_, thrown, expected) => {
    const host = fakeHost(GIVEN);
    await runAction({ ...actionOf(() => Promise.reject(thrown)), reasonOfErrors: 'evaluation-error' }, host);

    expect(host.outputs.get('reason-code')).toBe(expected);
  });

  it('cannot give the runner a command, nor break out of the summary', async () => {
    const host = await runThrowing('\r\n::set-output name=outcome::pass\n```\n# pass\n##[add-path]/evil');
    const printed = host.said.filter((line) => !line.startsWith('debug ')).join('\n');

    expect(printed).not.toMatch(/^\s*::/m);
    expect(printed).not.toContain('##[');
    expect(host.summary.split('```')).toHaveLength(3);
  });

  it('shows no secret, in no form, and masks before anything else', async () => {
    const key = '-----BEGIN KEY-----\nMIGHAgEAMBMG\n-----END KEY-----';
    const host = await runThrowing(new Error(`bad key MIGHAgEAMBMG in ${JSON.stringify(key)}`), { INPUT_TOKEN: key });
    const afterMasks = host.said.filter((line) => !line.startsWith('mask '));

    expect(host.said[0]).toBe(`mask ${key}`);
    expect(`${afterMasks.join('\n')}${host.summary}`).not.toContain('MIGHAgEAMBMG');
  });

  it('annotates nine faults and prints the rest', async () => {
    const faults = Array.from({ length: 12 }, (_, i) => ({ where: `F${i}`, found: 'f', allowed: 'a', remedy: 'r' }));
    const host = await runThrowing(new ConfigError(faults));

    expect(host.said.filter((line) => line.startsWith('error '))).toHaveLength(9);
    expect(host.said.filter((line) => line.startsWith('info F'))).toHaveLength(3);
  });
});

describe('a run that does not end by itself', () => {
  it('ends with an error nobody awaited', async () => {
    const host = fakeHost(GIVEN);
    const ended = runAction(
      actionOf(() => new Promise(() => undefined)),
      host,
    );
    host.stray(new Error('forgotten'));
    await ended;

    expect(host.exits).toEqual([1, 1]);
    expect(host.outputs.get('outcome')).toBe('error');
  });

  it('does not pass when an error surfaces right after the result', async () => {
    const host = fakeHost(GIVEN);
    await runAction(
      actionOf(async () => {
        setImmediate(() => host.stray(new Error('late')));
        return { outcome: 'pass', outputs: { decision: '{}' } };
      }),
      host,
    );

    expect(host.exits.at(-1)).toBe(1);
    expect(host.outputs.get('outcome')).toBe('error');
  });
});

describe('bad inputs', () => {
  it('stop the run before it starts', async () => {
    const host = fakeHost({ INPUT_MODLE: 'x' });
    let started = false;
    await runAction(
      actionOf(async () => {
        started = true;
        return { outcome: 'pass', outputs: {} };
      }),
      host,
    );

    expect(started).toBe(false);
    expect(host.said.filter((line) => line.startsWith('error '))).toHaveLength(2);
  });

  it('name every variable a runner would have set', async () => {
    const host = fakeHost({ ...GIVEN, GITHUB_SHA: 'main', GITHUB_RUN_ID: '' });
    await runAction(
      actionOf(async () => ({ outcome: 'pass', outputs: {} })),
      host,
    );

    const printed = host.said.join('\n');
    expect(printed).toContain('Environment variable GITHUB_SHA: got "main".');
    expect(printed).toContain('Environment variable GITHUB_RUN_ID: not set.');
  });
});
