import { type Decision, decisionSchema, type FairnessGateConfig } from '@gatehouse/core';
import { evaluateFairness, type FairnessInput } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { decisionMeasures } from './fairness-judge.ts';
import { CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

type Measures = FairnessGateConfig['measures'];

const NAMES = { positive: ['approve'], negative: ['refuse', 'refer'] };
const RATIO: Measures = { 'selection-rate-ratio': { limit: 0.5 } };

function rows(selected: number, n = 1000) {
  return { tp: selected, fp: 0, fn: 0, tn: n - selected };
}

function judge(
  measures: Measures,
  changes: Partial<FairnessGateConfig> = {},
  input: Partial<FairnessInput> = {},
): Decision {
  return evaluateFairness({
    config: fairnessConfig(measures, changes),
    context: CONTEXT,
    groups: oneColumn({ a: rows(500), b: rows(450) }),
    ...input,
  });
}

describe('what selected means', () => {
  it.each<[string, FairnessGateConfig['favorable'], FairnessInput['predictions'], string, string | null]>([
    ['by the values of the label', 'positive', NAMES, 'predicted "approve"', 'predicted "approve"'],
    ['of several values', 'negative', NAMES, 'predicted "approve"', 'predicted "refuse" or "refer"'],
    ['without a favourable one', undefined, NAMES, 'predicted "approve"', null],
    ['without names', 'negative', undefined, 'predicted positive', 'predicted negative'],
  ])('is said %s', (_, favorable, predictions, selected, good) => {
    const decision = judge(
      { 'selection-rate-difference': { limit: 0.2 } },
      favorable === undefined ? {} : { favorable },
      predictions === undefined ? {} : { predictions },
    );

    expect(decisionMeasures(decision).selection).toEqual({ selected, favorable: good });
  });

  it.each<[string, Measures, FairnessGateConfig['favorable'], readonly string[]]>([
    ['a ratio, and nobody says what is favourable', RATIO, undefined, ['"favorable"']],
    ['a ratio of the prediction that is not favourable', RATIO, 'negative', ['the other prediction is favourable']],
    ['a ratio of the favourable prediction', RATIO, 'positive', []],
    ['parity as a ratio', { 'demographic-parity-ratio': { limit: 0.5 } }, undefined, ['"favorable"']],
    ['disparate impact, which follows the policy', { 'disparate-impact': { limit: 0.5 } }, 'negative', []],
    ['a difference, which is the same of both', { 'selection-rate-difference': { limit: 0.2 } }, undefined, []],
    ['a ratio of another rate', { 'accuracy-ratio': { limit: 0.5 } }, undefined, []],
  ])('is a note, and no verdict, where the policy limits %s', (_, measures, favorable, words) => {
    const decision = judge(measures, favorable === undefined ? {} : { favorable }, { predictions: NAMES });
    const notes = decision.findings.filter(({ reasonCode }) => reasonCode === 'ratio-not-of-favorable');

    expect(notes.map(({ severity, outcome }) => [severity, outcome])).toEqual(
      words.map(() => ['warn', 'inconclusive']),
    );
    for (const [at, word] of words.entries()) expect(notes[at]?.message).toContain(word);
    expect(decision.outcome).toBe('pass');
  });

  it('says which rates are compared', () => {
    const [note] = judge(RATIO, {}, { predictions: NAMES }).findings.filter(({ severity }) => severity === 'warn');

    expect(note?.message).toBe(
      'selection-rate-ratio compares how often groups are predicted "approve"; the policy does not say which prediction is favourable ("favorable")',
    );
  });
});

describe('pairs within the limit', () => {
  const GROUPS = oneColumn({ a: rows(500), b: rows(490), c: rows(480), d: rows(100) });
  const LIMIT: Measures = { 'selection-rate-difference': { limit: 0.2 } };

  it('have one finding beside those that fail: the nearest to the limit, and how many there are', () => {
    const { findings, measures } = judge(LIMIT, {}, { groups: GROUPS });

    expect(findings.map(({ outcome, groups }) => [outcome, groups?.join()])).toEqual([
      ['fail', 'a,d'],
      ['fail', 'b,d'],
      ['fail', 'c,d'],
      ['pass', 'a,c'],
    ]);
    expect(findings.at(-1)?.message).toMatch(/policy limit 0\.2, the nearest to it of 3 comparisons within it$/);
    expect(measures['judged']).toEqual({
      'selection-rate-difference': { compared: 6, within: 3, beyond: 3, unclear: 0 },
    });
  });

  it('are not counted where there is one', () => {
    const [finding] = judge(LIMIT).findings;

    expect(finding?.message).toMatch(/policy limit 0\.2$/);
  });

  it('are counted for each column and each measure, with those that cannot be told', () => {
    const two = { ...LIMIT, 'false-positive-rate-ratio': { limit: 0.8 } };
    const decision = judge(
      two,
      { sensitive: ['race', 'sex'] },
      { groups: new Map([...GROUPS, ['sex', new Map(Object.entries({ f: rows(1100, 2000), m: rows(720, 2000) }))]]) },
    );

    expect(decision.measures['judged']).toEqual({
      'race/selection-rate-difference': { compared: 6, within: 3, beyond: 3, unclear: 0 },
      'race/false-positive-rate-ratio': { compared: 6, within: 0, beyond: 0, unclear: 6 },
      'sex/selection-rate-difference': { compared: 1, within: 0, beyond: 0, unclear: 1 },
      'sex/false-positive-rate-ratio': { compared: 1, within: 0, beyond: 0, unclear: 1 },
    });
    expect(decisionSchema.safeParse(JSON.parse(JSON.stringify(decision))).success).toBe(true);
  });
});
