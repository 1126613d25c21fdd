import { renderDecisionMarkdown } from '@gatehouse/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDecision, fairnessDecision, performanceDecision } from './fixture-decisions.ts';
import { expectGolden } from './golden.ts';

describe('renderDecisionMarkdown', () => {
  it.each([
    ['fairness-fail.md', fairnessDecision()],
    ['performance-pass.md', performanceDecision()],
    ['nothing-judged.md', emptyDecision()],
  ])('equals %s', (name, decision) => {
    expectGolden(name, renderDecisionMarkdown(decision));
  });

  it('keeps every table whole whatever a group is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (group) => {
        const markdown = renderDecisionMarkdown(fairnessDecision([group, `${group}|`, `${group}\n| x |`]));
        const plain = renderDecisionMarkdown(fairnessDecision(['a', 'b', 'c']));

        expect(shapeOf(markdown)).toEqual(shapeOf(plain));
      }),
      { numRuns: 50 },
    );
  });

  it('escapes whatever a decision from elsewhere holds', () => {
    const [full] = fairnessDecision().findings;
    if (full === undefined) throw new Error('no finding');
    const { method, confidence, ...finding } = full;

    const markdown = renderDecisionMarkdown({
      ...emptyDecision(),
      subject: { model: '<b>', modelDigest: 'sha256:`x' },
      findings: [{ ...finding, measure: '<script>', message: '@team '.repeat(60), interval: [null, null] }],
      measures: {
        groups: { '<i>': { 'a|b': '<u>', c: [1, null], d: { deep: 1 }, e: true } },
        metrics: [1],
        aggregates: {},
      },
      notMeasured: ['<hr>'],
    });

    expect(markdown).not.toMatch(/<(?!!)|@t|`x/);
    expect([method, confidence]).not.toContain(undefined);
    expect(markdown).toContain('| -∞ to ∞ |');
    expect(markdown).toContain('1 to –');
  });
});

/** Lines by what they are: the number of cells of a table row, or a dash for anything else. */
function shapeOf(markdown: string): readonly string[] {
  return markdown.split('\n').map((line) => (line.startsWith('|') ? `${line.split('|').length} cells` : '-'));
}
