import {
  ActionError,
  type Decision,
  type Digest,
  decisionSchema,
  type GateName,
  isDigest,
  parseStrictJson,
  type WorkflowRuns,
} from '@gatehouse/core';
import { DECISION_FILE } from '@gatehouse/gate-runner';
import { readArchive, readVerifiedArtifact } from '@gatehouse/registry';

/** Where one gate left its decision, as the gates job put it out. */
export interface DecisionArtifact {
  readonly gate: string;
  readonly artifactId: number;
  readonly digest: Digest;
}

/**
 * Reads the lines of the input "decisions": gate, artifact id and digest, separated by spaces. A gate that broke put
 * out neither id nor digest; its line is left out here and missed by the summary, as `decision-missing`.
 */
export function parseDecisionLines(lines: readonly string[]): readonly DecisionArtifact[] {
  return lines.flatMap((line) => {
    const [gate, id, digest, ...rest] = line.split(/\s+/);
    if (gate === undefined || id === undefined) return [];
    const artifactId = /^[1-9][0-9]{0,15}$/.test(id) ? Number(id) : null;
    if (artifactId === null || !isDigest(digest) || rest.length > 0) {
      throw mismatch(`the line "${line.slice(0, 200)}"`, 'gate, artifact id and artifact digest');
    }
    return [{ gate, artifactId, digest }];
  });
}

/**
 * Downloads one decision of this very run and checks its bytes against the digest from the `needs` context.
 *
 * @throws ActionError `decision-mismatch` for another run's artifact or a malformed decision, `digest-mismatch`.
 */
export async function readDecision(
  runs: WorkflowRuns,
  artifact: DecisionArtifact,
  thisRun: number,
): Promise<Decision & { readonly gate: GateName }> {
  const info = await runs.artifact(artifact.artifactId);
  if (info.runId !== thisRun) throw mismatch(`an artifact of run ${info.runId}`, `artifacts of this run, ${thisRun}`);
  const zip = await readVerifiedArtifact(runs, artifact.artifactId, artifact.digest);
  const bytes = (await readArchive(zip)).get(DECISION_FILE);
  if (bytes === undefined) throw mismatch(`artifact ${artifact.artifactId} without ${DECISION_FILE}`, 'a decision');
  const parsed = decisionSchema.safeParse(parseStrictJson(bytes, 50));
  if (!parsed.success) throw mismatch(parsed.error.message.slice(0, 500), 'a decision, schema version 1');
  if (parsed.data.gate !== artifact.gate) throw mismatch(`a ${parsed.data.gate} decision`, artifact.gate);
  return parsed.data;
}

function mismatch(found: string, allowed: string): ActionError {
  return new ActionError(
    'integrity',
    { where: 'Input "decisions"', found, allowed, remedy: 'Pass the outputs of the gates of this run' },
    { reasonCode: 'decision-mismatch' },
  );
}
