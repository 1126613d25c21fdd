import { renderCheckSummary, renderDecisionMarkdown } from '@gatehouse/report';
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

    // What folds is ours; nothing of the decision may be a tag.
    expect(markdown.replaceAll(/<\/?(?:details|summary)>/g, '')).not.toMatch(/<(?!!)|@t|`x/);
    expect([method, confidence]).not.toContain(undefined);
    expect(markdown).toContain('| -∞ to ∞ |');
    expect(markdown).toContain('1 to –');
  });
});

describe('what a reader sees without opening anything', () => {
  const text = renderDecisionMarkdown(fairnessDecision());
  const open = text.replaceAll(/<details>.*?<\/details>/gs, '');

  it('is what decided, in numbers, pictures and words, and not what passed', () => {
    expect(open).toContain('| **fail** | false-positive-rate-difference |');
    expect(open).toContain('| **inconclusive** | group-size |');
    expect(open).toContain('├─');
    expect(open).not.toContain('**pass**');
    expect(open).not.toContain('equalized-odds-ratio');
  });

  it('leaves everything else a click away', () => {
    expect(text.match(/<summary>.*<\/summary>/g)).toEqual([
      '<summary>1 finding that passes</summary>',
      '<summary>3 groups: their rates</summary>',
      '<summary>33 measures over the groups, whether limited or not</summary>',
    ]);
    expect(text).toContain('| **pass** | selection-rate-difference |');
  });

  it('is everything that was judged where the gate passes', () => {
    expect(renderDecisionMarkdown(performanceDecision())).toContain('**pass**');
    expect(renderDecisionMarkdown(performanceDecision())).not.toContain('that pass');
  });

  it('has no fold within a fold in the check', () => {
    const folds = renderCheckSummary({
      headline: 'x',
      tuple: null,
      models: [
        {
          model: 'm',
          outcome: 'pass',
          modelDigest: null,
          state: 'x',
          decisions: [{ ...fairnessDecision(), outcome: 'pass' }],
          roles: [],
          stale: null,
          waivers: [],
          uncounted: [],
        },
      ],
      loosened: [],
      changed: [],
      notes: [],
    });

    expect(folds.match(/<details>/g)).toHaveLength(1);
    expect(folds).toContain('<b>33 measures over the groups, whether limited or not</b>');
  });
});

/** Lines by what they are: the number of cells of a table row, or a dash for anything else. */
function shapeOf(markdown: string): readonly string[] {
  return markdown.split('\n').map((line) => (line.startsWith('|') ? `${line.split('|').length} cells` : '-'));
}
