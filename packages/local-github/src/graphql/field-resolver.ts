import { type GraphQLFieldResolver, getNamedType } from 'graphql';
import { isJsonObject } from '../http/body.ts';
import { requireBounds } from './connection.ts';

/** Reads a field of an object, or asks it. A field that an object lacks is a fault of this server, never `null`. */
export const resolveField: GraphQLFieldResolver<unknown, unknown> = (...given) => {
  const [source, args, , info] = given;
  const { fieldName, parentType, returnType } = info;
  const value: unknown = isJsonObject(source) ? source[fieldName] : undefined;
  if (value === undefined) throw new Error(`The local GitHub has no answer for ${parentType.name}.${fieldName}.`);
  if (getNamedType(returnType).name.endsWith('Connection')) requireBounds(fieldName, args);
  return typeof value === 'function' ? value.call(source, args) : value;
};
