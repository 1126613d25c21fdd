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

  it.each([
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
