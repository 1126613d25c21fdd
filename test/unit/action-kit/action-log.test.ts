import { createActionLog, toLogLine, toLogText } from '@gatehouse/action-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeHost } from './fake-host.ts';

describe('toLogText', () => {
  it.each([
    ['plain text', 'a: b\n\tc', 'a: b\n\tc'],
    ['a command', '::set-output name=a::b', '\\::set-output name=a::b'],
    ['an indented command', ' \t::warning::x', ' \t\\::warning::x'],
    ['a command after a carriage return', 'a\r::error::x', 'a\n\\::error::x'],
    ['a command after a line separator', 'a\u2028::error::x', 'a\n\\::error::x'],
    ['an old command inside a line', 'a ##[add-mask]b', 'a #\\#[add-mask]b'],
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['a window title', '\u001b]0;title\u0007rest', 'rest'],
    ['a command behind a colour', '\u001b[0m::error::x', '\\::error::x'],
    ['a command behind an invisible character', '\u200b\ufeff::error::x', '\\::error::x'],
    ['text turned around', 'a\u202eb', 'ab'],
    ['colons inside a line', 'std::vector', 'std::vector'],
  ])('%s', (_, given, expected) => {
    expect(toLogText(given)).toBe(expected);
  });

  it('never leaves a command, whatever the text', () => {
    const bits = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      '\r',
      '\n',
      ' ',
      '\t',
      '\u001b',
      '\u001b[',
      '\u0085',
      '\u200b',
      '\u00a0',
      'x',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(bits), (parts) => {
        const text = toLogText(parts.join(''));
        expect(text.split(/[\r\n]/).some((line) => line.trimStart().startsWith('::'))).toBe(false);
        expect(text).not.toContain('##[');
      }),
      { numRuns: 2000 },
    );
  });

  it('is a fixed point on what it made', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => toLogText(toLogText(text)) === toLogText(text)));
  });
});

describe('toLogLine', () => {
  it('joins lines and cuts long ones', () => {
    expect(toLogLine('a\n  b\r\nc')).toBe('a b c');
    expect(toLogLine('x'.repeat(20), 10)).toBe(`${'x'.repeat(10)}…`);
  });
});

describe('createActionLog', () => {
  it('masks and disarms everything it prints', () => {
    const host = fakeHost({});
    const log = createActionLog(host.toolkit, ['hunter2']);
    for (const print of [log.info, log.debug, log.warning, log.notice]) print('::x hunter2');

    expect(host.said).toEqual(['info \\::x ***', 'debug \\::x ***', 'warning \\::x ***', 'notice \\::x ***']);
  });

  it('stops commands around untrusted output and starts them again after a failure', async () => {
    const host = fakeHost({});
    const log = createActionLog(host.toolkit, []);
    const failed = log.untrusted('Training\n::error::', async (print) => {
      print('::set-env name=A::b');
      throw new Error('stop');
    });

    await expect(failed).rejects.toThrow('stop');
    const token = /stop-commands::(\S+)/.exec(host.said.join('\n'))?.[1] ?? '';
    expect(host.said).toEqual([
      'group Training \\::error::',
      `info ::stop-commands::${token}`,
      'info \\::set-env name=A::b',
      `info ::${token}::`,
      'endgroup',
    ]);
    expect(token.length).toBeGreaterThan(30);
  });
});
