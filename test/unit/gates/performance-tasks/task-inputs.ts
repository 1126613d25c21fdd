import type { MetricName, PerformanceGateConfig, Task } from '@gatehouse/core';
import type { AnyPerformanceInput, MulticlassInput, RankingInput, RegressionInput } from '@gatehouse/gates';
import { createRandom, type Random } from '@gatehouse/stats';
import { normalFrom } from '../../stats/seeded-random.ts';
import { CONTEXT, performanceConfig } from '../fixture-inputs.ts';

/** How far two models are from the truth: 0 is perfect, 1 knows nothing. */
export interface Noise {
  readonly challenger: number;
  readonly champion: number | null;
}

export interface Wanted {
  readonly rows: number;
  readonly noise: Noise;
  readonly metrics: PerformanceGateConfig['metrics'];
  readonly config?: Partial<PerformanceGateConfig>;
}

export const CLASSES = ['low', 'middle', 'high'] as const;

export function multiclassInput({ rows, noise, metrics, config = {} }: Wanted): MulticlassInput {
  const random = seeded(1);
  const labels = Int32Array.from({ length: rows }, () => Math.min(2, random.integer(4)));
  const model = (share: number) => {
    const predicted = labels.map((label) => (random.uniform() < share ? random.integer(3) : label));
    const probabilities = Float64Array.from({ length: 3 * rows }, (_, at) =>
      predicted[Math.floor(at / 3)] === at % 3 ? 0.6 : 0.2,
    );
    return { predicted, probabilities };
  };
  const champion = noise.champion === null ? null : model(noise.champion);
  const challenger = model(noise.challenger);
  const common = { config: performanceConfig(metrics, config), context: CONTEXT, classes: CLASSES, labels, challenger };
  return { ...common, task: 'multiclass-classification', champion: evaluated(champion) };
}

export function regressionInput({ rows, noise, metrics, config = {} }: Wanted): RegressionInput {
  const random = seeded(2);
  const labels = Float64Array.from({ length: rows }, () => 5 + 4 * normalFrom(random));
  // Above zero, so that errors as shares and logarithms have a value.
  const shifted = labels.map((label) => Math.max(0.1, label));
  const model = (share: number) => ({
    predicted: shifted.map((label) => Math.max(0, label * (1 - share) + share * (5 + 3 * normalFrom(random)))),
  });
  const champion = noise.champion === null ? null : model(noise.champion);
  const challenger = model(noise.challenger);
  const common = { config: performanceConfig(metrics, { 'trivial-baseline': 'mean', ...config }), context: CONTEXT };
  return { ...common, labels: shifted, challenger, task: 'regression', champion: evaluated(champion) };
}

/** Queries of eight items of which two are relevant, one more than the other. */
export function rankingInput({ rows: queries, noise, metrics, config = {} }: Wanted): RankingInput {
  const random = seeded(3);
  const items = 8;
  const offsets = Uint32Array.from({ length: queries + 1 }, (_, query) => items * query);
  const relevance = new Float64Array(items * queries);
  for (let query = 0; query < queries; query += 1) {
    relevance[items * query + random.integer(4)] = 2;
    relevance[items * query + 4 + random.integer(4)] = 1;
  }
  const model = (share: number) => ({
    scores: relevance.map((value) => value * (1 - share) + 2 * share * normalFrom(random)),
  });
  const champion = noise.champion === null ? null : model(noise.champion);
  const challenger = model(noise.challenger);
  const itemOrder = Uint32Array.from(relevance, (_, at) => at);
  const common = {
    config: performanceConfig(metrics, { 'trivial-baseline': 'random-order', ...config }),
    context: CONTEXT,
  };
  return { ...common, offsets, relevance, itemOrder, challenger, task: 'ranking', champion: evaluated(champion) };
}

export const INPUT_OF: Readonly<
  Record<Exclude<Task, 'binary-classification'>, (wanted: Wanted) => AnyPerformanceInput>
> = {
  'multiclass-classification': multiclassInput,
  regression: regressionInput,
  ranking: rankingInput,
};

/** A rule with a margin for every metric of a list, with the parameters that some need. */
export function rulesFor(names: readonly MetricName[], margin: number): PerformanceGateConfig['metrics'] {
  const parameters: Readonly<Partial<Record<MetricName, object>>> = {
    'top-k-accuracy': { k: 2 },
    pinball: { tau: 0.9 },
    'recall-at-k': { k: 3 },
    'precision-at-k': { k: 3 },
    'hit-at-k': { k: 3 },
  };
  return Object.fromEntries(names.map((name) => [name, { margin, ...parameters[name] }]));
}

export function seeded(seed: number): Random {
  return createRandom(Uint8Array.from({ length: 16 }, (_, at) => (at === 0 ? seed : at)));
}

function evaluated<T extends object>(champion: T | null) {
  if (champion === null) return { state: 'none', versionsExist: false } as const;
  return { state: 'evaluated', version: 'loans@v1.0.0', ...champion } as const;
}
