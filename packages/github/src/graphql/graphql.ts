import type { GitHubClient } from '../client.ts';
import { toActionError, unexpectedAnswer } from '../service-errors.ts';
import { aliasOf, toDocument } from './document.ts';
import { attribute, GraphqlRefused, graphqlAnswer } from './failures.ts';
import type { FieldFailure, Question } from './question.ts';

/** Parts in one request. GitHub bounds the nodes and the time of a query; more parts go out beside it. */
const MAX_PARTS = 60;

/** GitHub's GraphQL API for one token. Both methods throw an `ActionError` and nothing else. */
export interface Graphql {
  /** Asks together with everything else that is asked in the same tick: one request, and one part's failure is its own. */
  ask<T>(question: Question<T>): Promise<T>;
  /** Sends one mutation, alone. */
  change<T>(question: Question<T>): Promise<T>;
}

interface Waiting {
  readonly question: Question<unknown>;
  answered(value: unknown, failures: readonly FieldFailure[]): void;
  failed(error: unknown): void;
}

export function createGraphql(client: GitHubClient): Graphql {
  let waiting: Waiting[] = [];

  function enqueue(entry: Waiting): void {
    // Promise chains of a few steps, such as Promise.all over readers, end before the next immediate.
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(entry);
  }

  function flush(): void {
    const batch = waiting;
    waiting = [];
    for (let start = 0; start < batch.length; start += MAX_PARTS) {
      void send(client, 'query', batch.slice(start, start + MAX_PARTS));
    }
  }

  return {
    ask: async (question) =>
      new Promise((resolve, reject) => enqueue(waitingFor(client, question, { resolve, reject }))),
    change: async (question) =>
      new Promise((resolve, reject) => {
        void send(client, 'mutation', [waitingFor(client, question, { resolve, reject })]);
      }),
  };
}

function waitingFor<T>(
  client: GitHubClient,
  question: Question<T>,
  promise: { readonly resolve: (value: T) => void; readonly reject: (error: unknown) => void },
): Waiting {
  const failed = (error: unknown): void => promise.reject(toActionError(error, question, client.waits.now()));
  return {
    question,
    failed,
    answered(value, failures) {
      const failure = failures.find((candidate) => question.mayFail?.(candidate) !== true);
      if (failure !== undefined) return failed(new GraphqlRefused(failure));
      const result = question.answer.safeParse(value);
      if (result.success) return promise.resolve(result.data);
      const [issue] = result.error.issues;
      const found = `${issue?.path.join('.') || 'the whole answer'}: ${issue?.message}`;
      failed(unexpectedAnswer(question, found, result.error));
    },
  };
}

async function send(client: GitHubClient, kind: 'query' | 'mutation', batch: readonly Waiting[]): Promise<void> {
  try {
    const parts = batch.map(({ question }) => question);
    settle(await client.graphql(kind, toDocument(kind, parts)), batch);
  } catch (error) {
    for (const { failed } of batch) failed(error);
  }
}

function settle(data: unknown, batch: readonly Waiting[]): void {
  const answer = graphqlAnswer.safeParse(data);
  const failures = attribute(answer.data?.errors ?? [], batch.length);
  const [general] = failures.ofAll;
  for (const [index, { answered, failed, question }] of batch.entries()) {
    if (!answer.success) failed(unexpectedAnswer(question, 'neither data nor errors', answer.error));
    else if (general !== undefined) failed(new GraphqlRefused(general));
    else answered(answer.data.data?.[aliasOf(index)], failures.ofPart(index));
  }
}
