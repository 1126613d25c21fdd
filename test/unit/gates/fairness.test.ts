import { decisionSchema } from '@gatehouse/core';
import { countGroups } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import fairlearn from '../../fixtures/oracles/fairlearn/values.json' with { type: 'json' };
import { decisionMeasures, FPR, judge, pair, SELECTION } from './fairness-judge.ts';
import { fairnessConfig, oneColumn } from './fixture-inputs.ts';

describe('the limit', () => {
  // Selection rates 0.30 and 0.25 of 1000: Newcombe 95 % interval 0.0110 to 0.0888, of which the lower bound can fail;
  // the one-sided 95 % bound, which must keep the limit, is 0.0828.
  it.each([
    [0.2, 'pass', 'within-limit'],
    [0.0829, 'pass', 'within-limit'],
    [0.0827, 'inconclusive', 'interval-spans-limit'],
    [0.012, 'inconclusive', 'interval-spans-limit'],
    [0.01, 'fail', 'limit-exceeded'],
    [0, 'fail', 'limit-exceeded'],
  ])('at %s gives %s', (limit, outcome, reasonCode) => {
    const decision = judge({ groups: pair(300, 250), config: fairnessConfig({ [SELECTION]: { limit } }) });

    expect(decision.findings).toMatchObject([{ outcome, reasonCode }]);
    expect(decision.outcome).toBe(outcome);
  });

  it('passes exactly at the upper bound and is inconclusive just below it', () => {
    const at = (limit: number) => judge({ groups: pair(300, 250), config: fairnessConfig({ [SELECTION]: { limit } }) });
    const upper = at(0.5).findings[0]?.interval?.[1] ?? Number.NaN;

    expect(at(upper).outcome).toBe('pass');
    expect(at(upper - 1e-9).outcome).toBe('inconclusive');
  });

  it('does not depend on which group is larger', () => {
    const config = fairnessConfig({ [SELECTION]: { limit: 0.05 } });
    const [a] = judge({ groups: pair(300, 250), config }).findings;
    const [b] = judge({ groups: pair(250, 300), config }).findings;

    expect(b).toMatchObject({ value: a?.value, interval: a?.interval, outcome: a?.outcome, groups: ['b', 'a'] });
  });

  it('gives an interval from 0 where the groups may be equal', () => {
    const [finding] = judge({
      groups: pair(250, 250),
      config: fairnessConfig({ [SELECTION]: { limit: 0.1 } }),
    }).findings;

    expect(finding).toMatchObject({ value: 0, outcome: 'pass' });
    expect(finding?.interval?.[0]).toBe(0);
    expect(finding?.interval?.[1]).toBeGreaterThan(0.03);
  });

  it('shows at most twenty pairs of a kind and lists all under the measures', () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`g${i}`, { tp: 80 * i, fp: 0, fn: 0, tn: 1000 - 80 * i }]),
    );

    const decision = judge({ groups: oneColumn(many), config: fairnessConfig({ [SELECTION]: { limit: 0.01 } }) });

    expect(decision.findings.filter((f) => f.outcome === 'fail')).toHaveLength(20);
    expect(decision.findings[0]?.groups).toEqual(['g11', 'g0']);
    // g0 has no positive row, so its false negative rate is in no pair.
    expect(decision.measures['comparisons']).toHaveLength(66 + 66 + 55);
  });
});

describe('several sensitive columns', () => {
  const yesNo = new Map(
    Object.entries({ no: { tp: 250, fp: 0, fn: 0, tn: 750 }, yes: { tp: 240, fp: 0, fn: 0, tn: 760 } }),
  );

  it('share the error and keep their groups apart', () => {
    const decision = judge({
      groups: new Map([
        ['afam', yesNo],
        ['single', yesNo],
      ]),
      config: fairnessConfig({ [SELECTION]: { limit: 0.1 } }, { sensitive: ['afam', 'single'] }),
    });

    expect(decision.measures['per-comparison-confidence']).toBe(0.975);
    expect(decision.findings.map((f) => f.groups)).toEqual([
      ['afam=no', 'afam=yes'],
      ['single=no', 'single=yes'],
    ]);
    expect(Object.keys(decisionMeasures(decision).groups)).toEqual(['afam=no', 'afam=yes', 'single=no', 'single=yes']);
  });
});

describe('the measures', () => {
  it.each(fairlearn.cases)('equal fairlearn on $name', (oracle) => {
    const groups = countGroups({
      labels: oracle.labels.map((label) => label === 1),
      predicted: oracle.predicted.map((label) => label === 1),
      sensitive: new Map([['race', oracle.groups]]),
    });

    const config = fairnessConfig({ [FPR]: { limit: 0.1 } }, { 'suppress-below': 1 });
    const measures = decisionMeasures(judge({ groups, config }));

    for (const [group, rates] of Object.entries(oracle.byGroup)) {
      for (const [name, value] of Object.entries(rates)) expect(measures.groups[group]?.[name]).toBeCloseTo(value, 11);
    }
    for (const [name, value] of Object.entries(oracle.aggregates)) {
      expect(measures.aggregates[name]?.value).toBeCloseTo(value, 11);
    }
  });

  it('survive JSON and the schema of decisions, with hostile group names', () => {
    const good = { tp: 40, fp: 10, fn: 10, tn: 40 };
    const groups = new Map([
      [
        'race',
        new Map([
          ['__proto__', good],
          ['constructor', good],
          ['::error::', good],
        ]),
      ],
    ]);

    const decision = judge({ groups });

    expect(Object.keys(decisionMeasures(decision).groups)).toEqual(['__proto__', 'constructor', '::error::']);
    expect(JSON.stringify(decisionSchema.parse(JSON.parse(JSON.stringify(decision))))).toContain('__proto__');
  });

  it('say how large a difference could hide and how many rows would tell', () => {
    const { power } = judge({ groups: pair(300, 250), config: fairnessConfig({ [SELECTION]: { limit: 0.08 } }) });

    expect(power.minimumDetectable).toBeCloseTo(0.0561, 3);
    expect(power.requiredN[SELECTION]).toBe(2734);
    expect(judge({ groups: new Map([['race', new Map()]]) }).power).toEqual({ minimumDetectable: null, requiredN: {} });
  });
});
