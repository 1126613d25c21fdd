import type { GitHubClient } from '../client.ts';
import type { Part, Variables } from './question.ts';

/** The field of the client's repository with this selection. */
export function repositoryField(client: GitHubClient, selection: string, variables: Variables = {}): Part {
  return {
    field: `repository(owner: $owner, name: $repo) { ${selection} }`,
    variables: {
      owner: { type: 'String!', value: client.options.owner },
      repo: { type: 'String!', value: client.options.repo },
      ...variables,
    },
  };
}
