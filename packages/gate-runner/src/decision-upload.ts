import { type ArtifactUploads, canonicalJson, type Decision } from '@gatehouse/core';

/** Name of the file inside a decision artifact. */
export const DECISION_FILE = 'decision.json';

/** Uploads a decision as an artifact of this run and names it by id and digest, as `decide` wants it. */
export async function uploadDecision(
  decision: Decision,
  uploads: ArtifactUploads,
): Promise<{
  readonly outcome: string;
  readonly 'artifact-id': string;
  readonly 'artifact-digest': string;
  readonly decision: string;
}> {
  const json = canonicalJson(decision);
  const name = `decision-${decision.gate}-${decision.subject?.model ?? 'table'}`;
  const { id, digest } = await uploads.upload(name, new Map([[DECISION_FILE, new TextEncoder().encode(json)]]));
  return { outcome: decision.outcome, 'artifact-id': String(id), 'artifact-digest': digest, decision: json };
}
