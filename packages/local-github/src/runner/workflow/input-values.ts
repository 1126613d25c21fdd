import { evaluate, type Scope } from '../expressions/expression.ts';
import type { Template } from '../expressions/template.ts';
import { workflowFault } from '../expressions/workflow-fault.ts';
import type { InputDefinition } from './workflow.ts';

export interface InputRequest {
  readonly declared: ReadonlyMap<string, InputDefinition>;
  readonly given: Readonly<Record<string, Template>>;
  /** `path:line`, or the name of the caller. */
  readonly where: string;
  readonly givenScope: Scope;
  readonly defaultScope: Scope;
}

/**
 * The `inputs` context: what was given, else the defaults, in the declared types.
 *
 * @throws ConfigError for an unknown or missing input and for a value of another type
 */
export function readInputValues(request: InputRequest): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(request.given)) {
    if (request.declared.has(name)) continue;
    throw fault(request.where, `unexpected input "${name}"`, [...request.declared.keys()].join(', ') || 'no input');
  }
  for (const [name, definition] of request.declared) {
    const given = request.given[name];
    if (given === undefined && definition.required && definition.defaultValue === null) {
      throw fault(request.where, `required input "${name}" is not given`, 'required inputs must be given');
    }
    const template = given ?? definition.defaultValue;
    const value =
      template === null ? null : evaluate(template, given === undefined ? request.defaultScope : request.givenScope);
    values[name] = typed({ name, definition, value, where: request.where });
  }
  return values;
}

interface TypedInput {
  readonly name: string;
  readonly definition: InputDefinition;
  readonly value: unknown;
  readonly where: string;
}

function typed({ name, definition, value, where }: TypedInput): unknown {
  switch (definition.type) {
    case 'boolean':
      if (value === null || value === '') return false;
      if (value === true || value === 'true') return true;
      if (value === false || value === 'false') return false;
      throw fault(where, `input "${name}" is ${JSON.stringify(value)}`, 'true and false');
    case 'number': {
      if (value === null || value === '') return 0;
      const number = Number(value);
      if (!Number.isNaN(number)) return number;
      throw fault(where, `input "${name}" is ${JSON.stringify(value)}`, 'a number');
    }
    case 'choice': {
      const text = value === null ? (definition.options[0] ?? '') : String(value);
      if (definition.options.includes(text)) return text;
      throw fault(where, `input "${name}" is ${JSON.stringify(value)}`, definition.options.join(', '));
    }
    default:
      return value === null ? '' : String(value);
  }
}

function fault(where: string, found: string, allowed: string): Error {
  return workflowFault(where, { found, allowed: `allowed: ${allowed}`, remedy: 'correct the inputs' });
}
