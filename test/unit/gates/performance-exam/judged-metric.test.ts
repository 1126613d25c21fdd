import { ActionError, METRICS_OF_TASK, type PerformanceGateConfig } from '@gatehouse/core';
import type { MetricQuestion } from '@gatehouse/gates';
import type { Measured } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { seedOf } from '../../../../packages/gates/src/decision/metric-seed.ts';
import type { Exam } from '../../../../packages/gates/src/performance/exam/exam.ts';
import { ofTask, unfitInput } from '../../../../packages/gates/src/performance/exam/exam-input.ts';
import { type Judging, judgedMetric } from '../../../../packages/gates/src/performance/exam/judged-metric.ts';
import { CONTEXT, performanceConfig } from '../fixture-inputs.ts';

interface Asked {
  readonly estimate: MetricQuestion[];
  readonly compare: MetricQuestion[];
}

interface Wanted {
  readonly metrics?: PerformanceGateConfig['metrics'];
  readonly champion?: Judging['champion'];
  readonly direction?: 'max' | 'min';
  readonly ofChampion?: Measured<string>;
  readonly trivial?: PerformanceGateConfig['trivial-baseline'];
}

const BASELINE = { value: 0.3, words: 'guessing gives' };
const UNDEFINED = { reasonCode: 'single-class' } as const;

/** An exam that writes down what it is asked. */
function judged(wanted: Wanted) {
  const { metrics = {}, champion = 'evaluated', direction = 'max', trivial = 'majority-class' } = wanted;
  const asked: Asked = { estimate: [], compare: [] };
  const exam: Exam = {
    task: 'binary-classification',
    units: 10,
    metrics: ['accuracy'],
    always: [],
    metric: (name, rules, units) => {
      expect([name, rules, units]).toEqual(['accuracy', metrics, null]);
      return {
        direction,
        baseline: BASELINE,
        value: (side) => {
          expect(side).toBe('champion');
          return wanted.ofChampion ?? { value: -0.8, undefinedReason: null };
        },
        estimate(question) {
          asked.estimate.push(question);
          return UNDEFINED;
        },
        compare(question) {
          asked.compare.push(question);
          return UNDEFINED;
        },
      };
    },
    measures: {},
    findings: [],
    notMeasured: [],
  };
  const config = performanceConfig(metrics, { 'trivial-baseline': trivial, confidence: 0.9 });
  const metric = judgedMetric('accuracy', { exam, config, context: CONTEXT, champion });
  return { metric, asked };
}

describe('a metric that is judged', () => {
  it('is asked for with the confidence of the policy, each question with a seed of its own', () => {
    const { metric, asked } = judged({ metrics: { accuracy: { margin: 0.02 } } });

    expect(metric).toEqual({
      metric: 'accuracy',
      direction: 'max',
      rule: { margin: 0.02 },
      challenger: UNDEFINED,
      champion: { value: -0.8, undefinedReason: null },
      difference: UNDEFINED,
      margin: { value: 0.02, share: null },
      baseline: BASELINE,
    });
    expect(asked).toEqual({
      estimate: [{ confidence: 0.9, seed: seedOf('performance/accuracy/value', CONTEXT), thresholds: [] }],
      compare: [{ confidence: 0.9, seed: seedOf('performance/accuracy/difference', CONTEXT), thresholds: [-0.02, 0] }],
    });
  });

  it.each(['none', 'unknown'] as const)('has no champion where it is %s', (champion) => {
    const { metric, asked } = judged({ champion, metrics: { accuracy: { margin: 0.02 } } });

    expect(metric).toMatchObject({ champion: null, difference: null, margin: { value: 0.02, share: null } });
    expect(asked.compare).toEqual([]);
  });

  it.each<[string, PerformanceGateConfig['metrics'], Measured<string>, object | null]>([
    ['none without a rule', {}, { value: 0.8, undefinedReason: null }, null],
    ['a number', { accuracy: { margin: 0 } }, { value: 0.8, undefinedReason: null }, { value: 0, share: null }],
    [
      'a share of the size of what the champion has',
      { accuracy: { 'relative-margin': 0.25 } },
      { value: -0.8, undefinedReason: null },
      { value: 0.2, share: 0.25 },
    ],
    [
      'none as a share of what is not known',
      { accuracy: { 'relative-margin': 0.25 } },
      { value: null, undefinedReason: 'single-class' },
      null,
    ],
    ['none where the rule has none', { accuracy: { floor: 0.5 } }, { value: 0.8, undefinedReason: null }, null],
  ])('has a margin: %s', (_, metrics, ofChampion, margin) => {
    expect(judged({ metrics, ofChampion }).metric.margin).toEqual(margin);
  });

  it.each<[string, Wanted, readonly number[]]>([
    ['its floor and ceiling', { metrics: { accuracy: { floor: 0.5, ceiling: 0.9, margin: 0.1 } } }, [0.5, 0.9]],
    ['a floor of 0', { metrics: { accuracy: { floor: 0, margin: 0.1 } } }, [0]],
    ['the baseline as the first', { champion: 'none' }, [0.3]],
    ['floor and baseline', { champion: 'none', metrics: { accuracy: { floor: 0.5 } } }, [0.5, 0.3]],
    ['no baseline that the policy does not ask for', { champion: 'none', trivial: 'none' }, []],
    ['no baseline beside a champion that is not known', { champion: 'unknown' }, []],
  ])('is compared with %s', (_, wanted, thresholds) => {
    expect(judged(wanted).asked.estimate[0]?.thresholds).toEqual(thresholds);
  });

  it.each<[string, Wanted, readonly number[]]>([
    ['more is better', { metrics: { accuracy: { margin: 0.1, 'superiority-margin': 0.05 } } }, [-0.1, 0.05]],
    [
      'less is better',
      { direction: 'min', metrics: { accuracy: { margin: 0.1, 'superiority-margin': 0.05 } } },
      [0.1, -0.05],
    ],
    ['there is no margin', { metrics: { accuracy: { floor: 0.5, 'superiority-margin': 0.05 } } }, []],
    ['there is no rule', {}, []],
  ])('is compared with the champion where %s', (_, wanted, thresholds) => {
    expect(judged(wanted).asked.compare[0]?.thresholds).toEqual(thresholds);
  });

  it('has no baseline where the policy asks for none', () => {
    expect(judged({ trivial: 'none' }).metric.baseline).toBeNull();
  });
});

describe('input that no reader hands over', () => {
  it('is a bug', () => {
    expect(unfitInput('the score 2', 'a number from 0 to 1')).toMatchObject({
      code: 'bug',
      fault: { found: 'the score 2', allowed: 'a number from 0 to 1' },
    });
  });

  it('is a metric of another task', () => {
    expect(ofTask('ndcg', METRICS_OF_TASK.ranking)).toBe('ndcg');
    expect(() => ofTask('accuracy', METRICS_OF_TASK.ranking)).toThrow(ActionError);
  });
});
