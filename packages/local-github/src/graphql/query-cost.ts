import {
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { JsonObject } from '../http/body.ts';
import { GraphProblem } from './graph-problem.ts';

export const MAX_NODES = 500_000;
const MAX_DEPTH = 60;

export interface QueryCost {
  /** Points that GitHub takes for the query. */
  readonly cost: number;
  /** Most nodes that the query can give. */
  readonly nodeCount: number;
}

interface Query {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: JsonObject;
}

/**
 * What GitHub takes for a query before it runs it: one request for each connection under each node that the connections
 * around it may give, a hundred requests to the point.
 */
export function costOf(query: Query): QueryCost {
  const root = query.schema.getRootType(query.operation.operation);
  const sum = { requests: 0, nodes: 0 };
  if (root !== undefined && root !== null) {
    walk(query, sum, { selections: query.operation.selectionSet, type: root, multiplier: 1, depth: 1 });
  }
  if (sum.nodes > MAX_NODES) {
    throw new GraphProblem(
      'MAX_NODE_LIMIT_EXCEEDED',
      `This query requests up to ${sum.nodes} possible nodes which exceeds the maximum limit of ${MAX_NODES}.`,
    );
  }
  return { cost: Math.max(1, Math.round(sum.requests / 100)), nodeCount: sum.nodes };
}

interface Level {
  readonly selections: SelectionSetNode;
  readonly type: GraphQLOutputType;
  /** How many nodes may hold this selection. */
  readonly multiplier: number;
  readonly depth: number;
}

function walk(query: Query, sum: { requests: number; nodes: number }, level: Level): void {
  const { type, multiplier, depth } = level;
  if (depth > MAX_DEPTH) {
    throw new GraphProblem('UNPROCESSABLE', `Query has a depth of more than ${MAX_DEPTH}, which exceeds max depth.`);
  }
  for (const selection of level.selections.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = query.fragments.get(selection.name.value);
      if (fragment === undefined) continue;
      const narrowed = typeNamed(query, fragment.typeCondition.name.value) ?? type;
      walk(query, sum, { ...level, selections: fragment.selectionSet, type: narrowed });
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = typeNamed(query, selection.typeCondition?.name.value) ?? type;
      walk(query, sum, { ...level, selections: selection.selectionSet, type: narrowed });
    } else if (selection.selectionSet !== undefined) {
      const parent = getNamedType(type);
      if (!isObjectType(parent) && !isInterfaceType(parent)) continue;
      const field = parent.getFields()[selection.name.value];
      if (field === undefined) continue;
      const inner = { selections: selection.selectionSet, type: field.type, multiplier, depth: depth + 1 };
      if (!getNamedType(field.type).name.endsWith('Connection')) {
        walk(query, sum, inner);
        continue;
      }
      const asked = boundOf(query, selection.arguments ?? []);
      sum.requests += multiplier;
      sum.nodes += multiplier * asked;
      walk(query, sum, { ...inner, multiplier: multiplier * Math.max(1, asked) });
    }
  }
}

function typeNamed({ schema }: Query, name: string | undefined): GraphQLOutputType | null {
  const type = name === undefined ? undefined : schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? type : null;
}

type Arguments = NonNullable<Extract<SelectionSetNode['selections'][number], { kind: Kind.FIELD }>['arguments']>;

function boundOf({ variables }: Query, args: Arguments): number {
  const bound = args.find(({ name }) => name.value === 'first' || name.value === 'last');
  if (bound?.value.kind === Kind.INT) return Number(bound.value.value);
  const value = bound?.value.kind === Kind.VARIABLE ? variables[bound.value.name.value] : null;
  return typeof value === 'number' ? value : 0;
}
