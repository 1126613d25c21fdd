import { isJsonObject } from '../http/body.ts';
import type { CheckedRequest, Exchange, ExchangeCheck, Violation } from '../http/exchange.ts';
import { crossFieldFaults } from './cross-field-rules.ts';
import { type Description, loadDescription, type Operation } from './description.ts';
import { matchPath } from './match-path.ts';
import { createSchemaCompiler, type FaultsOf, type SchemaCompiler } from './schema-compiler.ts';

export interface OpenApiValidator extends ExchangeCheck {
  /** Ids of the operations that were called. */
  operationsSeen(): ReadonlySet<string>;
}

/** Answers that GitHub may give to any request, whether an operation lists them or not. */
const COMMON_ERRORS = new Set([400, 401, 403, 404, 409, 410, 413, 422, 429]);

/** GitHub describes some errors as one of two schemas whose every field is optional, so that a plain error fits both. */
const AMBIGUOUS = /exactly one schema in oneOf \(\[\[0,1\]\]\)$/;

interface Prepared {
  readonly description: Description;
  readonly schemas: SchemaCompiler;
}

let prepared: Prepared | null = null;

/** Read and compiled once in a process: both never change, and tests start many servers. */
function prepare(): Prepared {
  if (prepared !== null) return prepared;
  const description = loadDescription();
  prepared = { description, schemas: createSchemaCompiler(description.components) };
  return prepared;
}

/** Checks requests and answers against GitHub's own OpenAPI description and the rules that it leaves out. */
export function createOpenApiValidator(): OpenApiValidator {
  const { description, schemas } = prepare();
  const seen = new Set<string>();
  return {
    operationsSeen: () => seen,
    request: (request) => {
      const operation = description.operations.get(request.operationId);
      if (operation === undefined)
        return violations(request.operationId, 'request', ['GitHub has no operation of this id']);
      seen.add(operation.id);
      return violations(operation.id, 'request', requestFaults(schemas, operation, request));
    },
    response: (exchange) => {
      const operation = description.operations.get(exchange.operationId);
      const faults = operation === undefined ? [] : responseFaults(schemas.faultsOf, operation, exchange);
      return violations(exchange.operationId, 'response', faults);
    },
    unrouted: ({ method, path }) =>
      violations(`${method} ${path}`, 'request', ['no operation of GitHub that the local GitHub knows']),
  };
}

function violations(operationId: string, side: Violation['side'], faults: readonly string[]): readonly Violation[] {
  return faults.map((message) => ({ operationId, side, message }));
}

function requestFaults(schemas: SchemaCompiler, operation: Operation, request: CheckedRequest): readonly string[] {
  const url = new URL(request.url, 'http://localhost');
  // Assets are uploaded to another host, which stands under a folder here.
  const values = matchPath(operation.template, url.pathname.replace(/^\/uploads\//, '/'));
  if (values === null || request.method !== operation.method) {
    return [`${request.method} ${url.pathname} is not ${operation.method} ${operation.template}`];
  }
  const faults = operation.parameters.flatMap((parameter) => {
    const text =
      parameter.place === 'path' ? values[parameter.name] : (url.searchParams.get(parameter.name) ?? undefined);
    if (text === undefined)
      return parameter.required ? [`${parameter.place} parameter ${parameter.name} is missing`] : [];
    return schemas
      .faultsOfText(parameter.schema, text)
      .map((fault) => `${parameter.place} parameter ${parameter.name}: ${fault}`);
  });
  const known = new Set(operation.parameters.filter(({ place }) => place === 'query').map(({ name }) => name));
  const unknown = [...new Set(url.searchParams.keys())].filter((name) => !known.has(name));
  return [
    ...faults,
    ...unknown.map((name) => `query parameter ${name} is not known`),
    ...bodyFaults(schemas, operation, request),
  ];
}

function bodyFaults(schemas: SchemaCompiler, operation: Operation, { body }: CheckedRequest): readonly string[] {
  if (operation.bodySchema === null) return [];
  if (body === undefined) return operation.bodyRequired ? ['the body is missing'] : [];
  const own = isJsonObject(body) ? crossFieldFaults(operation.id, body) : [];
  return [...schemas.faultsOf(operation.bodySchema, body), ...own].map((fault) => `body: ${fault}`);
}

function responseFaults(faultsOf: FaultsOf, operation: Operation, exchange: Exchange): readonly string[] {
  const { status, responseBody: body } = exchange;
  const described = operation.responses.get(status);
  if (described === undefined) {
    if (status === 304) return [];
    if (!COMMON_ERRORS.has(status)) return [`${operation.id} is not described to answer ${status}`];
    return isJsonObject(body) && typeof body['message'] === 'string' ? [] : [`${status} without a message`];
  }
  if (described.schema === null) {
    return body === undefined || status >= 400 ? [] : [`${status} is described to have no JSON body`];
  }
  if (body === undefined) return isBytes(exchange) ? [] : [`${status} without its JSON body`];
  return faultsOf(described.schema, body)
    .filter((fault) => status < 400 || !AMBIGUOUS.test(fault))
    .map((fault) => `${status} ${fault}`);
}

/** Asked for by a media type such as `application/octet-stream` or `application/vnd.github.diff`. */
function isBytes(exchange: Exchange): boolean {
  const type = exchange.responseHeaders['content-type'];
  return type !== undefined && !type.startsWith('application/json');
}
