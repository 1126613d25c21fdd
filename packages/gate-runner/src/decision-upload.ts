import { type ArtifactUploads, canonicalJson, type Decision } from '@gatehouse/core';

/** Name of the file inside a decision artifact. */
export const DECISION_FILE = 'decision.json';

/**
 * Uploads a decision as an artifact of this run and names it by id and digest, as `decide` wants it.
 *
 * @param beside Further files of the artifact, by name; `decide` does not read them.
 */
export async function uploadDecision(
  decision: Decision,
  uploads: ArtifactUploads,
  beside: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<{
  readonly outcome: string;
  readonly 'artifact-id': string;
  readonly 'artifact-digest': string;
  readonly decision: string;
}> {
  const json = canonicalJson(decision);
  const name = `decision-${decision.gate}-${decision.subject?.model ?? 'table'}`;
  const { id, digest } = await uploads.upload(
    name,
    new Map([...beside, [DECISION_FILE, new TextEncoder().encode(json)]]),
  );
  return { outcome: decision.outcome, 'artifact-id': String(id), 'artifact-digest': digest, decision: json };
}
