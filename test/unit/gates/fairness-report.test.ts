import { ActionError, type FairnessGateConfig } from '@gatehouse/core';
import { type ConfusionCounts, type ControlStratum, evaluateFairness, type FairnessInput } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { reportedClasses } from '../../../packages/gates/src/fairness/class-report.ts';
import { coverageFindings } from '../../../packages/gates/src/fairness/coverage-findings.ts';
import { extraAggregates } from '../../../packages/gates/src/fairness/fairness-extras.ts';
import { listedMeasures } from '../../../packages/gates/src/fairness/fairness-report.ts';
import { gatedMeasures, knownMeasures } from '../../../packages/gates/src/fairness/pairs/fairness-measures.ts';
import { decisionMeasures } from './fairness-judge.ts';
import { CONTEXT, fairnessConfig } from './fixture-inputs.ts';

type Groups = Readonly<Record<string, ConfusionCounts>>;
type Measures = FairnessGateConfig['measures'];

const counts = (tp: number, fp = 0, fn = 0, tn = 0): ConfusionCounts => ({ tp, fp, fn, tn });
const column = (groups: Groups) => ({
  name: 'race',
  groups: new Map(Object.entries(groups)),
  label: (group: string) => `race=${group}`,
  reference: 'none' as const,
});
const SELECTION: Measures = { 'selection-rate-difference': { limit: 0.9 } };
const FPR: Measures = { 'false-positive-rate-difference': { limit: 0.9 } };
const ODDS: Measures = { 'equalized-odds-difference': { limit: 0.9 } };

describe('how many rows are judged', () => {
  const NOTE = { measure: 'group-coverage', outcome: 'inconclusive', severity: 'warn', reasonCode: 'low-coverage' };
  const of = (groups: Groups, measures: Measures = SELECTION, withheld = false) =>
    coverageFindings(column(groups), fairnessConfig(measures), withheld);

  it.each<[string, Groups, Measures, number]>([
    ['nine tenths of them', { a: counts(261), b: counts(29) }, SELECTION, 0],
    ['fewer', { a: counts(260), b: counts(29) }, SELECTION, 1],
    ['a group of the fewest rows', { a: counts(30), b: counts(30) }, SELECTION, 0],
    ['those of a group of which a rate rests on too few', { a: counts(100, 30), b: counts(100, 29) }, FPR, 1],
    ['those of a group of which a rate rests on enough', { a: counts(100, 30), b: counts(100, 30) }, FPR, 0],
    ['those of a group of which one of two rates does not', { a: counts(100, 30), b: counts(100, 29) }, ODDS, 1],
    ['none at all', { a: counts(0) }, SELECTION, 0],
    ['none, without a group', {}, SELECTION, 0],
  ])('is noted below nine tenths: %s', (_, groups, measures, notes) => {
    expect(of(groups, measures)).toHaveLength(notes);
  });

  it('is said, but as a bound where a group is withheld', () => {
    const groups = { a: counts(75), b: counts(25) };
    const message = (share: string) => `groups of race that can be judged hold ${share} of 100 rows`;

    expect(of(groups)).toEqual([
      { ...NOTE, value: 0.75, n: [100], limit: 0.9, failsWhen: 'below', message: message('75 %') },
    ]);
    expect(of(groups, SELECTION, true)).toEqual([
      { ...NOTE, value: null, n: [100], limit: 0.9, failsWhen: 'below', message: message('less than 90 %') },
    ]);
  });

  it('and how many have no group is noted above a twentieth', () => {
    expect(of({ __missing__: counts(50), a: counts(950) })).toEqual([]);
    expect(of({ __missing__: counts(60), a: counts(540) })).toEqual([
      {
        ...NOTE,
        ...{ measure: 'missing-share', reasonCode: 'many-missing-groups', groups: ['race=__missing__'] },
        ...{ value: 0.1, n: [600], limit: 0.05, failsWhen: 'above' },
        message: '10 % of 600 rows have no value of race; they are judged as a group of their own',
      },
    ]);
  });
});

const LEVELS = { simultaneous: 0.95, own: 0.9 };
const REQUEST = { levels: LEVELS, listed: new Set(['accuracy-difference']), withheld: new Set<string>() };

