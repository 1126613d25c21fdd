import { drawInterval, renderDecisionMarkdown, renderDecisionText } from '@gatehouse/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDecision, fairnessDecision, performanceDecision } from './fixture-decisions.ts';
import { expectGolden } from './golden.ts';

const PLAIN = { width: 100, color: false };

describe('drawInterval', () => {
  it.each([
    [
      { value: 0.3, interval: [0.2, 0.4] as const, limit: 0.1 },
      '0.055 ······┊···········├───────────●───────────┤······ 0.445',
    ],
    [
      { value: 0.3, interval: [0.2, 0.4] as const, limit: 0.5 },
      '0.155 ······├───────────●───────────┤···········┊······ 0.545',
    ],
    [
      { value: 0.3, interval: [0.2, 0.4] as const, limit: 0.35 },
      '0.17 ······├──────────────────●─────────╫────────┤······ 0.43',
    ],
    [
      { value: 0, interval: [0, 0] as const, limit: 0 },
      '0 ●······················································ 0.5',
    ],
  ])('draws %o', (finding, line) => {
    expect(drawInterval(finding, 61)).toBe(line);
  });

  it.each([
    ['no value', { value: null, interval: [0, 1] as const, limit: 0.5 }],
    ['no interval', { value: 0.5, limit: 0.5 }],
    ['an open interval', { value: 0.5, interval: [0, null] as const, limit: 0.5 }],
    ['no limit', { value: 0.5, interval: [0, 1] as const }],
  ])('draws nothing with %s', (_, finding) => {
    expect(drawInterval(finding, 60)).toBe('');
  });

  it('draws on a shared scale, and what lies outside it at its end', () => {
    const scale = { from: 0, to: 1 };

    expect(drawInterval({ value: 0.5, interval: [0.25, 0.75], limit: 0.1 }, 25, scale)).toBe(
      '0 ··┊··├────●────┤····· 1',
    );
    expect(drawInterval({ value: 3, interval: [0.75, 4], limit: -2 }, 25, scale)).toBe('0 ┊··············├────● 1');
  });

  it('draws nothing without room', () => {
    expect(drawInterval({ value: 0.3, interval: [0.2, 0.4], limit: 0.1 }, 15)).toBe('');
  });

  it('is exactly as wide as asked and shows value and limit', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(number, number, number, fc.integer({ min: 40, max: 120 }), (a, b, limit, width) => {
        const interval = [Math.min(a, b), Math.max(a, b)] as const;

        const line = drawInterval({ value: (a + b) / 2, interval, limit }, width);

        expect(Array.from(line)).toHaveLength(width);
        expect(line).toContain('●');
      }),
    );
  });
});

describe('renderDecisionText', () => {
  it.each([
    ['fairness-fail.txt', fairnessDecision(), PLAIN],
    ['fairness-fail-color.txt', fairnessDecision(), { width: 60, color: true }],
    ['performance-pass.txt', performanceDecision(), PLAIN],
    ['nothing-judged.txt', emptyDecision(), PLAIN],
  ])('equals %s', (name, decision, options) => {
    expectGolden(name, renderDecisionText(decision, options));
  });

  it.each([
    [10, 40],
    [Number.NaN, 40],
    [60, 60],
    [1000, 200],
  ])('for a width of %s keeps to %s columns', (width, most) => {
    const lines = renderDecisionText(fairnessDecision(['x'.repeat(300), 'b', 'c']), { width, color: false }).split(
      '\n',
    );

    expect(Math.max(...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(most);
  });

  it('is safe in a terminal and a log whatever a group is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (group) => {
        const name = `${group}\n::error::\u001b[2J##[x]`;
        const text = renderDecisionText(fairnessDecision([name, 'b', `${name}2`]), PLAIN);

        expect(text).not.toMatch(/[^\P{C}\n]/u);
        expect(text).not.toContain('::');
        expect(text).not.toContain('##[');
      }),
      { numRuns: 50 },
    );
  });
});

describe('a finding with little to say', () => {
  it('breaks a line that is too long, and cuts nothing of it', () => {
    const groups = ['a_long_name_of_a_column=one group', 'a_long_name_of_a_column=another group of people'];
    const [finding] = fairnessDecision().findings;
    const findings = finding === undefined ? [] : [{ ...finding, groups }];

    const text = renderDecisionText({ ...fairnessDecision(), findings }, { width: 60, color: false });

    const lines = text.split('\n');
    expect(lines.every((line) => Array.from(line).length <= 60)).toBe(true);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(`${groups.join(' / ')} (${finding?.reasonCode})`);
  });

  it('is shown by what it has', () => {
    const [finding] = performanceDecision().findings;
    if (finding === undefined) throw new Error('no finding');
    const { interval, confidence, n, limit, method, failsWhen, ...bare } = finding;

    const shown = (changes: Partial<typeof finding>): string | undefined =>
      renderDecisionText({ ...emptyDecision(), findings: [{ ...bare, ...changes }] }, PLAIN).split('\n')[2];

    expect(shown({})).toBe('    0.8067');
    expect(shown({ interval: [0.5, null] })).toBe('    0.8067  at least 0.5');
    expect(shown({ value: null })).toBe(`    ${finding.message}`);
    expect(shown({ value: null, limit: -0.02, failsWhen: 'below' })).toBe(`    ${finding.message}`);
    expect(shown({ value: null, interval: [-1, 1], limit: -0.02, failsWhen: 'below' })).toBe(
      '    –  [-1 to 1]  limit ≥ -0.02',
    );
    expect([interval, confidence, n, limit, method, failsWhen]).not.toContain(undefined);
  });

  it.each([
    ['above', {}, '≤ 0.2'],
    ['below', {}, '≥ 0.2'],
    ['above', { failsAtLimit: true }, '< 0.2'],
    ['below', { failsAtLimit: true }, '> 0.2'],
  ] as const)('says of a limit that fails %s it, with %o, what passes', (failsWhen, more, words) => {
    const [finding] = performanceDecision().findings;
    if (finding === undefined) throw new Error('no finding');
    const decision = { ...emptyDecision(), findings: [{ ...finding, limit: 0.2, failsWhen, ...more }] };

    expect(renderDecisionText(decision, PLAIN)).toContain(`limit ${words}  `);
    expect(renderDecisionMarkdown(decision)).toContain(`| ${words} |`);
  });
});
