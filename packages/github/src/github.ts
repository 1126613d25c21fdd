import type {
  Checks,
  Comments,
  Deployments,
  Dispatch,
  EvidenceBranch,
  MergeQueue,
  People,
  PullRequests,
  Pushes,
  Releases,
  RepositoryContents,
  Tags,
  WorkflowRuns,
} from '@gatehouse/core';
import { type CheckWriter, createChecks } from './checks.ts';
import { type ClientOptions, createClient } from './client.ts';
import { createComments } from './comments.ts';
import { createContents } from './contents.ts';
import { createDeployments } from './deployments.ts';
import { createDispatch } from './dispatch.ts';
import { createEvidenceBranch } from './evidence-branch.ts';
import { createGraphql } from './graphql/graphql.ts';
import { createMergeQueue } from './merge-queue.ts';
import { createPeople } from './people.ts';
import { createPullQuestions } from './pull-questions.ts';
import { createPushes } from './pushes.ts';
import { createReleases } from './releases.ts';
import { createRuns } from './runs.ts';
import { createTags } from './tags.ts';

export interface GitHubOptions extends ClientOptions {
  /** Token that may read teams; without it the main token is tried, and what it cannot see is unknown. */
  readonly orgToken?: string;
  /** Default: a commit status, which the job's own token can set. */
  readonly check?: CheckWriter;
  /** Largest artifact that is downloaded, in bytes; it is held in memory. Default 512 MiB. */
  readonly maxArtifactBytes?: number;
}

/** GitHub's API for one repository, behind the ports of core. */
export interface GitHub {
  readonly contents: RepositoryContents;
  readonly pulls: PullRequests;
  readonly pushes: Pushes;
  readonly mergeQueue: MergeQueue;
  readonly people: People;
  readonly checks: Checks;
  readonly comments: Comments;
  readonly runs: WorkflowRuns;
  readonly releases: Releases;
  readonly tags: Tags;
  readonly deployments: Deployments;
  readonly dispatch: Dispatch;
  evidence(branch?: string): EvidenceBranch;
}

/** Name of the orphan branch that holds decisions and signed statements. */
export const EVIDENCE_BRANCH = 'gatehouse-evidence';

const DEFAULT_MAX_ARTIFACT_BYTES = 512 * 1024 * 1024;

/**
 * Connects to one repository. Makes no request.
 *
 * Every method of every port throws an `ActionError`: `permission` for 401, 403 and 404 (which GitHub also uses for
 * "not visible to this token"), `service` for everything else, `integrity` when bytes are not what was announced.
 *
 * @throws ConfigError naming every option that is missing
 */
export function createGitHub(options: GitHubOptions): GitHub {
  const { orgToken, check = { kind: 'commit-status' }, maxArtifactBytes = DEFAULT_MAX_ARTIFACT_BYTES } = options;
  const client = createClient(options);
  const graphql = createGraphql(client);
  // What the same token may ask goes out in the same request.
  const organisation =
    orgToken === undefined || orgToken === '' ? graphql : createGraphql(createClient({ ...options, token: orgToken }));
  return {
    contents: createContents(client, graphql),
    pulls: createPullQuestions(client, graphql),
    pushes: createPushes(client),
    mergeQueue: createMergeQueue(client, graphql),
    people: createPeople({ client, graphql, organisation }),
    checks: createChecks(client, graphql, check),
    comments: createComments(client, graphql),
    runs: createRuns(client, maxArtifactBytes),
    releases: createReleases(client),
    tags: createTags(client),
    deployments: createDeployments(client),
    dispatch: createDispatch(client),
    evidence: (branch = EVIDENCE_BRANCH) => createEvidenceBranch(client, graphql, branch),
  };
}
