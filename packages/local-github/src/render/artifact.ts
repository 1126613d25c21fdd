import { isExpired } from '../artifacts/artifact-rules.ts';
import type { Services } from '../context.ts';
import type { ArtifactRecord } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { findRepository } from '../state.ts';
import { nodeId } from './account.ts';
import { seconds } from './commit.ts';
import { repositoryApi } from './repository.ts';

/** `artifact`. */
export function renderArtifact(
  { state, urls }: Pick<Services, 'state' | 'urls'>,
  repository: RepositoryRecord,
  artifact: ArtifactRecord,
) {
  const url = `${repositoryApi(urls, repository)}/actions/artifacts/${artifact.id}`;
  const run = repository.runs.find((candidate) => candidate.id === artifact.runId);
  return {
    id: artifact.id,
    node_id: nodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.sizeBytes,
    url,
    archive_download_url: `${url}/zip`,
    expired: isExpired(state, artifact),
    digest: artifact.digest,
    created_at: seconds(artifact.createdAt),
    updated_at: seconds(artifact.createdAt),
    expires_at: seconds(artifact.expiresAt),
    workflow_run:
      run === undefined
        ? null
        : {
            id: run.id,
            repository_id: repository.id,
            head_repository_id: findRepository(state, run.headRepository)?.id ?? repository.id,
            head_branch: run.headBranch,
            head_sha: run.headSha,
          },
  };
}
