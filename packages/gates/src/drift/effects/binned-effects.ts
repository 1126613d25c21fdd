import {
  cramerV,
  detectablePsi,
  hellinger,
  jensenShannon,
  lInfinity,
  type Measured,
  totalVariation,
} from '@gatehouse/stats';
import type { ColumnEffect, MeasuredColumn } from './column-effects.ts';

const POWER = 0.8;

/** Near no drift the population stability index is so many squares of the Hellinger distance. */
const PSI_PER_SQUARE = 8;

/** Effects on the bins that are judged only where a policy limits them: with the others they say the same twice. */
export function binnedEffects(measured: MeasuredColumn): readonly ColumnEffect[] {
  const effects = [binnedEffect('psi', measured.psi, measured)];
  const distance = hellinger(measured.pair).value;
  return distance === null ? effects : [...effects, binnedEffect('hellinger', distance, measured)];
}

function binnedEffect(
  measure: 'psi' | 'hellinger',
  value: number,
  { psiBins, sizes, binNull }: MeasuredColumn,
): ColumnEffect {
  const ofPsi = (psi: number): number => (measure === 'psi' ? psi : Math.sqrt(psi / PSI_PER_SQUARE));
  return {
    measure,
    bounds: [value, value],
    nullQuantile: (level) => binNull.quantile(measure, level),
    detectable: (alpha) => (psiBins < 2 ? 0 : ofPsi(detectablePsi(psiBins, sizes, { alpha, power: POWER }))),
    requiredRows: (limit, level) => binNull.requiredRows(measure, limit, level),
  };
}

/** Every measure of the bins under its name, judged or not; `null` where it has no value. */
export function binnedMeasures({ pair, psi }: MeasuredColumn): Readonly<Record<string, number | null>> {
  const measures: Readonly<Record<string, Measured<string>>> = {
    'jensen-shannon': jensenShannon(pair, 'nats'),
    hellinger: hellinger(pair),
    'total-variation': totalVariation(pair),
    'l-infinity': lInfinity(pair),
    'cramer-v': cramerV([pair.reference, pair.current]),
  };
  return { psi, ...Object.fromEntries(Object.entries(measures).map(([name, measured]) => [name, measured.value])) };
}
