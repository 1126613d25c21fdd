import { ActionError, type Finding } from '@gatehouse/core';
import { assembleDecision } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT } from './fixture-inputs.ts';

const FINDING: Finding = {
  measure: 'accuracy',
  outcome: 'pass',
  severity: 'block',
  reasonCode: 'floor-met',
  value: 0.1 + 0.2,
  interval: [-0, Number.POSITIVE_INFINITY],
  message: 'accuracy is 0.3',
};
const RESULT = {
  findings: [FINDING],
  measures: {},
  power: { minimumDetectable: null, requiredN: {} },
  notMeasured: [],
};

describe('assembleDecision', () => {
  it.each([
    ['no finding', []],
    ['only notes', [{ ...FINDING, severity: 'warn' as const }]],
  ])('is inconclusive with %s', (_, findings) => {
    expect(assembleDecision('performance', CONTEXT, { ...RESULT, findings }).outcome).toBe('inconclusive');
  });

  it('does not let a note change the outcome', () => {
    const note: Finding = { ...FINDING, severity: 'warn', outcome: 'fail' };

    expect(assembleDecision('performance', CONTEXT, { ...RESULT, findings: [note, FINDING] }).outcome).toBe('pass');
  });

  it('puts the severest finding first and rounds to 12 digits', () => {
    const fail: Finding = { ...FINDING, outcome: 'fail', reasonCode: 'below-floor' };

    const decision = assembleDecision('performance', CONTEXT, { ...RESULT, findings: [FINDING, fail] });

    expect(decision.outcome).toBe('fail');
    expect(decision.findings.map((f) => f.outcome)).toEqual(['fail', 'pass']);
    expect(decision.findings[0]).toMatchObject({ value: 0.3, interval: [0, null] });
    expect(Object.is(decision.findings[0]?.interval?.[0], 0)).toBe(true);
  });

  it('puts what is inconclusive between what fails and what passes', () => {
    const outcomes = ['pass', 'inconclusive', 'fail', 'inconclusive'] as const;
    const findings = outcomes.map((outcome): Finding => ({ ...FINDING, outcome }));

    const decision = assembleDecision('performance', CONTEXT, { ...RESULT, findings });

    expect(decision.findings.map((f) => f.outcome)).toEqual(['fail', 'inconclusive', 'inconclusive', 'pass']);
  });

  it('keeps a finding without an interval or a value, and rounds what it is measured by', () => {
    const { interval: _, ...finding } = { ...FINDING, value: null };
    const measures = { list: [0.1 + 0.2, 'text'], nothing: null, word: 'a', zero: -0, nested: { third: 1 / 3 } };

    const decision = assembleDecision('performance', CONTEXT, { ...RESULT, findings: [finding], measures });

    expect(decision.findings).toEqual([finding]);
    expect(decision.measures).toStrictEqual({
      ...{ list: [0.3, 'text'], nothing: null, word: 'a', zero: 0 },
      nested: { third: 0.333333333333 },
    });
  });

  it.each([
    [
      'a lower bound',
      { ...RESULT, findings: [{ ...FINDING, interval: [Number.NaN, 0] as const }] },
      'findings.0.lower',
    ],
    ['a value', { ...RESULT, findings: [{ ...FINDING, value: Number.NaN }] }, 'findings.0.value'],
    ['a bound', { ...RESULT, findings: [{ ...FINDING, interval: [0, Number.NaN] as const }] }, 'findings.0.upper'],
    ['a measure', { ...RESULT, measures: { a: [{ b: Number.NaN }] } }, 'measures.a.0.b'],
    ['the power', { ...RESULT, power: { minimumDetectable: Number.NaN, requiredN: {} } }, 'power.minimumDetectable'],
  ])('refuses NaN in %s', (_, result, path) => {
    const run = (): unknown => assembleDecision('performance', CONTEXT, result);

    expect(run).toThrow(ActionError);
    expect(run).toThrow(path);
  });
});
