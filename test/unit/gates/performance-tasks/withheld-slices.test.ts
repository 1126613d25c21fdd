import { evaluatePerformance } from '@gatehouse/gates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiclassInput, rulesFor } from './task-inputs.ts';

const NOISE = { challenger: 0.3, champion: 0.3 };

function judge(sizes: readonly number[], minimum = 1, reportOnly = false) {
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const input = multiclassInput({
    rows,
    noise: NOISE,
    metrics: rulesFor(['accuracy'], 0.9),
    config: { slices: { race: { 'minimum-rows': minimum, 'margin-factor': 1, 'report-only': reportOnly } } },
  });
  const race = sizes.flatMap((size, group) => new Array<string>(size).fill(`g${group}`));
  const decision = evaluatePerformance({ ...input, slices: new Map([['race', race]]) });
  const findings = decision.findings.filter(({ measure }) => measure === 'accuracy-difference-in-slice');
  const shown = findings
    .filter(({ value, n }) => value !== null || n !== undefined)
    .flatMap(({ groups = [] }) => groups);
  return { decision, findings, shown, text: JSON.stringify([findings, decision.measures['slices']]) };
}

describe('numbers of a slice of few rows', () => {
  it('are withheld, with those of the next smallest, from which they could be worked out', () => {
    const { findings, shown, decision } = judge([200, 60, 7]);

    expect(shown).toEqual(['race "g0"']);
    expect(findings.map(({ message }) => message)).toContain(
      'accuracy-difference-in-slice of race "g2": numbers withheld, because they could reveal a slice of fewer than 10 rows',
    );
    expect(decision.measures['slices']).toMatchObject({
      accuracy: { 'race "g1"': { n: null, reason: 'suppressed' }, 'race "g2"': { n: null, reason: 'suppressed' } },
    });
  });

  it('still decide: too few rows are inconclusive', () => {
    const { findings, text } = judge([200, 60, 7], 30);
    const small = findings.find(({ groups }) => groups?.[0] === 'race "g2"');

    expect(small).toMatchObject({
      outcome: 'inconclusive',
      severity: 'block',
      reasonCode: 'insufficient-n',
      value: null,
    });
    expect(small).not.toHaveProperty('n');
    expect(text).not.toContain('it has 7 rows');
  });

  it('are all shown where every slice is large', () => {
    expect(judge([200, 60, 10]).shown).toHaveLength(3);
  });

  it('are no note where the slices are only reported', () => {
    expect(judge([200, 60, 7], 1, true).shown).toEqual(['race "g0"']);
  });

  it('cannot be worked out from the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }), (sizes) => {
        const { shown } = judge([40, ...sizes]);
        const hidden = [40, ...sizes].filter((_, group) => !shown.includes(`race "g${group}"`));

        expect([40, ...sizes].filter((size) => size < 10).every((size) => hidden.includes(size))).toBe(true);
        // Their sum is known: it must not be that of one slice, nor of so few rows.
        if (hidden.length > 0) expect(hidden.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(10);
        expect(hidden).not.toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  it('of a slice of which a rate has no value say nothing of its rows', () => {
    const input = multiclassInput({
      rows: 60,
      noise: NOISE,
      metrics: rulesFor(['balanced-accuracy'], 0.9),
      config: { slices: { race: { 'minimum-rows': 1, 'margin-factor': 1, 'report-only': false } } },
    });
    // The first five rows are a group in which all labels are one class.
    const labels = input.labels.map((label, row) => (row < 5 ? 1 : label));
    const race = Array.from({ length: 60 }, (_, row) => (row < 5 ? 'small' : 'large'));
    const { findings } = evaluatePerformance({ ...input, labels, slices: new Map([['race', race]]) });

    expect(findings.find(({ groups }) => groups?.[0] === 'race "small"')).toMatchObject({
      outcome: 'inconclusive',
      reasonCode: 'suppressed',
      value: null,
    });
  });
});
