import { type Decision, type Finding, type GateName, sha256 } from '@gatehouse/core';
import { parseWaivers, type Waiver, type WaiverContext } from '@gatehouse/governance';

/** A waiver as a person writes it. */
export const WAIVER_TEXT = `version: 1
model: fraud
waives: { gate: fairness, measure: group-size }
reason: The group of applicants above 80 is too small until the January data arrive.
owner: olivia
granted-on: 2026-11-01
expires-on: 2026-12-01
compensating-control: Every denial in that group is reviewed by hand.
`;

/** Parses the text of one waiver file. */
export function parseWaiver(
  text: string,
  context: Partial<WaiverContext> = {},
  path = 'governance/waivers/w1.yaml',
): Waiver {
  const files = new Map([[path, new TextEncoder().encode(text)]]);
  const [waiver] = parseWaivers(files, { models: ['fraud', 'churn'], ...context });
  if (waiver === undefined) throw new Error('no waiver was parsed');
  return waiver;
}

/** A waiver in force in November 2026, with what a test changes. */
export function waiver(change: Partial<Waiver> = {}): Waiver {
  const id = change.id ?? 'w1';
  return { ...parseWaiver(WAIVER_TEXT), id, path: `governance/waivers/${id}.yaml`, digest: sha256(id), ...change };
}

/** A blocking finding that fails, with what a test changes. */
export function finding(change: Partial<Finding> = {}): Finding {
  return {
    measure: 'group-size',
    outcome: 'inconclusive',
    severity: 'block',
    reasonCode: 'insufficient-n',
    value: 12,
    message: 'group 80+ has 12 rows; policy minimum 30',
    ...change,
  };
}

/** A decision of a gate about the model "fraud". */
export function decision(
  gate: GateName,
  findings: readonly Finding[],
  outcome: Decision['outcome'] = findings.some((f) => f.outcome === 'fail') ? 'fail' : 'inconclusive',
): Decision {
  return {
    schemaVersion: 1,
    gate,
    outcome,
    subject: { model: 'fraud', modelDigest: sha256('model') },
    policyDigest: sha256('policy'),
    inputs: [],
    findings,
    measures: {},
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: [],
  };
}
