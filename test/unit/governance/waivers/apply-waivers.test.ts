import type { Decision, Finding, ReasonCode } from '@gatehouse/core';
import { applyWaivers, uncoveredFindings, type Waiver } from '@gatehouse/governance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decision, finding, waiver } from './example-waiver.ts';

const TODAY = '2026-11-23';
const pass = finding({ measure: 'auc', outcome: 'pass', reasonCode: 'floor-met' });
const small = finding();
const unfair = finding({ measure: 'false-positive-rate-difference', outcome: 'fail', reasonCode: 'limit-exceeded' });

describe('a decision counts as passed', () => {
  it('when a waiver covers the one finding against it', () => {
    expect(applyWaivers([decision('fairness', [pass, small])], [waiver()], TODAY)).toEqual({
      outcome: 'pass',
      waivedGates: ['fairness'],
      used: [
        {
          id: 'w1',
          digest: waiver().digest,
          gate: 'fairness',
          measure: 'group-size',
          owner: 'olivia',
          expiresOn: '2026-12-01',
        },
      ],
    });
  });

  it('when one waiver covers several findings of its measure', () => {
    const two = decision('fairness', [small, finding({ groups: ['b'] })]);

    expect(applyWaivers([two], [waiver()], TODAY)).toMatchObject({ outcome: 'pass', used: [{ id: 'w1' }] });
  });

  it('when two waivers cover two measures, listed by id', () => {
    const second = waiver({ id: 'a2', waives: { gate: 'fairness', measure: unfair.measure } });
    const applied = applyWaivers([decision('fairness', [unfair, small])], [waiver(), second], TODAY);

    expect(applied).toMatchObject({ outcome: 'pass', used: [{ id: 'a2' }, { id: 'w1' }] });
  });

  it('by the waiver that lasts longest where several cover', () => {
    const longer = waiver({ id: 'longer', expiresOn: '2026-12-02' });
    const same = waiver({ id: 'same', expiresOn: '2026-12-02' });

    expect(applyWaivers([decision('fairness', [small])], [same, waiver(), longer], TODAY).used).toMatchObject([
      { id: 'longer' },
    ]);
  });

  it('on the last day, and not on the day after it', () => {
    const judged = (today: string): string => applyWaivers([decision('fairness', [small])], [waiver()], today).outcome;

    expect([judged('2026-12-01'), judged('2026-12-02')]).toEqual(['pass', 'inconclusive']);
  });
});

describe('a waiver is not used', () => {
  it.each<[string, Decision, Partial<Waiver>]>([
    ['for another model', decision('fairness', [small]), { model: 'churn' }],
    ['for another measure', decision('fairness', [small]), { waives: { gate: 'fairness', measure: 'group-count' } }],
    ['for another gate', decision('fairness', [small]), { waives: { gate: 'performance', measure: 'group-size' } }],
    ['for a control', decision('fairness', [small]), { waives: { control: 'VAL-04' } }],
    ['before it is granted', decision('fairness', [small]), { grantedOn: '2026-11-24' }],
    ['after its end', decision('fairness', [small]), { expiresOn: '2026-11-22' }],
    ['when another finding is left', decision('fairness', [small, unfair]), {}],
    ['for a decision that names no model', { ...decision('fairness', [small]), subject: null }, {}],
    ['for a decision that does not say what is against it', decision('fairness', [pass], 'inconclusive'), {}],
  ])('%s', (_, judged, change) => {
    expect(applyWaivers([judged], [waiver(change)], TODAY)).toEqual({
      outcome: judged.outcome,
      waivedGates: [],
      used: [],
    });
  });

  it('where the decision passes anyway', () => {
    expect(applyWaivers([decision('fairness', [pass], 'pass')], [waiver()], TODAY).used).toEqual([]);
  });

  it.each<ReasonCode>([
    'predictions-refused',
    'decision-mismatch',
    'digest-mismatch',
    'decision-missing',
    'prediction-not-a-threshold',
    'first-version',
    'evaluation-error',
  ])('for %s, which says that the evidence is wrong', (reasonCode) => {
    const judged = decision('fairness', [finding({ reasonCode })]);

    expect(applyWaivers([judged], [waiver()], TODAY).outcome).toBe('inconclusive');
    expect(uncoveredFindings(judged, [{ gate: 'fairness', measure: 'group-size' }])).toHaveLength(1);
  });

  it('to pass what has no decision', () => {
    expect(applyWaivers([], [waiver()], TODAY).outcome).toBe('inconclusive');
  });
});

describe('several decisions', () => {
  it('pass only when each passes or is waived', () => {
    const failed = decision('performance', [finding({ measure: 'auc', outcome: 'fail', reasonCode: 'below-floor' })]);
    const judged = [failed, decision('fairness', [small])];
    const auc = waiver({ id: 'auc', waives: { gate: 'performance', measure: 'auc' } });

    expect(applyWaivers(judged, [waiver()], TODAY)).toMatchObject({ outcome: 'fail', waivedGates: ['fairness'] });
    expect(applyWaivers(judged, [waiver(), auc], TODAY).outcome).toBe('pass');
  });
});

describe('laws', () => {
  const measures = ['group-size', 'auc', 'selection-rate-difference'];
  const findings = fc.array(
    fc.record({
      measure: fc.constantFrom(...measures),
      outcome: fc.constantFrom<Finding['outcome']>('pass', 'fail', 'inconclusive'),
      severity: fc.constantFrom<Finding['severity']>('block', 'warn'),
      reasonCode: fc.constantFrom<ReasonCode>('limit-exceeded', 'insufficient-n', 'decision-mismatch'),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const waivers = fc.uniqueArray(fc.constantFrom(...measures), { maxLength: 3 });

  it('a gate is waived exactly when no finding against it is left uncovered', () => {
    fc.assert(
      fc.property(findings, waivers, (changes, waived) => {
        const judged = decision('fairness', changes.map(finding));
        const applied = applyWaivers(
          [judged],
          waived.map((measure) => waiver({ id: measure, waives: { gate: 'fairness', measure } })),
          TODAY,
        );
        const blocking = judged.findings.filter((f) => f.severity === 'block' && f.outcome !== 'pass');
        const left = uncoveredFindings(
          judged,
          waived.map((measure) => ({ gate: 'fairness' as const, measure })),
        );

        expect(applied.waivedGates).toEqual(blocking.length > 0 && left.length === 0 ? ['fairness'] : []);
        expect(uncoveredFindings(judged, applied.used)).toHaveLength(
          applied.waivedGates.length > 0 ? 0 : blocking.length,
        );
      }),
    );
  });
});
