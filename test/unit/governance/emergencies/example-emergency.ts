import { type Emergency, parseEmergencies } from '@gatehouse/governance';

export const EMERGENCY_TEXT = `version: 1
incident: https://incidents.example/4711
reason: The model denies every application of new customers since this morning.
models: [mortgage-approval]
declared-on: 2026-11-23
review-by: 2026-11-30
`;

export function pathOf(id: string): string {
  return `governance/emergencies/${id}.yaml`;
}

/** A declaration as its text says, with what a test changes. */
export function emergency(change: Partial<Emergency> = {}, text = EMERGENCY_TEXT): Emergency {
  const path = pathOf(change.id ?? 'outage');
  const [parsed] = parseEmergencies(new Map([[path, new TextEncoder().encode(text)]]));
  if (parsed === undefined) throw new Error('no declaration was parsed');
  return { ...parsed, ...change };
}
