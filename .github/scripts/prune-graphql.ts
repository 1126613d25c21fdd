/**
 * Writes `packages/local-github/graphql/github.graphql`: GitHub's GraphQL schema cut down to the types, fields and
 * arguments of `kept.json`, with the enumerations, scalars and inputs that they reach, without prose and directives.
 *
 *     node .github/scripts/prune-graphql.ts
 *
 * The whole schema comes with the npm package `@octokit/graphql-schema`, as GitHub publishes it. What is not kept is
 * refused like an unknown field, so that nothing is answered that the local GitHub does not know.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeDefinitionNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
  visit,
} from 'graphql';
import { z } from 'zod';

const FOLDER = resolve(import.meta.dirname, '../../packages/local-github/graphql');
const SOURCE = resolve(import.meta.dirname, '../../node_modules/@octokit/graphql-schema');

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
/** Of each kept type the kept fields, and of each of these the kept arguments; of a union the kept members. */
type Kept = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function main(): void {
  const kept = readKept();
  const full = readTypes();
  const unions = [...kept].flatMap(([name, members]) => {
    const type = full.get(name);
    return type?.kind === Kind.UNION_TYPE_DEFINITION ? [pruneUnion(type, [...members.keys()], kept)] : [];
  });
  const isUnion = (name: string): boolean => unions.some((union) => union.name.value === name);
  const composites = [...kept]
    .filter(([name]) => !isUnion(name))
    .map(([name, fields]) => pruneType(compositeOf(full, name), fields, kept));
  const leaves = leavesOf(full, composites, kept);
  const definitions = [...composites, ...unions, ...leaves].sort((left, right) =>
    left.name.value < right.name.value ? -1 : 1,
  );
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8')));
  const text = `${header(version)}\n${definitions.map(print).join('\n\n')}\n`;
  writeFileSync(join(FOLDER, 'github.graphql'), text);
  console.log(`${definitions.length} types, ${Buffer.byteLength(text)} bytes`);
}

function header(version: string): string {
  return [
    '# A part of the GitHub GraphQL API. Made by .github/scripts/prune-graphql.ts from kept.json; prose is left out.',
    `# Origin: @octokit/graphql-schema@${version}, schema.graphql. MIT, Copyright (c) GitHub 2025.`,
    '',
  ].join('\n');
}

function readKept(): Kept {
  const listed = z
    .record(z.string(), z.array(z.string()))
    .parse(JSON.parse(readFileSync(join(FOLDER, 'kept.json'), 'utf8')));
  return new Map(Object.entries(listed).map(([name, fields]) => [name, new Map(fields.map(parseField))]));
}

/** `file(path)`: the field and its arguments. */
function parseField(text: string): [string, readonly string[]] {
  const [, name = '', args = ''] = /^(\w+)(?:\(([\w, ]+)\))?$/.exec(text) ?? [];
  if (name === '') throw new Error(`kept.json: "${text}" is not written as name or name(argument, argument).`);
  return [name, args === '' ? [] : args.split(', ')];
}

/** All types by name, without descriptions and directives. A field that GitHub lists twice counts once. */
function readTypes(): ReadonlyMap<string, TypeDefinitionNode> {
  const document = parse(readFileSync(join(SOURCE, 'schema.graphql'), 'utf8'), { noLocation: true });
  const bare = visit(document, {
    Directive: () => null,
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return new Map(bare.definitions.filter(isType).map((definition) => [definition.name.value, definition]));
}

function isType(node: DefinitionNode): node is TypeDefinitionNode {
  return node.kind !== Kind.DIRECTIVE_DEFINITION && node.kind.endsWith('TypeDefinition');
}

function compositeOf(full: ReadonlyMap<string, TypeDefinitionNode>, name: string): Composite {
  const found = full.get(name);
  if (found?.kind === Kind.OBJECT_TYPE_DEFINITION || found?.kind === Kind.INTERFACE_TYPE_DEFINITION) return found;
  throw new Error(`kept.json: GitHub has no type "${name}" with fields.`);
}

function pruneType(type: Composite, wanted: ReadonlyMap<string, readonly string[]>, kept: Kept): Composite {
  const fields = [...wanted].map(([name, args]) => {
    const field = (type.fields ?? []).find((candidate) => candidate.name.value === name);
    if (field === undefined) throw new Error(`kept.json: ${type.name.value} has no field "${name}".`);
    return pruneField(type, field, args);
  });
  // A type that lacks a field of an interface must not claim it.
  const interfaces = (type.interfaces ?? []).filter(({ name }) => {
    const required = kept.get(name.value);
    return required !== undefined && [...required.keys()].every((field) => wanted.has(field));
  });
  return { ...type, fields, interfaces };
}

function pruneUnion(type: UnionTypeDefinitionNode, wanted: readonly string[], kept: Kept): UnionTypeDefinitionNode {
  const types = (type.types ?? []).filter(({ name }) => wanted.includes(name.value) && kept.has(name.value));
  if (types.length === wanted.length) return { ...type, types };
  throw new Error(`kept.json: ${type.name.value} names a type that is no member of it or is not in the list.`);
}

function pruneField(type: Composite, field: FieldDefinitionNode, wanted: readonly string[]): FieldDefinitionNode {
  const given = field.arguments ?? [];
  const name = `${type.name.value}.${field.name.value}`;
  const unknown = wanted.filter((argument) => !given.some((candidate) => candidate.name.value === argument));
  if (unknown.length > 0) throw new Error(`kept.json: ${name} takes no ${unknown.join(', ')}.`);
  const args = given.filter((argument) => wanted.includes(argument.name.value));
  const required = given.filter((argument) => argument.type.kind === Kind.NON_NULL_TYPE && !args.includes(argument));
  if (required.some(({ defaultValue }) => defaultValue === undefined)) {
    throw new Error(`kept.json: ${name} lacks a required argument.`);
  }
  return { ...field, arguments: args };
}

/** Enumerations, scalars and inputs that the kept fields reach; a type with fields must be in the list itself. */
function leavesOf(
  full: ReadonlyMap<string, TypeDefinitionNode>,
  composites: readonly Composite[],
  kept: Kept,
): readonly TypeDefinitionNode[] {
  const found = new Map<string, TypeDefinitionNode>();
  const fields = composites.flatMap((type) => type.fields ?? []);
  const open = fields.flatMap((field) => [nameOf(field.type), ...inputNames(field.arguments)]);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const type = full.get(name);
    if (type === undefined || kept.has(name) || found.has(name)) continue;
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) open.push(...inputNames(type.fields));
    else if (type.kind !== Kind.ENUM_TYPE_DEFINITION && type.kind !== Kind.SCALAR_TYPE_DEFINITION) {
      throw new Error(`kept.json: a kept field gives "${name}", which is not in the list.`);
    }
    found.set(name, type);
  }
  return [...found.values()];
}

function inputNames(inputs: readonly InputValueDefinitionNode[] | undefined): readonly string[] {
  return (inputs ?? []).map((input) => nameOf(input.type));
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

main();
