import { HttpProblem, unprocessable } from './http-problem.ts';

/** Readers of a request's JSON body: a field of the wrong kind is answered with 422, a missing optional one is `null`. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function stringField(body: JsonObject, field: string): string {
  const value = optionalString(body, field);
  if (value === null) {
    throw new HttpProblem(422, `Invalid request.\n\n"${field}" wasn't supplied.`);
  }
  return value;
}

export function optionalString(body: JsonObject, field: string): string | null {
  return optional(body, field, (value): value is string => typeof value === 'string');
}

export function optionalBoolean(body: JsonObject, field: string): boolean | null {
  return optional(body, field, (value): value is boolean => typeof value === 'boolean');
}

export function optionalInteger(body: JsonObject, field: string): number | null {
  return optional(body, field, (value): value is number => Number.isSafeInteger(value));
}

export function optionalObject(body: JsonObject, field: string): JsonObject | null {
  return optional(body, field, isJsonObject);
}

export function optionalArray(body: JsonObject, field: string): readonly unknown[] | null {
  return optional(body, field, (value): value is readonly unknown[] => Array.isArray(value));
}

/** An array of objects; an entry of another kind is refused. */
export function optionalObjects(body: JsonObject, field: string): readonly JsonObject[] | null {
  const entries = optionalArray(body, field);
  if (entries === null) return null;
  return entries.map((entry) => {
    if (!isJsonObject(entry)) throw unprocessable('Request', `${field} must be an array of objects`, field);
    return entry;
  });
}

export function optionalStrings(body: JsonObject, field: string): readonly string[] | null {
  const entries = optionalArray(body, field);
  if (entries === null) return null;
  return entries.map((entry) => {
    if (typeof entry !== 'string') throw unprocessable('Request', `${field} must be an array of strings`, field);
    return entry;
  });
}

/** One of a closed list. */
export function optionalChoice<const T extends string>(
  body: JsonObject,
  field: string,
  choices: readonly T[],
): T | null {
  const value = optionalString(body, field);
  if (value === null) return null;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw unprocessable('Request', `${field} must be one of ${choices.join(', ')}`, field);
  return found;
}

function optional<T>(body: JsonObject, field: string, is: (value: unknown) => value is T): T | null {
  const value = body[field];
  if (value === undefined || value === null) return null;
  if (!is(value))
    throw new HttpProblem(
      422,
      `Invalid request.\n\nFor 'properties/${field}', ${JSON.stringify(value)} is not of the expected type.`,
    );
  return value;
}
