import type { ArtifactRecord } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import type { State } from '../state.ts';

const DAY_MS = 86_400_000;
const MAX_RETENTION_DAYS = 90;

/** Characters that the artifact service refuses in a name. */
export function isArtifactName(name: string): boolean {
  return name !== '' && name.length <= 255 && !/[":<>|*?\\/\r\n]/.test(name);
}

/** When an artifact goes: as asked, at most and by default after 90 days. */
export function expiryOf(now: Date, asked: string | null): Date {
  const latest = new Date(now.getTime() + MAX_RETENTION_DAYS * DAY_MS);
  const wanted = asked === null ? latest : new Date(asked);
  return wanted > now && wanted < latest ? wanted : latest;
}

export function isExpired(state: State, artifact: ArtifactRecord): boolean {
  return artifact.expiresAt <= state.now();
}

/** Artifacts that can be seen, newest first. */
export function liveArtifacts(repository: RepositoryRecord, runId?: number): readonly ArtifactRecord[] {
  return repository.artifacts
    .filter((artifact) => !artifact.deleted && (runId === undefined || artifact.runId === runId))
    .toSorted((left, right) => right.id - left.id);
}