describe('the classes of a multiclass model', () => {
  const measures = knownMeasures({}).filter(({ measure }) => measure === 'accuracy-difference');
  const all = { a: counts(50, 10, 10, 30), b: counts(40, 10, 20, 30) };
  const classes = (n: number) =>
    new Map(Array.from({ length: n }, (_, at) => [`class ${at}`, new Map([['race', column(all).groups]])]));
  const of = (by: Parameters<typeof reportedClasses>[1]) =>
    reportedClasses([column({ a: counts(1), b: counts(1) })], by, { ...REQUEST, measures, pValues: new Map() });

  it('are reported against the rest, up to twenty', () => {
    const reported = of(classes(21));

    expect(Object.keys(reported)).toEqual(Array.from({ length: 20 }, (_, at) => `class ${at}`));
    expect(Object.keys(Object(reported['class 19']))).toEqual(['groups', 'aggregates']);
    expect(reported['class 0']).toMatchObject({
      groups: { 'race=a': { n: 100, tp: 50 }, 'race=b': { n: 100, tp: 40 } },
    });
    expect(
      decisionMeasures({ measures: reported } as never)['class 0'].aggregates['accuracy-difference'].value,
    ).toBeCloseTo(0.1, 12);
  });

  it('have the groups of the decision where a column was not counted', () => {
    expect(of(new Map([['x', new Map()]]))['x']).toMatchObject({ groups: { 'race=a': { n: 1 } } });
  });
});

describe('what is reported and not judged', () => {
  const GROUPS = { a: counts(50, 10, 10, 30), b: counts(20, 10, 40, 30), c: counts(1, 0, 1, 0) };
  const edf = (...shares: readonly (readonly [number, number])[]) => {
    const rates = shares.map(([selected, n]) => (selected + 0.5) / (n + 1));
    return Math.max(...rates.flatMap((p) => rates.map((q) => Math.max(Math.log(p / q), Math.log((1 - p) / (1 - q))))));
  };

  it('is of groups that may be shown', () => {
    const found = extraAggregates([column(GROUPS)], new Set(['race=c']), null);

    // Benefits 0 of 51 rows, 2 of 20, 1 of 131; their mean is 171/202.
    const mean = 171 / 202;
    expect(found['generalized-entropy']?.value).toBeCloseTo(((131 + 4 * 20) / 202 / mean ** 2 - 1) / 2, 12);
    const theil = (131 * (1 / mean) * Math.log(1 / mean) + 20 * (2 / mean) * Math.log(2 / mean)) / 202;
    expect(found['theil-index']?.value).toBeCloseTo(theil, 12);
    expect(found['benefit-variation']?.value).toEqual(expect.any(Number));
    expect(found['differential-fairness']?.value).toBeCloseTo(edf([60, 100], [30, 100]), 12);
    expect(found['four-fifths-tipping']).toEqual({ value: 0, interval: null });
    expect(found).not.toHaveProperty('smoothed-edf');
  });

  it('is not of a group that is withheld, however far off', () => {
    const { a, b } = GROUPS;
    const of = (groups: Groups, withheld: readonly string[]) =>
      extraAggregates([column(groups)], new Set(withheld), null)['differential-fairness'];

    expect(of({ a, b, far: counts(0, 0, 0, 500) }, ['race=far'])).toEqual(of({ a, b }, []));
    expect(of({ a, b, far: counts(0, 0, 0, 500) }, [])).not.toEqual(of({ a, b }, []));
  });

  it('is nothing of all rows where those are withheld', () => {
    const found = extraAggregates([column(GROUPS)], new Set(['all rows']), null);

    for (const name of ['generalized-entropy', 'theil-index', 'benefit-variation']) {
      expect(found[name]).toEqual({ value: null, interval: null });
    }
    expect(found['differential-fairness']?.value).toBeCloseTo(edf([60, 100], [30, 100], [1, 2]), 12);
  });

  it('is of every column, and of all together', () => {
    const shown = new Map([
      ['["a","f"]', counts(30, 0, 10, 0)],
      ['["a","m"]', counts(10, 0, 30, 0)],
    ]);
    const columns = [column(GROUPS), { ...column(GROUPS), name: 'sex' }];
    const found = extraAggregates(columns, new Set(), { shown, withheld: 0 });

    expect(found['smoothed-edf']?.value).toBeCloseTo(edf([30, 40], [10, 40]), 12);
    expect(Object.keys(found)).toEqual([
      ...['race/differential-fairness', 'race/four-fifths-tipping'],
      ...['sex/differential-fairness', 'sex/four-fifths-tipping'],
      ...['smoothed-edf', 'generalized-entropy', 'theil-index', 'benefit-variation'],
    ]);
    expect(Object.keys(extraAggregates([], new Set(), null))).toHaveLength(3);
  });

  it('counts decisions that tip the four fifths, which rows with weights do not have', () => {
    // 8 of 10 are selected of a, 6 of b: one more of b, or one less of a, would meet the four fifths.
    const tipping = (of: ConfusionCounts) =>
      extraAggregates([column({ a: counts(8, 0, 2), b: of })], new Set(), null)['four-fifths-tipping']?.value;
    const b = counts(6, 0, 4);

    expect(tipping(b)).toBe(2);
    expect(tipping({ ...b, sampling: { weights: b, squares: b, clusters: null } })).toBeNull();
  });

  it('lists the pairs of what people ask for, and of what is limited', () => {
    const usual = ['selection-rate-difference', 'false-positive-rate-difference', 'false-negative-rate-difference'];

    expect([...listedMeasures([])]).toEqual(usual);
    expect([...listedMeasures(gatedMeasures(fairnessConfig({ 'accuracy-ratio': { limit: 0.5 } })))]).toEqual([
      ...usual,
      'accuracy-ratio',
    ]);
  });
});

