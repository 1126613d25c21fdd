import {
  type ChampionSplit,
  type ConfusionCounts,
  countChampion,
  countGroups,
  evaluateFairness,
} from '@gatehouse/gates';
import { createRandom } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

type Measures = Parameters<typeof fairnessConfig>[0];

const FPR = 'false-positive-rate-difference';
const SELECTION = 'selection-rate-difference';

/** Rows without a positive label: how many of a group each model selects, alone and together. */
function split(of: {
  readonly n: number;
  readonly both: number;
  readonly only: number;
  readonly champion: number;
}): ChampionSplit {
  const { n, both, only, champion } = of;
  return {
    positive: { tp: 0, fn: 0, fp: both, tn: champion },
    negative: { tp: 0, fn: 0, fp: only, tn: n - both - only - champion },
  };
}

function challenger({ positive, negative }: ChampionSplit): ConfusionCounts {
  return {
    tp: positive.tp + negative.tp,
    fp: positive.fp + negative.fp,
    fn: positive.fn + negative.fn,
    tn: positive.tn + negative.tn,
  };
}

type Splits = Readonly<Record<string, ChampionSplit>>;

function judge(splits: Splits, measures: Measures, more: Partial<Parameters<typeof evaluateFairness>[0]> = {}) {
  const groups = Object.fromEntries(Object.entries(splits).map(([group, own]) => [group, challenger(own)]));
  return evaluateFairness({
    config: fairnessConfig(measures),
    context: CONTEXT,
    groups: oneColumn(groups),
    champion: new Map([['race', new Map(Object.entries(splits))]]),
    ...more,
  });
}

/** The champion selects 30 % of a and 40 % of b; of b the challenger selects 60 of 1000 more. */
const GREW: Splits = {
  a: split({ n: 1000, both: 290, only: 10, champion: 10 }),
  b: split({ n: 1000, both: 400, only: 60, champion: 0 }),
};
const SAME: Splits = {
  a: split({ n: 1000, both: 290, only: 10, champion: 10 }),
  b: split({ n: 1000, both: 310, only: 0, champion: 0 }),
};
/** The champion selects 10 points more of b, the challenger as many more of a: the difference did not grow. */
const TURNED: Splits = {
  a: split({ n: 1000, both: 300, only: 100, champion: 0 }),
  b: split({ n: 1000, both: 300, only: 0, champion: 100 }),
};

