import type { JsonObject } from '../http/body.ts';

/** What GitHub refuses though its OpenAPI description allows it. */
export function crossFieldFaults(operationId: string, body: JsonObject): readonly string[] {
  if (operationId !== 'checks/create' && operationId !== 'checks/update') return [];
  const faults: string[] = [];
  if (body['status'] === 'completed' && body['conclusion'] === undefined) {
    faults.push("conclusion is required when status is 'completed'");
  }
  if (body['conclusion'] === 'stale') faults.push("conclusion 'stale' can be set by GitHub only");
  return faults;
}
