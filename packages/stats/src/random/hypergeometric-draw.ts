import {
  hypergeometricMode,
  hypergeometricRange,
  hypergeometricStep,
  logHypergeometricDensity,
  type Urn,
} from '../special/hypergeometric.ts';
import type { RandomSource } from './random-source.ts';

/**
 * The number of marked balls among those drawn from an urn without putting back. Inversion that searches outward from the
 * mode, so the cost is that of one standard deviation, whatever the size of the urn.
 *
 * @throws RangeError unless the counts are whole numbers from 0 and no more balls are drawn than there are.
 */
export function hypergeometricDraw(urn: Urn, random: RandomSource): number {
  checkUrn(urn);
  const [least, most] = hypergeometricRange(urn);
  if (least === most) return least;
  const mode = hypergeometricMode(urn);
  const peak = Math.exp(logHypergeometricDensity(mode, urn));
  for (;;) {
    const found = outward({ urn, mode, peak }, random.uniform());
    // The probabilities sum to 1 but for rounding: a number beyond their sum is drawn anew.
    if (found !== null) return found;
  }
}

interface Peak {
  readonly urn: Urn;
  readonly mode: number;
  readonly peak: number;
}

function outward({ urn, mode, peak }: Peak, uniform: number): number | null {
  const [least, most] = hypergeometricRange(urn);
  let rest = uniform - peak;
  if (rest < 0) return mode;
  let [up, down] = [peak, peak];
  for (let distance = 1; mode + distance <= most || mode - distance >= least; distance += 1) {
    if (mode + distance <= most) {
      up *= hypergeometricStep(mode + distance - 1, urn);
      rest -= up;
      if (rest < 0) return mode + distance;
    }
    if (mode - distance >= least) {
      down /= hypergeometricStep(mode - distance, urn);
      rest -= down;
      if (rest < 0) return mode - distance;
    }
  }
  return null;
}

function checkUrn({ marked, unmarked, draws }: Urn): void {
  for (const count of [marked, unmarked, draws]) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`A number of balls is a whole number from 0, got ${count}.`);
    }
  }
  if (draws > marked + unmarked) {
    throw new RangeError(`From ${marked + unmarked} balls no more can be drawn, got ${draws}.`);
  }
}
