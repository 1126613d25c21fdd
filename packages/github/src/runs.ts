import { ActionError, type ArtifactInfo, type WorkflowRun, type WorkflowRuns } from '@gatehouse/core';
import { z } from 'zod';
import { accountAnswer, digestAnswer, shaAnswer } from './answer-fields.ts';
import { readAtMost, toByteStream } from './byte-stream.ts';
import type { GitHubClient } from './client.ts';
import { refusalOf } from './rate-limit.ts';

const PERMISSION = 'actions: read';

const runAnswer = z
  .object({
    id: z.int(),
    name: z.string().nullish(),
    path: z.string().min(1),
    created_at: z.iso.datetime({ offset: true }),
    head_sha: shaAnswer,
    head_branch: z.string().nullable(),
    event: z.string(),
    conclusion: z.string().nullable(),
    actor: accountAnswer,
    triggering_actor: accountAnswer,
    repository: z.object({ id: z.int() }),
    head_repository: z.object({ id: z.int() }).nullable(),
    pull_requests: z.array(z.object({ number: z.int() })).nullable(),
  })
  .transform(
    (run): WorkflowRun => ({
      id: run.id,
      headSha: run.head_sha,
      headBranch: run.head_branch,
      event: run.event,
      name: run.name ?? '',
      // GitHub adds `@` and a ref where the file is not the one of the run's own commit.
      path: run.path.replace(/@.*$/, ''),
      createdAt: new Date(run.created_at),
      actor: run.actor,
      triggeringActor: run.triggering_actor,
      conclusion: run.conclusion,
      // A head repository that is gone was a fork.
      fromFork: run.head_repository?.id !== run.repository.id,
      pullRequestNumbers: (run.pull_requests ?? []).map(({ number }) => number),
    }),
  );

const artifactAnswer = z
  .object({
    id: z.int(),
    name: z.string(),
    size_in_bytes: z.int().min(0),
    expired: z.boolean(),
    expires_at: z.iso.datetime({ offset: true }).nullish(),
    digest: digestAnswer,
    workflow_run: z.object({ id: z.int() }),
  })
  .transform(
    (artifact): ArtifactInfo => ({
      id: artifact.id,
      name: artifact.name,
      sizeBytes: artifact.size_in_bytes,
      expired: artifact.expired,
      expiresAt: artifact.expires_at == null ? null : new Date(artifact.expires_at),
      digest: artifact.digest,
      runId: artifact.workflow_run.id,
    }),
  );

/** @param maxBytes artifacts above this size are refused, because they are held in memory */
export function createRuns(client: GitHubClient, maxBytes: number): WorkflowRuns {
  const actions = `${client.repository}/actions`;
  return {
    async get(runId) {
      const doing = `read workflow run ${runId}`;
      return client.call({ doing, permission: PERMISSION, path: `${actions}/runs/${runId}`, answer: runAnswer });
    },
    async listForHead(headSha) {
      return client.list({
        doing: `list the workflow runs of ${headSha}`,
        permission: PERMISSION,
        path: `${actions}/runs`,
        params: { head_sha: headSha },
        key: 'workflow_runs',
        item: runAnswer,
      });
    },
    async artifacts(runId) {
      return client.list({
        doing: `list the artifacts of run ${runId}`,
        permission: PERMISSION,
        path: `${actions}/runs/${runId}/artifacts`,
        key: 'artifacts',
        item: artifactAnswer,
      });
    },
    async artifactsNamed(name) {
      return client.list({
        doing: `look for artifacts named ${name}`,
        permission: PERMISSION,
        path: `${actions}/artifacts`,
        params: { name },
        key: 'artifacts',
        item: artifactAnswer,
      });
    },
    async artifact(artifactId) {
      const doing = `read artifact ${artifactId}`;
      const path = `${actions}/artifacts/${artifactId}`;
      return client.call({ doing, permission: PERMISSION, path, answer: artifactAnswer });
    },
    async download(artifactId) {
      return downloadArtifact(client, artifactId, maxBytes);
    },
  };
}

async function downloadArtifact(client: GitHubClient, artifactId: number, maxBytes: number): Promise<Uint8Array> {
  const purpose = { doing: `download artifact ${artifactId}`, permission: PERMISSION };
  try {
    const stream = await toByteStream(client, purpose, {
      path: `${client.repository}/actions/artifacts/${artifactId}/zip`,
      accept: 'application/vnd.github+json',
    });
    return await readAtMost(stream, maxBytes, purpose);
  } catch (error) {
    const gone = error instanceof Error && refusalOf(error.cause)?.status === 410;
    throw gone ? expired(artifactId, error) : error;
  }
}

function expired(artifactId: number, cause: unknown): ActionError {
  return new ActionError(
    'service',
    {
      where: `Artifact ${artifactId}`,
      found: 'It has expired',
      allowed: 'An artifact that GitHub still keeps',
      remedy: 'Run the training again, and raise retention-days if this happens often',
    },
    { cause, reasonCode: 'candidate-expired' },
  );
}
