import { ksDistance, momentsOf, normedWasserstein, wasserstein } from '@gatehouse/stats';
import type { ComparedColumn } from './compared-column.ts';
import type { DomainMeasure } from './domain-measure.ts';
import { worstFirst } from './drift-findings.ts';
import { binnedMeasures } from './effects/binned-effects.ts';
import { type JudgedColumn, type JudgedDrift, positiveOf } from './judged-drift.ts';

type Measures = Readonly<Record<string, unknown>>;

/** All measures of the columns and of the data as a whole, judged or not. */
export function driftMeasures(judged: JudgedDrift, domain: DomainMeasure | null): Measures {
  const { columns, dataset, outputs } = judged;
  const features = columns.filter(({ compared }) => compared.role === 'feature');
  return {
    columns: Object.fromEntries(worstFirst(columns).map((column) => [column.compared.column, columnMeasures(column)])),
    dataset: {
      'compared-columns': columns.length,
      'judged-columns': features.length,
      'drifted-columns': features.filter(({ verdict }) => verdict === 'fail').length,
      'inconclusive-columns': features.filter(({ verdict }) => verdict === 'inconclusive').length,
      'drifted-share': dataset?.share?.[0] ?? null,
      'drifted-share-at-most': dataset?.share?.[1] ?? null,
      'drifted-share-limit': dataset?.limit.fail ?? null,
      ...(domain === null ? {} : domainMeasures(domain)),
    },
    power: smallestEffects(columns),
    ...(outputs.length === 0
      ? {}
      : {
          outputs: Object.fromEntries(
            outputs.map(({ role, judged: { column }, baseRateDifference }) => {
              const compared = columns.find((one) => one.compared.column === column)?.compared;
              const positive = compared === undefined ? null : positiveOf(compared);
              return [role, { column, 'base-rate-of': positive, 'base-rate-difference': baseRateDifference }];
            }),
          ),
        }),
  };
}

/** The largest of the smallest effects that the columns let be seen, by the measure that each is judged by first. */
function smallestEffects(columns: readonly JudgedColumn[]): Measures {
  const smallest = new Map<string, number>();
  for (const { distribution } of columns) {
    for (const { measure, detectable } of distribution.effects.slice(0, 1)) {
      smallest.set(measure, Math.max(detectable, smallest.get(measure) ?? 0));
    }
  }
  return Object.fromEntries([...smallest].map(([measure, effect]) => [measure, { 'minimum-detectable': effect }]));
}

function domainMeasures(domain: DomainMeasure): Measures {
  return domain.undefinedReason === null
    ? { 'domain-auc': domain.auc, 'domain-auc-lower': domain.lower }
    : { 'domain-auc': null };
}

function columnMeasures(column: JudgedColumn): Measures {
  const { compared, distribution, quality, decisive, measured } = column;
  const { rows, missing, role } = compared;
  return {
    role,
    verdict: decisive.verdict,
    reason: decisive.reason,
    // What made the verdict; the finding of the column is about the same measure.
    by: decisive.measure,
    value: decisive.value,
    ...(decisive.bounds === null ? {} : { interval: decisive.bounds }),
    limit: decisive.limit?.fail ?? null,
    'of-limit': decisive.ofLimit,
    n: [rows.reference - missing.reference, rows.current - missing.current],
    ...distances(column),
    ...('effects' in measured ? binnedMeasures(measured) : {}),
    ...Object.fromEntries(quality.map(({ measure, value }) => [measure, value])),
    'p-adjusted': distribution.p?.[1] ?? null,
    'false-discovery': distribution.falseDiscovery,
    detectable: Object.fromEntries(distribution.effects.map(({ measure, detectable }) => [measure, detectable])),
    'null-95': Object.fromEntries(distribution.effects.map(({ measure, nullQuantile }) => [measure, nullQuantile])),
  };
}

/** Distances along the line of numbers; with their bounds where a profile leaves room between them. */
function distances({ measured, distribution, compared }: JudgedColumn): Measures {
  if (!('effects' in measured)) return {};
  if (measured.transport === null) return fewValues(compared);
  const found: Record<string, unknown> = {};
  const tell = (name: string, [lower, upper]: readonly [number, number]): void => {
    found[name] = lower;
    if (upper > lower) found[`${name}-bounds`] = [lower, upper];
  };
  for (const { measure, bounds } of measured.effects) tell(measure, bounds);
  tell('wasserstein', measured.transport);
  if (distribution.population !== null) found['ks-population'] = distribution.population;
  return found;
}

/** Of numbers with few values both are known, and judged is what they are as categories. */
function fewValues({ values }: ComparedColumn): Measures {
  if (values.kind !== 'rows') return {};
  const distance = ksDistance(values.reference, values.current);
  const transport = wasserstein({ values: values.reference }, { values: values.current });
  if (distance.undefinedReason !== null || transport.value === null) return {};
  const { m2 } = momentsOf(values.reference.toSorted());
  const deviation = Math.sqrt(m2 / values.reference.length);
  return {
    ks: distance.distance,
    wasserstein: transport.value,
    'wasserstein-normed': normedWasserstein(transport.value, deviation),
  };
}
