import { z } from 'zod';
import { COVERAGES, type Decision, GATE_NAMES } from './decision.ts';
import type { Digest } from './digest.ts';
import { isReasonCode, type ReasonCode } from './reason-codes.ts';

const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .transform((value) => value as Digest);
const outcome = z.enum(['pass', 'fail', 'inconclusive']);
const reasonCode = z.custom<ReasonCode>((value) => typeof value === 'string' && isReasonCode(value), {
  message: 'must be a reason code of the closed list',
});
const bound = z.number().nullable();
const count = z.int().min(0);

const finding = z
  .strictObject({
    measure: z.string().min(1),
    outcome,
    severity: z.enum(['block', 'warn']),
    reasonCode,
    groups: z.array(z.string()).exactOptional(),
    value: z.number().nullable(),
    interval: z.tuple([bound, bound]).exactOptional(),
    confidence: z.number().gt(0).lt(1).exactOptional(),
    coverage: z.enum(COVERAGES).exactOptional(),
    n: z.array(count).exactOptional(),
    requiredN: z.int().min(1).exactOptional(),
    limit: z.number().exactOptional(),
    failsWhen: z.enum(['above', 'below']).exactOptional(),
    failsAtLimit: z.literal(true).exactOptional(),
    method: z.string().exactOptional(),
    message: z.string().min(1),
  })
  .refine(
    ({ requiredN, outcome, n }) => requiredN === undefined || (outcome === 'inconclusive' && wantsRows(requiredN, n)),
    {
      message: 'rows are needed only where a finding is inconclusive, and more than there are',
      path: ['requiredN'],
    },
  );

/**
 * The shape of a decision, closed: no unknown member. A `pass` must rest on at least one finding and on no blocking
 * `fail`, so that an empty or contradictory list is refused here already.
 */
export const decisionSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    gate: z.enum(GATE_NAMES),
    outcome,
    subject: z.strictObject({ model: z.string().min(1), modelDigest: digest }).nullable(),
    policyDigest: digest.nullable(),
    inputs: z.array(z.strictObject({ name: z.string().min(1), digest, rows: count.exactOptional() })),
    findings: z.array(finding),
    measures: z.record(z.string(), z.unknown()),
    power: z.strictObject({ minimumDetectable: z.number().nullable(), requiredN: z.record(z.string(), z.number()) }),
    notMeasured: z.array(z.string()),
  })
  .refine((decision) => decision.outcome !== 'pass' || supportsPass(decision.findings), {
    message: 'outcome "pass" needs at least one finding and no blocking finding that fails',
    path: ['outcome'],
  });

function supportsPass(findings: readonly z.output<typeof finding>[]): boolean {
  return findings.length > 0 && !findings.some((f) => f.severity === 'block' && f.outcome === 'fail');
}

/**
 * Checks a value that claims to be a decision.
 *
 * @throws ZodError naming every member that is wrong.
 */
export function parseDecision(value: unknown): Decision {
  return decisionSchema.parse(value);
}

/** True where more rows are asked for than there are; with several groups, than the smallest of them has. */
function wantsRows(requiredN: number, n: readonly number[] | undefined): boolean {
  return n === undefined || n.length === 0 || requiredN > Math.min(...n);
}
