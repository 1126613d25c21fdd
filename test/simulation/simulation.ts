import { createHash } from 'node:crypto';
import { binomialTails, createRandom, type Random } from '@gatehouse/stats';

/** What a rule promises of the share of runs in which something happens. Both ends equal: it happens exactly so often. */
export interface Claim {
  readonly atLeast: number;
  readonly atMost: number;
  /** Where the claim comes from, in a few words. */
  readonly source: string;
}

/** Something that happens or not in one run of a rule on made data, and what is claimed of how often. */
export interface Simulation {
  readonly name: string;
  readonly claim: Claim;
  /** Runs in the tests, which must be quick, and in the bench. */
  readonly runs: { readonly test: number; readonly bench: number };
  readonly happens: (random: Random) => boolean;
}

/** A simulation that was run. */
export interface Outcome {
  readonly name: string;
  readonly claim: Claim;
  readonly runs: number;
  readonly count: number;
  /** Counts that simulation noise explains while the claim is true; both ends included. */
  readonly allowed: readonly [lowest: number, highest: number];
  readonly isKept: boolean;
}

/** How seldom a true claim may be called broken, on each side. The seed is fixed, so a green run stays green. */
const NOISE = 0.001;
/** Of every simulation, unless another is asked for. */
export const SEED = 20_261_123;

/** The largest count that a share of at most `share` explains: P(X > count) < 0.001. */
function highestCount(runs: number, share: number): number {
  if (share >= 1) return runs;
  let count = Math.floor(runs * share);
  while (count < runs && binomialTails({ successes: count + 1, n: runs, p: share }).atLeast >= NOISE) count += 1;
  return count;
}

/** The smallest and largest count that a true claim explains. */
export function allowedCounts(runs: number, { atLeast, atMost }: Claim): readonly [lowest: number, highest: number] {
  return [runs - highestCount(runs, 1 - atLeast), highestCount(runs, atMost)];
}

/** Runs one simulation. Its random numbers depend on the seed and its name only, so others may come and go. */
export function simulate(simulation: Simulation, size: 'test' | 'bench', seed = SEED): Outcome {
  const { name, claim, happens } = simulation;
  const runs = simulation.runs[size];
  const random = createRandom(createHash('sha256').update(`${seed} ${name}`).digest().subarray(0, 16));
  let count = 0;
  for (let run = 0; run < runs; run += 1) if (happens(random)) count += 1;
  const allowed = allowedCounts(runs, claim);
  return { name, claim, runs, count, allowed, isKept: count >= allowed[0] && count <= allowed[1] };
}

/** A claim of exactly this share. */
export function exactly(share: number, source: string): Claim {
  return { atLeast: share, atMost: share, source };
}

/** A claim of a share around this one, for what is known to be approximate only. */
export function about(share: number, slack: number, source: string): Claim {
  return { atLeast: share - slack, atMost: share + slack, source };
}

/** An upper bound; `least` says below which share the rule would be idle, so that a rule that never speaks is no success. */
export function atMost(share: number, source: string, least = 0): Claim {
  return { atLeast: least, atMost: share, source };
}

export function atLeast(share: number, source: string): Claim {
  return { atLeast: share, atMost: 1, source };
}
