import {
  ActionError,
  type Decision,
  type DecisionInput,
  type Digest,
  type Finding,
  type GateName,
  type Outcome,
  worstOutcome,
} from '@gatehouse/core';

/** What a decision is about and rests on; the caller has verified every digest. */
export interface GateContext {
  readonly subject: { readonly model: string; readonly modelDigest: Digest } | null;
  readonly policyDigest: Digest | null;
  readonly inputs: readonly DecisionInput[];
}

/** What an evaluator found, before it becomes a {@link Decision}. */
export interface GateResult {
  readonly findings: readonly Finding[];
  readonly measures: Decision['measures'];
  readonly power: Decision['power'];
  readonly notMeasured: readonly string[];
}

const SEVEREST_FIRST: readonly Outcome[] = ['fail', 'inconclusive', 'pass'];

/**
 * Makes the decision of a gate: the worst outcome of its blocking findings, severest first. No blocking finding is
 * inconclusive, so a gate that judged nothing never passes. Numbers are rounded to 12 significant digits, beyond which
 * nothing is decided, so that equal inputs give equal bytes on every machine.
 *
 * @throws ActionError `bug` when any number is NaN: an undefined value must be `null` with a reason.
 */
export function assembleDecision(gate: GateName, context: GateContext, result: GateResult): Decision {
  const blocking = result.findings.filter((finding) => finding.severity === 'block');
  const findings = SEVEREST_FIRST.flatMap((outcome) => result.findings.filter((f) => f.outcome === outcome));
  return {
    schemaVersion: 1,
    gate,
    outcome: worstOutcome(blocking.map((finding) => finding.outcome)),
    subject: context.subject,
    policyDigest: context.policyDigest,
    inputs: context.inputs,
    findings: findings.map((finding, index) => roundedFinding(finding, `findings.${index}`)),
    measures: roundedEntries(result.measures, 'measures'),
    power: {
      minimumDetectable: roundedOrNull(result.power.minimumDetectable, 'power.minimumDetectable'),
      requiredN: result.power.requiredN,
    },
    notMeasured: result.notMeasured,
  };
}

function roundedFinding(finding: Finding, path: string): Finding {
  const value = roundedOrNull(finding.value, `${path}.value`);
  const { interval } = finding;
  if (interval === undefined) return { ...finding, value };
  const [lower, upper] = interval;
  return {
    ...finding,
    value,
    interval: [roundedOrNull(lower, `${path}.lower`), roundedOrNull(upper, `${path}.upper`)],
  };
}

function roundedEntries(value: object, path: string): Readonly<Record<string, unknown>> {
  // fromEntries makes own properties of any name, `__proto__` too: group names come from data.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundedValue(item, `${path}.${key}`)]));
}

function roundedValue(value: unknown, path: string): unknown {
  if (typeof value === 'number') return roundedNumber(value, path);
  if (Array.isArray(value)) return value.map((item, index) => roundedValue(item, `${path}.${index}`));
  return typeof value === 'object' && value !== null ? roundedEntries(value, path) : value;
}

function roundedOrNull(value: number | null, path: string): number | null {
  return value === null ? null : roundedNumber(value, path);
}

function roundedNumber(value: number, path: string): number | null {
  if (Number.isNaN(value)) {
    throw new ActionError('bug', {
      where: `The decision at ${path}`,
      found: 'NaN',
      allowed: 'a number, or null with a reason code',
      remedy: 'Report this as a bug of Gatehouse',
    });
  }
  if (!Number.isFinite(value)) return null;
  const short = Number(value.toPrecision(12));
  return short === 0 ? 0 : short;
}