describe('a limit on the increase of a disparity', () => {
  const limits = (increase: number): Measures => ({ [SELECTION]: { limit: 1, 'disparity-increase': increase } });

  it.each([
    ['grew beyond it', GREW, 0.02, 'fail', 'limit-exceeded'],
    ['grew, and by how much is not known well enough', GREW, 0.06, 'inconclusive', 'interval-spans-limit'],
    ['grew within it', GREW, 0.1, 'pass', 'within-limit'],
    ['stayed', SAME, 0.03, 'pass', 'within-limit'],
    ['changed its side', TURNED, 0.08, 'pass', 'within-limit'],
  ])('of groups whose difference %s', (_, splits, increase, outcome, reasonCode) => {
    const decision = judge(splits, limits(increase));

    expect(decision.findings).toContainEqual(
      expect.objectContaining({ measure: `${SELECTION}-increase`, outcome, reasonCode, limit: increase }),
    );
    expect(decision.outcome).toBe(outcome);
  });

  it('is far narrower than the difference of two intervals', () => {
    const { champion, aggregates } = JSON.parse(JSON.stringify(judge(GREW, limits(0.02)).measures));
    const change = champion[SELECTION];

    expect(change).toMatchObject({ champion: 0.1, challenger: 0.16, difference: 0.06 });
    expect(change.interval[1] - change.interval[0]).toBeLessThan(
      0.7 * (aggregates[SELECTION].interval[1] - aggregates[SELECTION].interval[0]),
    );
  });

  it('says which groups, by how much and how it was measured', () => {
    const finding = judge(GREW, limits(0.02)).findings.find(({ outcome }) => outcome === 'fail');

    expect(finding).toMatchObject({
      groups: ['b', 'a'],
      n: [1000, 1000],
      method: 'newcombe, paired, simultaneous',
      value: 0.06,
    });
    expect(finding?.message).toMatch(
      /^difference in selection rate, above the champion's, between groups b and a of race is 0\.06 /,
    );
  });

  it.each([
    ['is noted where there is no champion', undefined, 'pass', 'first-version', 'warn'],
    [
      'blocks where there is one and its predictions are not there',
      'digest',
      'inconclusive',
      'champion-unavailable',
      'block',
    ],
  ])('%s', (_, unavailable, outcome, reasonCode, severity) => {
    const { a, b } = SAME;
    const decision = evaluateFairness({
      config: fairnessConfig(limits(0.05)),
      context: CONTEXT,
      groups: oneColumn({ a: a === undefined ? NONE : challenger(a), b: b === undefined ? NONE : challenger(b) }),
      ...(unavailable === undefined ? {} : { championUnavailable: unavailable }),
    });

    expect(decision.outcome).toBe(outcome);
    expect(decision.findings).toContainEqual(expect.objectContaining({ reasonCode, severity, limit: 0.05 }));
  });

  it.each([
    ['no version', {}, [], 'there is no champion; the increase'],
    [
      'versions of which no stage names one',
      { versionsExist: true },
      ['disparities beside those of a champion: versions are published and no stage tag names one'],
      'there is no champion: versions are published and no stage tag names one; the increase',
    ],
    [
      'a champion whose predictions are not there',
      { championUnavailable: 'its bytes are gone' },
      ['disparities beside those of a champion: its bytes are gone'],
      "the champion's predictions are not there (its bytes are gone)",
    ],
  ])('says that it is not compared with %s', (_, more, words, message) => {
    const input = { context: CONTEXT, groups: oneColumn({ a: NONE, b: NONE }), ...more };
    const { notMeasured } = evaluateFairness({ ...input, config: fairnessConfig({}) });
    const { findings } = evaluateFairness({ ...input, config: fairnessConfig(limits(0.05)) });

    expect(notMeasured.filter((text) => text.includes('champion'))).toEqual(words);
    expect(findings.map((finding) => finding.message).join('\n')).toContain(message);
  });

  it('shares the error with the other comparisons', () => {
    expect(judge(GREW, limits(0.02)).measures['per-comparison-confidence']).toBe(0.975);
  });

  it('draws rows again for a rate whose rows are those that a model selects', () => {
    const precise = (tp: number, fp: number): ChampionSplit => ({
      positive: { tp, fp, fn: 4, tn: 4 },
      negative: { tp: 4, fp: 4, fn: 100, tn: 100 },
    });
    const measure = 'positive-predictive-value-difference';
    const groups: Splits = { a: precise(150, 50), b: precise(100, 100) };
    const at = (increase: number) => judge(groups, { [measure]: { limit: 1, 'disparity-increase': increase } });

    expect(at(0.5).outcome).toBe('pass');
    expect(at(0.5).findings.find(({ measure: name }) => name.endsWith('-increase'))?.method).toContain('paired bca');
    expect(JSON.stringify(at(0.1))).toBe(JSON.stringify(at(0.1)));
  });

  describe.each([
    ['predictive-parity-difference', 'no-predicted-positives'],
    ['false-omission-rate-difference', 'no-predicted-negatives'],
  ])('of %s', (measure, whenUndefined) => {
    const isSelected = measure === 'predictive-parity-difference';
    /** The challenger decides half of the rows either way; of them the champion decides so many as the rate counts. */
    const decided = (n: number): ChampionSplit => {
      const same = { tp: n / 2, fp: n / 2, fn: 0, tn: 0 };
      const rest = { tp: 200 - n / 2, fp: 200 - n / 2, fn: 200, tn: 200 };
      if (isSelected) return { positive: same, negative: rest };
      const turned = ({ tp, fp, fn, tn }: ConfusionCounts): ConfusionCounts => ({ tp: fn, fp: tn, fn: tp, tn: fp });
      return { positive: turned(rest), negative: turned(same) };
    };
    const at = (b: number, reference: object = {}) => {
      const config = fairnessConfig({ [measure]: { limit: 1, 'disparity-increase': 0.9 } }, reference);
      return judge({ a: decided(400), b: decided(b) }, {}, { config });
    };
    const ofIncrease = (decision: ReturnType<typeof at>) =>
      decision.findings.filter((finding) => finding.measure === `${measure}-increase`);

    it('passes where both models decide enough rows', () => {
      expect(at(300).outcome).toBe('pass');
    });

    it.each([
      ['none', 0, whenUndefined, [800]],
      ['too few', 8, 'insufficient-n', [8]],
    ])('is inconclusive where the champion decides %s of a group', (_, b, reasonCode, n) => {
      const decision = at(b);

      expect(decision.outcome).toBe('inconclusive');
      expect(ofIncrease(decision)).toEqual([
        expect.objectContaining({
          outcome: 'inconclusive',
          severity: 'block',
          reasonCode,
          groups: ['b'],
          n,
          limit: 0.9,
        }),
      ]);
      expect(ofIncrease(decision)[0]?.message).toMatch(/^the champion's \w.* of group b of race /);
    });

    it('is inconclusive against all rows too', () => {
      expect(at(0, { reference: 'overall' }).outcome).toBe('inconclusive');
    });
  });

  it('says once that a rate has too few rows where both models have as few', () => {
    const rare = { positive: { tp: 3, fp: 100, fn: 1, tn: 100 }, negative: { tp: 1, fp: 100, fn: 0, tn: 100 } };
    const measure = 'true-positive-rate-difference';
    const { findings } = judge({ a: rare, b: rare }, { [measure]: { limit: 1, 'disparity-increase': 0.9 } });

    const few = findings.filter(({ reasonCode }) => reasonCode === 'insufficient-n');
    expect(few.map((finding) => finding.measure)).toEqual([measure, measure]);
  });
});

const NONE: ConfusionCounts = { tp: 0, fp: 0, fn: 0, tn: 0 };

describe('the counts of the champion', () => {
  it('are refused when they are of other rows', () => {
    expect(() => judge(SAME, { [FPR]: { limit: 1 } }, { champion: new Map() })).toThrow('that are of other rows');
    expect(() => judge(SAME, { [FPR]: { limit: 1 } }, { groups: oneColumn({ a: NONE, b: NONE }) })).toThrow(
      'that are of other rows',
    );
  });

  it('add up to both models', () => {
    const random = createRandom(new Uint8Array(16).fill(7));
    const draw = (): boolean[] => Array.from({ length: 200 }, () => random.uniform() < 0.4);
    const rows = {
      labels: draw(),
      predicted: draw(),
      sensitive: new Map([['race', draw().map((is) => (is ? 'a' : 'b'))]]),
    };
    const champion = draw();
    const splits = countChampion(rows, champion).get('race') ?? new Map();
    const both = [...splits].map(([group, own]): [string, ConfusionCounts] => [group, challenger(own)]);

    expect(new Map(both)).toEqual(countGroups(rows).get('race'));
    expect(splits.get('a')?.positive.tp).toBe(
      rows.labels.filter(
        (label, row) => label && rows.predicted[row] && champion[row] && rows.sensitive.get('race')?.[row] === 'a',
      ).length,
    );
  });
});

describe('the interval of an increase', () => {
  it.each([
    ['both differences on one side', 0.1, 0.05],
    ['a champion without difference', 0.05, 0],
    ['sides that change', 0.04, -0.04],
  ])('covers the truth in at least 95 %% of samples with %s', (_, ofChallenger, ofChampion) => {
    const random = createRandom(new Uint8Array(16).fill(3));
    const truth = Math.abs(ofChallenger) - Math.abs(ofChampion);
    const draw = (challengerRate: number, championRate: number): ChampionSplit => {
      const counts = { both: 0, only: 0, champion: 0 };
      for (let row = 0; row < 400; row += 1) {
        // One number decides for both, so that they agree as often as they can.
        const x = random.uniform();
        if (x < challengerRate && x < championRate) counts.both += 1;
        else if (x < challengerRate) counts.only += 1;
        else if (x < championRate) counts.champion += 1;
      }
      return split({ n: 400, ...counts });
    };
    let covered = 0;
    const samples = 300;
    for (let sample = 0; sample < samples; sample += 1) {
      const splits = { a: draw(0.4 + ofChallenger, 0.4 + ofChampion), b: draw(0.4, 0.4) };
      const { champion } = JSON.parse(JSON.stringify(judge(splits, { [SELECTION]: { limit: 1 } }).measures));
      const [lower, upper] = champion[SELECTION].interval;
      if (lower <= truth && truth <= upper) covered += 1;
    }

    // Three standard errors of 300 samples below 95 %.
    expect(covered / samples).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / samples));
  });
});
