import { type JsonObject, optionalStrings } from '../http/body.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { seconds } from '../render/commit.ts';
import { connect } from './connection.ts';
import type { Connection, Graph } from './graph.ts';
import { GraphProblem } from './graph-problem.ts';

const CHANGED = 'BASE_REF_CHANGED_EVENT';
/** GitHub's own change after the base was merged and deleted; here such a pull request is closed instead. */
const CHANGED_BY_GITHUB = 'AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT';

/** The timeline of a pull request, of which only changes of the base are kept here: anything else must not be asked. */
export function baseChangesOf(
  graph: Graph,
  repository: RepositoryRecord,
  { pull, args }: { readonly pull: PullRecord; readonly args: JsonObject },
): Connection {
  const asked = optionalStrings(args, 'itemTypes');
  if (asked === null || asked.some((type) => type !== CHANGED && type !== CHANGED_BY_GITHUB)) {
    throw new GraphProblem('UNPROCESSABLE', `The local GitHub knows only ${CHANGED} and ${CHANGED_BY_GITHUB}.`);
  }
  return connect(args, {
    items: asked.includes(CHANGED) ? pull.baseChanges : [],
    node: ({ id, at, by, from, to }) => ({
      __typename: 'BaseRefChangedEvent',
      id: nodeId('BaseRefChangedEvent', id),
      createdAt: seconds(at),
      actor: () => graph.actor(by),
      previousRefName: from,
      currentRefName: to,
      pullRequest: () => graph.pull(repository, pull),
    }),
  });
}
