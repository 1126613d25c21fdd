/** Shapes of the inputs that the Python side writes: this is where its JSON is parsed. */
import { z } from 'zod';

const numbers = z.array(z.number());
const perhaps = numbers.nullable();

export const oracleFile = z.object({
  seed: z.number(),
  versions: z.record(z.string(), z.string()),
  cases: z
    .array(
      z.object({
        kind: z.string(),
        library: z.string(),
        input: z.unknown(),
        expected: z.record(z.string(), z.union([z.number(), numbers])),
      }),
    )
    .min(1),
});

export const counts = z.object({ counts: numbers, confidence: z.number().optional() });
export const pValues = z.object({ p: numbers });
export const strata = z.object({ strata: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])) });
export const special = z.object({ function: z.string(), args: numbers });
export const rows = z.object({ labels: numbers, predicted: numbers, weights: perhaps });
export const classRows = rows.extend({ classes: z.number() });
export const groupRows = rows.extend({ groups: z.array(z.string()), rates: z.array(z.string()).optional() });
export const scored = z.object({ labels: numbers, scores: numbers, weights: perhaps.optional() });
export const scoredClasses = z.object({ labels: numbers, scores: numbers, classes: z.number() });
export const severalScores = z.object({ labels: numbers, scores: z.array(numbers) });
export const numericPairs = z.object({ truth: numbers, predicted: numbers, weights: perhaps });
export const ranking = z.object({ relevance: numbers, scores: numbers, k: z.number() });
export const twoSamples = z.object({
  first: numbers,
  second: numbers,
  firstWeights: perhaps.optional(),
  secondWeights: perhaps.optional(),
  confidence: z.number().optional(),
});
export const bins = z.object({ reference: numbers, current: numbers });
export const table = z.object({ table: z.array(numbers) });
export const isotonic = scored.extend({ queries: numbers });
export const domains = z.object({ first: numbers, second: numbers, codes: numbers, sides: numbers });
export const estimate = z.object({ scores: numbers, probabilities: numbers, predicted: numbers });
export const bootstrap = z.object({
  estimate: z.number(),
  leftOut: numbers,
  replicates: numbers,
  confidence: z.number(),
});
export const trap = z.object({ name: z.string() });
