import type { Decision } from '@gatehouse/core';
import { createRandom } from '@gatehouse/stats';
import { assembleDecision } from '../decision/assemble-decision.ts';
import { seedOf } from '../decision/metric-seed.ts';
import { type ComparedColumn, limitsOf } from './compared-column.ts';
import { type DomainMeasure, domainEvidence, measureDomains } from './domain-measure.ts';
import { driftFindings, requiredRows } from './drift-findings.ts';
import type { DriftInput } from './drift-input.ts';
import { driftLimits } from './drift-limits.ts';
import { driftMeasures } from './drift-measures.ts';
import { evaluateAsEvidently } from './evidently/evaluate-evidently.ts';
import { type JudgedColumn, judgeDrift } from './judged-drift.ts';
import { oneSidedFindings } from './one-sided-findings.ts';
import { selfFindings } from './self-findings.ts';

/** How often the null law of a distance without a formula is drawn (stats.md §3.3). */
const REDRAWS = 999;

/**
 * Judges whether a batch has drifted from its reference: column by column with effect and evidence, then as a whole by the
 * importance-weighted share of drifted columns, critical columns and a domain classifier (stats.md §3.3). What a batch is
 * too small to show is inconclusive. In the mode `evidently` it follows the default rules of evidently 0.7 instead.
 *
 * The order of rows, of columns and of the parts of a profile cannot be seen in the decision.
 */
export function evaluateDrift(input: DriftInput): Decision {
  const columns = input.columns.toSorted((a, b) => (a.column < b.column ? -1 : 1));
  if (input.config.mode === 'evidently') return evaluateAsEvidently({ ...input, columns });
  const { config, context } = input;
  // Of the data alone: which model is judged changes nothing about its data.
  const seedBytes = (check: string): Uint8Array => bytesOf(seedOf(`drift/${check}`, { ...context, subject: null }));
  const limit = driftLimits(limitsOf(config, ''))['domain-auc'];
  const measured: DomainMeasure =
    'features' in input.domain
      ? measureDomains(input.domain, limit, seedBytes('domain'))
      : { limit, undefinedReason: 'insufficient-n', why: input.domain.notPossible };
  const isMissing = measured.undefinedReason !== null;
  const domain = isMissing && config['domain-classifier'] !== 'required' ? null : measured;
  const judged = judgeDrift(columns, config, {
    domain: domainEvidence(domain),
    drawsOf: (column) => ({ random: createRandom(seedBytes(`null/${column}`)), redraws: REDRAWS }),
  });
  return assembleDecision('drift', context, {
    findings: [...selfFindings(input), ...oneSidedFindings(input), ...driftFindings(judged, domain)],
    measures: driftMeasures(judged, domain),
    power: powerOf(judged.columns),
    notMeasured: [
      ...input.notCompared,
      ...(measured.undefinedReason === null ? [] : [`drift of several columns together: ${measured.why}`]),
      ...unnamedCategories(columns),
      'effects of drift on the quality of predictions',
    ],
  });
}

function unnamedCategories(columns: readonly ComparedColumn[]): readonly string[] {
  return columns.flatMap(({ column, values }) =>
    values.kind === 'categories' && values.other > 0
      ? [
          `new categories of "${column}", one by one: the profile does not name all, and rows of those it does not name count as new`,
        ]
      : [],
  );
}

/** The largest of the smallest effects that the columns let be seen, and the rows that undecided columns need. */
function powerOf(columns: readonly JudgedColumn[]): Decision['power'] {
  const smallest = columns.flatMap(({ distribution }) =>
    distribution.effects.slice(0, 1).map((effect) => effect.detectable),
  );
  return {
    minimumDetectable: smallest.length === 0 ? null : smallest.reduce((a, b) => Math.max(a, b)),
    requiredN: Object.fromEntries(
      columns.flatMap((column) => {
        const rows = requiredRows(column);
        return rows === null ? [] : [[column.compared.column, rows] as const];
      }),
    ),
  };
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