describe('the decision', () => {
  const TWO = { a: counts(120, 40, 60, 180), b: counts(90, 75, 45, 150) };
  function judge(measures: Measures, changes: Partial<FairnessGateConfig> = {}, input: Partial<FairnessInput> = {}) {
    return evaluateFairness({
      config: fairnessConfig(measures, changes),
      context: CONTEXT,
      groups: new Map([['race', column(TWO).groups]]),
      ...input,
    });
  }
  const levelOf = (decision: ReturnType<typeof judge>) => decision.measures['per-comparison-confidence'];

  const STRATA: readonly ControlStratum[] = [{ stratum: 'dept=x', groups: column(TWO).groups }];
  const scored = {
    labels: Array.from({ length: 80 }, (_, at) => at % 3 === 0),
    scores: Array.from({ length: 80 }, (_, at) => (at % 10) / 10),
    groups: new Map([
      ['race', { names: ['a', 'b'], codes: Int32Array.from({ length: 80 }, (_, at) => at % 2) }],
      ['other', { names: ['x'], codes: new Int32Array(80) }],
    ]),
  };
  const NEVER = [
    'groups formed by several sensitive columns together',
    'differences within the values of the control columns',
    'calibration within groups',
    'disparate impact, which needs the favourable label',
    'effects outside the evaluation rows',
  ];

  it.each<[string, Partial<FairnessGateConfig>, Partial<FairnessInput>, readonly string[]]>([
    ['what it is given', {}, {}, NEVER],
    ['the favourable label', { favorable: 'positive' }, {}, NEVER.filter((_, at) => at !== 3)],
    ['scores', {}, { scored }, NEVER.filter((_, at) => at !== 2)],
    [
      'no labels',
      {},
      { labels: 'none' },
      ['everything that needs to know what was true: only selection is compared', ...NEVER],
    ],
  ])('says what is not measured by %s', (_, changes, input, words) => {
    expect(judge(SELECTION, changes, input).notMeasured).toEqual(words);
  });

  it.each<[string, Measures, Partial<FairnessGateConfig>, Partial<FairnessInput>, number]>([
    ['one measure of one pair', SELECTION, {}, {}, 1],
    ['the worse of both odds', { 'equalized-odds-difference': { limit: 1 } }, {}, {}, 2],
    ['the mean of both odds', { 'average-odds-difference': { limit: 1 } }, {}, {}, 2],
    ['two measures', { ...SELECTION, ...FPR }, {}, {}, 2],
    ['an increase', { 'selection-rate-difference': { limit: 1, 'disparity-increase': 0.5 } }, {}, {}, 2],
    ['an area under the curve', { ...SELECTION, 'auc-difference': { limit: 1 } }, {}, { scored }, 2],
    [
      'a comparison within strata',
      { ...SELECTION, 'conditional-selection-rate-difference': { limit: 1 } },
      {},
      { strata: new Map([['race', STRATA]]) },
      2,
    ],
  ])('divides the error among the comparisons of %s', (_, measures, changes, input, family) => {
    const decision = judge(measures, changes, input);

    expect(levelOf(decision)).toBeCloseTo(1 - 0.05 / family, 12);
    expect(decision.measures['pass-confidence']).toBe(0.9);
  });

  it('divides no error without a pair', () => {
    const one = { groups: new Map([['race', column({ a: counts(100) }).groups]]) };

    expect(levelOf(judge(SELECTION, {}, one))).toBe(0.95);
  });

  it('reports of scores the columns that are judged', () => {
    const { aggregates, comparisons } = decisionMeasures(judge(SELECTION, {}, { scored }));

    expect(aggregates['auc-difference']).toEqual({ value: expect.any(Number), interval: expect.any(Array) });
    expect(comparisons.map(({ measure }: { readonly measure: string }) => measure)).toContain('auc-difference');
  });

  it.each([
    [{ 'auc-difference': { limit: 1 } }, 'no scores, and limits on auc-difference'],
    [
      { 'auc-difference': { limit: 1 }, 'calibration-in-the-large-difference': { limit: 1 } },
      'no scores, and limits on auc-difference and calibration-in-the-large-difference',
    ],
  ])('is not made of a limit on scores without them', (measures, found) => {
    const run = () => judge(measures);

    expect(run).toThrow(ActionError);
    expect(run).toThrow(found);
  });

  it('has a part for each thing that it was given', () => {
    const plain = decisionMeasures(judge(SELECTION));
    const champion = new Map([
      ['race', new Map(Object.entries(TWO).map(([name, own]) => [name, { positive: own, negative: counts(0) }]))],
    ]);
    const classes = new Map([['x', new Map([['race', column(TWO).groups]])]]);
    const full = decisionMeasures(judge(SELECTION, {}, { champion, classes, strata: new Map([['race', STRATA]]) }));
    const parts = ['controlled', 'champion', 'classes', 'intersections'];

    expect(parts.filter((part) => part in plain)).toEqual([]);
    expect(parts.filter((part) => part in full)).toEqual(['controlled', 'champion', 'classes']);
    expect(Object.keys(full.controlled)).toEqual(['race']);
    expect(full.aggregates).toHaveProperty('conditional-demographic-disparity');
    expect(Object.keys(full.champion)).toEqual([...listedMeasures([])]);
    expect(Object.keys(full.classes)).toEqual(['x']);
  });

  it('without labels is of selection alone', () => {
    const { groups, aggregates } = decisionMeasures(judge(SELECTION, {}, { labels: 'none' }));

    expect(groups.a).toEqual({ n: 400, 'selection-rate': 0.4 });
    expect(Object.keys(aggregates).filter((name) => /entropy|theil|benefit|positive|odds|accuracy/.test(name))).toEqual(
      [],
    );
    expect(aggregates['selection-rate-difference'].value).toBeCloseTo(165 / 360 - 0.4, 12);
  });

  it('says of an increase that nobody can judge that there is no champion', () => {
    const measures: Measures = { 'selection-rate-difference': { limit: 1, 'disparity-increase': 0.5 } };

    expect(judge(measures).findings.map(({ reasonCode }) => reasonCode)).toContain('first-version');
    expect(judge(measures, {}, { championUnavailable: 'expired' }).outcome).toBe('inconclusive');
    expect(judge(SELECTION).findings.map(({ reasonCode }) => reasonCode)).toEqual(['within-limit']);
  });

  it('says that no row is in a reference group', () => {
    const decision = judge(SELECTION, { 'reference-groups': { race: 'z' } });

    expect(decision.findings.map(({ measure, reasonCode }) => `${measure} ${reasonCode}`)).toContain(
      'group-size empty-group',
    );
    expect(judge(SELECTION, { 'reference-groups': { race: 'a' } }).outcome).toBe('pass');
  });

  it('gives no share of judged rows where a group is withheld', () => {
    const groups = new Map([
      ['race', column({ ...TWO, c: counts(60, 0, 0, 9), d: counts(4), e: counts(12, 0, 0, 14) }).groups],
    ]);
    const decision = judge(SELECTION, { 'minimum-group-size': 100 }, { groups });
    const note = decision.findings.find(({ measure }) => measure === 'group-coverage');

    expect(note).toMatchObject({ value: null, severity: 'warn' });
    expect(
      judge(SELECTION, { 'minimum-group-size': 100, 'suppress-below': 1 }, { groups }).findings.find(
        ({ measure }) => measure === 'group-coverage',
      )?.value,
    ).toBeCloseTo(760 / 859, 12);
  });
});
