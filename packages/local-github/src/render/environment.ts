import type { Services, Urls } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { EnvironmentRecord, EnvironmentReviewer } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { nodeId, renderUser } from './account.ts';
import { seconds } from './commit.ts';
import { renderTeam } from './organization.ts';
import { repositoryApi, repositoryPage } from './repository.ts';

/** Environments have no record of an id; one is made of the repository's and the name. */
export function environmentId(repository: RepositoryRecord, name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, repository.id);
}

/** The part of an environment that others show. */
export function renderEnvironmentReference(
  urls: Urls,
  repository: RepositoryRecord,
  environment: EnvironmentRecord,
): JsonObject {
  const id = environmentId(repository, environment.name);
  const name = encodeURIComponent(environment.name);
  return {
    id,
    node_id: nodeId('Environment', id),
    name: environment.name,
    url: `${repositoryApi(urls, repository)}/environments/${name}`,
    html_url: `${repositoryPage(urls, repository)}/deployments/activity_log?environments_filter=${name}`,
  };
}

/** `environment`. */
export function renderEnvironment(
  services: Services,
  repository: RepositoryRecord,
  environment: EnvironmentRecord,
): JsonObject {
  const restricted = environment.refPatterns !== null;
  return {
    ...renderEnvironmentReference(services.urls, repository, environment),
    created_at: seconds(repository.createdAt),
    updated_at: seconds(repository.createdAt),
    protection_rules: rulesOf(services, repository, environment),
    deployment_branch_policy: restricted ? { protected_branches: false, custom_branch_policies: true } : null,
  };
}

function rulesOf(
  services: Services,
  repository: RepositoryRecord,
  { name, refPatterns, protection }: EnvironmentRecord,
): readonly JsonObject[] {
  const id = environmentId(repository, name);
  const rule = (type: string): JsonObject => ({ id, node_id: nodeId('GateRule', id), type });
  const { reviewers = [], preventSelfReview = false, waitMinutes = 0 } = protection ?? {};
  return [
    ...(waitMinutes > 0 ? [{ ...rule('wait_timer'), wait_timer: waitMinutes }] : []),
    ...(reviewers.length === 0
      ? []
      : [
          {
            ...rule('required_reviewers'),
            prevent_self_review: preventSelfReview,
            reviewers: reviewers.map((reviewer) => renderReviewer(services, reviewer)),
          },
        ]),
    ...(refPatterns === null ? [] : [rule('branch_policy')]),
  ];
}

/** A person or a team that may let jobs in. */
export function renderReviewer({ state, urls }: Services, { type, id }: EnvironmentReviewer): JsonObject {
  if (type === 'User') {
    const user = state.users.get(id);
    return { type, ...(user === undefined ? {} : { reviewer: renderUser(urls, user) }) };
  }
  const team = state.teams.find((candidate) => candidate.id === id);
  const org = team === undefined ? undefined : state.orgs.get(team.org.toLowerCase());
  if (team === undefined || org === undefined) return { type };
  return { type, reviewer: { ...renderTeam(urls, team, org.account), parent: null } };
}
