import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import type { Services } from '../context.ts';
import { type JsonObject, optionalObject, optionalString } from '../http/body.ts';
import type { RateWindow } from '../http/rate-limit.ts';
import type { Credential } from '../model.ts';
import { createGraph } from './create-graph.ts';
import { resolveField } from './field-resolver.ts';
import { GraphProblem, renderError, renderInvalid } from './graph-problem.ts';
import { mutationRoot } from './mutation.ts';
import { queryRoot } from './query.ts';
import { costOf } from './query-cost.ts';
import { loadSchema } from './schema.ts';

const MAX_TOKENS = 50_000;

export interface GraphRequest {
  readonly credential: Credential;
  readonly body: JsonObject;
  /** Takes points from the caller's hour; `null` when there are none left. */
  spend(points: number): RateWindow | null;
  /** Asked before anything is written; throws what is answered instead. */
  requireWrite(): void;
}

/** The body with which GitHub answers: what was found, and an error for each field that could not be given. */
export async function answerQuery(services: Services, request: GraphRequest): Promise<JsonObject> {
  const query = optionalString(request.body, 'query');
  if (query === null) return failed([{ message: 'A query attribute must be specified and must be a string.' }]);
  const document = parseQuery(query);
  if (document instanceof GraphQLError) return failed([renderInvalid(document)]);
  const schema = loadSchema();
  const invalid = validate(schema, document);
  if (invalid.length > 0) return failed(invalid.map(renderInvalid));
  const operation = getOperationAST(document, optionalString(request.body, 'operationName'));
  if (operation === undefined || operation === null) return failed([{ message: 'An operation name is required' }]);
  try {
    return renderResult(await run(services, { ...request, document, operation }));
  } catch (error) {
    if (error instanceof GraphProblem) return failed([{ type: error.type, message: error.message }]);
    throw error;
  }
}

interface Operation extends GraphRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

async function run(services: Services, request: Operation): Promise<ExecutionResult> {
  const { document, operation, body } = request;
  const schema = loadSchema();
  const variables = optionalObject(body, 'variables') ?? {};
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const budget = costOf({
    schema,
    operation,
    variables,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  });
  const window = request.spend(budget.cost);
  if (window === null) throw new GraphProblem('RATE_LIMITED', 'API rate limit exceeded.');
  const graph = createGraph(services, request.credential);
  const writes = operation.operation === 'mutation';
  if (writes) request.requireWrite();
  return execute({
    schema,
    document,
    rootValue: writes ? mutationRoot(graph) : queryRoot(graph, { ...budget, window }),
    variableValues: variables,
    operationName: operation.name?.value,
    fieldResolver: resolveField,
  });
}

function parseQuery(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function renderResult({ data, errors }: ExecutionResult): JsonObject {
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map(renderError) }),
  };
}

function failed(errors: readonly JsonObject[]): JsonObject {
  return { errors };
}
