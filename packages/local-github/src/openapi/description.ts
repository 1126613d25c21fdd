import { readFileSync } from 'node:fs';
import { isJsonObject, type JsonObject } from '../http/body.ts';

/** One parameter in the path or the query. */
export interface Parameter {
  readonly name: string;
  readonly place: 'path' | 'query';
  readonly required: boolean;
  readonly schema: unknown;
}

export interface DescribedResponse {
  /** Schema of the JSON body; `null` when no JSON body is described. */
  readonly schema: unknown;
}

/** An operation of GitHub's REST API as its OpenAPI description has it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** `/repos/{owner}/{repo}/…` */
  readonly template: string;
  readonly parameters: readonly Parameter[];
  /** Schema of the JSON body; `null` when there is none to check: no body, or bytes. */
  readonly bodySchema: unknown;
  readonly bodyRequired: boolean;
  readonly responses: ReadonlyMap<number, DescribedResponse>;
}

export interface Description {
  readonly components: JsonObject;
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Reads the pruned description that is committed beside this package. */
export function loadDescription(): Description {
  const file = new URL('../../openapi/github.json', import.meta.url);
  const document = object(JSON.parse(readFileSync(file, 'utf8')), 'the document');
  const components = object(document['components'], 'components');
  const operations = new Map<string, Operation>();
  for (const [template, methods] of Object.entries(object(document['paths'], 'paths'))) {
    for (const [method, value] of Object.entries(object(methods, template))) {
      const operation = readOperation(components, {
        template,
        method: method.toUpperCase(),
        value: object(value, template),
      });
      operations.set(operation.id, operation);
    }
  }
  return { components, operations };
}

interface Source {
  readonly template: string;
  readonly method: string;
  readonly value: JsonObject;
}

function readOperation(components: JsonObject, { template, method, value }: Source): Operation {
  const body = value['requestBody'] === undefined ? null : resolve(components, value['requestBody']);
  const parameters = Array.isArray(value['parameters']) ? value['parameters'] : [];
  const responses = Object.entries(object(value['responses'], `${template} responses`));
  return {
    id: String(value['operationId']),
    method,
    template,
    parameters: parameters.map((parameter: unknown) => readParameter(resolve(components, parameter))),
    bodySchema: body === null ? null : jsonSchemaOf(body),
    bodyRequired: body?.['required'] === true,
    responses: new Map(
      responses.map(([status, response]) => [Number(status), { schema: jsonSchemaOf(resolve(components, response)) }]),
    ),
  };
}

function readParameter(parameter: JsonObject): Parameter {
  const place = parameter['in'];
  if (place !== 'path' && place !== 'query') throw new Error(`A parameter in ${String(place)} is not supported.`);
  return {
    name: String(parameter['name']),
    place,
    required: parameter['required'] === true,
    schema: parameter['schema'],
  };
}

function jsonSchemaOf(content: JsonObject): unknown {
  const types = isJsonObject(content['content']) ? content['content'] : {};
  const json = types['application/json'];
  return isJsonObject(json) ? (json['schema'] ?? {}) : null;
}

/** Follows one reference into the components. */
function resolve(components: JsonObject, value: unknown): JsonObject {
  const found = object(value, 'a parameter, body or response');
  const ref = found['$ref'];
  if (typeof ref !== 'string') return found;
  const [, , kind = '', name = ''] = ref.split('/');
  return object(object(components[kind], ref)[name], ref);
}

function object(value: unknown, what: string): JsonObject {
  if (!isJsonObject(value))
    throw new Error(`openapi/github.json: ${what} is not an object. Run .github/scripts/prune-openapi.ts.`);
  return value;
}
