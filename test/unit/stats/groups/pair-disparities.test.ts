import {
  averageAbsoluteOddsDifference,
  averageOddsDifference,
  benefitVariation,
  binaryConfusion,
  demographicDisparity,
  differentialFairness,
  generalizedEntropy,
  PAIR_DISPARITIES,
  type PairDisparity,
  pairDisparity,
  theilIndex,
  undefinedFor,
  withLabelsSwapped,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import aif360 from '../../../fixtures/oracles/aif360-groups/values.json' with { type: 'json' };
import { confusionsOf, NONE } from './groups-of.ts';

const NAMES = Object.keys(PAIR_DISPARITIES).filter((name): name is PairDisparity => name in PAIR_DISPARITIES);

describe.each(aif360.cases)('fairness measures equal those of AIF360: $name', (oracle) => {
  const groups = confusionsOf(oracle);
  const pair = { unprivileged: groups.get('0') ?? NONE, privileged: groups.get('1') ?? NONE };
  const counts = new Map(
    [...groups].map(([name, c]) => [name, { selected: c.tp + c.fp, n: c.tp + c.fp + c.fn + c.tn }]),
  );

  it.each(Object.entries(oracle.pairs))('%s', (name, expected) => {
    const known = NAMES.find((own) => own === name) ?? 'disparate-impact';

    expect(known).toBe(name);
    expect(pairDisparity(known, pair).value).toBeCloseTo(expected, 12);
  });

  it('average odds', () => {
    expect(averageOddsDifference(pair).value).toBeCloseTo(oracle.averageOdds, 12);
    expect(averageAbsoluteOddsDifference(pair).value).toBeCloseTo(oracle.averageAbsoluteOdds, 12);
  });

  it('inequality of benefits', () => {
    const confusion = binaryConfusion(oracle.labels, oracle.predicted);
    const expected = oracle.unweighted;

    expect(generalizedEntropy(confusion, 2).value).toBeCloseTo(expected.entropyTwo, 12);
    expect(generalizedEntropy(confusion, 0.5).value).toBeCloseTo(expected.entropyHalf, 12);
    expect(generalizedEntropy(confusion, 3).value).toBeCloseTo(expected.entropyThree, 12);
    expect(theilIndex(confusion).value).toBeCloseTo(expected.theil, 12);
    expect(benefitVariation(confusion).value).toBeCloseTo(expected.variation, 12);
  });

  it.each(oracle.differentialFairness)('differential fairness with concentration $concentration', (expected) => {
    expect(differentialFairness(counts, expected.concentration).value).toBeCloseTo(expected.value, 12);
  });

  // AIF360's conditional demographic disparity is the mean of the groups' disparities, weighted by their rows.
  it('demographic disparity', () => {
    const all = [...counts.values()].reduce((sum, c) => ({ selected: sum.selected + c.selected, n: sum.n + c.n }));
    const parts = [...counts.values()].map((group) => group.n * Number(demographicDisparity({ group, all }).value));

    expect(parts.reduce((sum, part) => sum + part, 0) / all.n).toBeCloseTo(oracle.meanDisparityOfGroups, 11);
  });
});

describe('a comparison of two groups', () => {
  const some = { tp: 3, fp: 1, fn: 2, tn: 4 };

  it.each(NAMES)('%s is at its best for equal groups', (name) => {
    const best = PAIR_DISPARITIES[name].by === 'ratio' ? 1 : 0;

    expect(pairDisparity(name, { unprivileged: some, privileged: some }).value).toBe(best);
  });

  it.each(NAMES)('%s is undefined when a group is empty', (name) => {
    const missing = pairDisparity(name, { unprivileged: NONE, privileged: some });

    expect(missing.value).toBeNull();
    expect(pairDisparity(name, { unprivileged: some, privileged: NONE })).toEqual(missing);
  });

  it.each(NAMES.filter((name) => PAIR_DISPARITIES[name].by === 'ratio'))(
    '%s to a rate of zero is undefined',
    (name) => {
      const nobody = { ...NONE, fn: 1, tn: 1 };
      const perfect = { ...NONE, tp: 5, tn: 5 };
      const privileged = PAIR_DISPARITIES[name].rate === 'selection-rate' ? nobody : perfect;

      expect(pairDisparity(name, { unprivileged: some, privileged })).toEqual(undefinedFor('zero-denominator'));
    },
  );

  it('disparate impact of a favourable outcome that is coded 0 is that of the swapped labels', () => {
    // Selected 4 of 10 and 8 of 10; so not selected, which is favourable, 6 and 2 of 10.
    const [unprivileged, privileged] = [some, { tp: 6, fp: 2, fn: 1, tn: 1 }];
    const swapped = { unprivileged: withLabelsSwapped(unprivileged), privileged: withLabelsSwapped(privileged) };

    expect(pairDisparity('disparate-impact', { unprivileged, privileged }).value).toBeCloseTo(0.5, 12);
    expect(pairDisparity('disparate-impact', swapped).value).toBeCloseTo(3, 12);
  });

  it('average odds of opposite sign cancel, and do not when absolute', () => {
    const pair = { unprivileged: { tp: 8, fn: 2, fp: 2, tn: 8 }, privileged: { tp: 6, fn: 4, fp: 4, tn: 6 } };

    expect(averageOddsDifference(pair).value).toBeCloseTo(0, 12);
    expect(averageAbsoluteOddsDifference(pair).value).toBeCloseTo(0.2, 12);
  });

  it.each([
    ['no negative', { ...NONE, tp: 1 }, 'no-negatives'],
    ['no positive', { ...NONE, tn: 1 }, 'no-positives'],
  ] as const)('average odds are undefined with %s', (_, unprivileged, reason) => {
    expect(averageOddsDifference({ unprivileged, privileged: some })).toEqual(undefinedFor(reason));
    expect(averageAbsoluteOddsDifference({ unprivileged, privileged: some })).toEqual(undefinedFor(reason));
  });

  it('compares every rate once by each rule', () => {
    const rules = NAMES.map((name) => `${PAIR_DISPARITIES[name].rate} ${PAIR_DISPARITIES[name].by}`);

    expect(new Set(rules).size).toBe(rules.length);
  });
});
