import { ConfigError } from '@gatehouse/core';
import type { FairnessInput } from '../fairness-input.ts';
import { gatedMeasures, knownMeasures, type NamedMeasure } from './fairness-measures.ts';

/** Rates of a group that need no label. */
const SELECTION: readonly string[] = ['n', 'selection-rate'];
/** Aggregates of all rows that compare predictions with labels. */
const LABELLED: readonly string[] = ['generalized-entropy', 'theil-index', 'benefit-variation'];

function isParity({ rule }: NamedMeasure): boolean {
  // Selection and rejection rest on all rows, whatever their labels, and do not change with them.
  const unit = { tp: 0, fp: 0, fn: 0, tn: 0 };
  return rule.rates.every((rate) =>
    [['tp', 'fp'] as const, ['fn', 'tn'] as const].every(([positive, negative]) => {
      const [a, b] = [rate.count({ ...unit, [positive]: 1 }), rate.count({ ...unit, [negative]: 1 })];
      return a.n === 1 && b.n === 1 && a.successes === b.successes;
    }),
  );
}

/** The measures that can be computed: without labels those of selection. */
export function measuresKnown({ config, labels }: FairnessInput): readonly NamedMeasure[] {
  const known = knownMeasures(config);
  return labels === 'none' ? known.filter(isParity) : known;
}

/** @throws ConfigError when nothing is known of what was true, and a limit needs it. */
export function refuseUnlabelled({ config, labels, scored }: FairnessInput): void {
  if (labels !== 'none') return;
  const counted = gatedMeasures(config)
    .filter((limited) => !isParity(limited))
    .map(({ measure }): string => measure);
  const ofScores = ['auc-difference', 'calibration-in-the-large-difference'] as const;
  const needy = [
    ...counted,
    ...(scored === undefined ? ofScores.filter((name) => config.measures[name] !== undefined) : []),
  ];
  if (needy.length === 0) return;
  throw new ConfigError(
    needy.map((measure) => ({
      where: `gates.fairness.measures.${measure}`,
      found: 'a limit, and no column of labels',
      allowed: 'without labels, limits on selection rates',
      remedy: 'Name the column of labels, or remove the limit',
    })),
  );
}

/** Without labels, of groups their rows and selection, and no aggregate that needs labels. */
export function selectionOnly(measures: {
  readonly groups: Readonly<Record<string, unknown>>;
  readonly aggregates: Readonly<Record<string, unknown>>;
}): typeof measures {
  const groups = Object.entries(measures.groups).map(([name, rates]) => [
    name,
    typeof rates === 'object' && rates !== null
      ? Object.fromEntries(Object.entries(rates).filter(([rate]) => SELECTION.includes(rate)))
      : rates,
  ]);
  const aggregates = Object.entries(measures.aggregates).filter(([name]) => !LABELLED.includes(name));
  return { groups: Object.fromEntries(groups), aggregates: Object.fromEntries(aggregates) };
}
