import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type YAMLError,
} from 'yaml';
import type { Fault } from '../errors.ts';
import { holdsAlias, quoted, styleFaults } from './yaml-style.ts';

/** A place in the data: keys and list positions from the top. */
export type DataPath = readonly (string | number)[];

/** A YAML file read into plain data, with the way back from data to lines. */
export interface YamlSource {
  /** Plain data, or `undefined` when the file cannot be read as one YAML document. */
  readonly data: unknown;
  readonly faults: readonly Fault[];
  /** `file:line:column` of the value at `path`, or of the nearest thing around it when there is none. */
  where(path: DataPath): string;
  /** `file:line:column` of the key at `path`. */
  whereKey(path: DataPath): string;
  /** The value at `path` as it stands in the file, quoted and cut; `a mapping` and `a list` for what has many lines. */
  shown(path: DataPath): string;
}

const MAX_CHARACTERS = 1_000_000;
const CONFIG = 'one YAML document with "version", "trust" and "models"';
const MAX_SYNTAX_FAULTS = 5;

/**
 * Reads YAML 1.2 strictly. Refused: several documents, duplicate keys, tabs as indentation, anchors, aliases and tags
 * (a reviewer must see the value where it is used), and numbers that are not plain decimals (`010`, `0x1f`, `1e-2`).
 *
 * @param expected what the file must be, as it follows "It must be"; said of a file that cannot be read at all.
 */
export function readYaml(text: string, file: string, expected = CONFIG): YamlSource {
  const lines = new LineCounter();
  const unreadable = (found: string): YamlSource => unreadableSource(file, found, expected);
  if (text.length > MAX_CHARACTERS) return unreadable(`${text.length} characters`);
  let documents: Document[];
  try {
    const options = {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      version: '1.2',
      schema: 'core',
    } as const;
    const parsed = parseAllDocuments(text, options);
    documents = 'empty' in parsed ? [] : parsed;
    const [document] = documents;
    if (document === undefined || document.contents === null) return unreadable('an empty file');
    const at = (offset: number): string => position(file, lines, offset);
    const faults = [...syntaxFaults(documents, text, at), ...styleFaults(document, at)];
    const data: unknown = document.errors.length > 0 || holdsAlias(document) ? undefined : document.toJS();
    return { data, faults, ...locator(document, text, at) };
  } catch (error) {
    // The parser recurses, so deep nesting ends in a RangeError.
    return unreadable(`text that cannot be parsed (${error instanceof Error ? error.message : 'unknown'})`);
  }
}

function unreadableSource(file: string, found: string, expected: string): YamlSource {
  const where = `${file}:1:1`;
  const fault: Fault = {
    where,
    found: `got ${found}`,
    allowed: `It must be ${expected}`,
    remedy: 'See the configuration guide for a complete example.',
  };
  return { data: undefined, faults: [fault], where: () => where, whereKey: () => where, shown: () => found };
}

function position(file: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
}

const SYNTAX_REMEDIES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  MULTIPLE_DOCS: 'Remove the "---" line between the documents.',
  TAB_AS_INDENT: 'Indent with spaces.',
  NON_STRING_KEY: 'Write the key as plain text.',
};

function syntaxFaults(documents: readonly Document[], text: string, at: (offset: number) => string): Fault[] {
  // One unclosed bracket breaks every line after it, and one slip makes several errors on its line: the first of each
  // of the first few lines says enough.
  const firstOfLine = new Map<string, YAMLError>();
  for (const error of documents.flatMap((document) => [...document.errors, ...document.warnings])) {
    const line = at(error.pos[0]).replace(/:[0-9]+$/, '');
    if (firstOfLine.size < MAX_SYNTAX_FAULTS && !firstOfLine.has(line)) firstOfLine.set(line, error);
  }
  const errors = [...firstOfLine.values()];
  const faults = errors.map((error) => ({
    where: at(error.pos[0]),
    found: `got ${quoted(lineAt(text, error.pos[0]))}`,
    allowed: `YAML 1.2 is expected here: ${error.message}`,
    remedy: SYNTAX_REMEDIES[error.code] ?? 'Correct the line; an editor with YAML support shows the place.',
  }));
  const second = documents[1];
  if (second !== undefined) {
    faults.push({
      where: at(second.contents?.range?.[0] ?? 0),
      found: `got ${documents.length} documents`,
      allowed: 'The file must hold one YAML document',
      remedy: SYNTAX_REMEDIES['MULTIPLE_DOCS'] ?? '',
    });
  }
  return faults;
}

function locator(
  document: Document,
  text: string,
  at: (offset: number) => string,
): Pick<YamlSource, 'where' | 'whereKey' | 'shown'> {
  const start = (node: Node | null): number => node?.range?.[0] ?? 0;
  return {
    where: (path) => at(start(nearest(document, path))),
    whereKey: (path) => {
      const parent = document.getIn(path.slice(0, -1), true);
      const pair = isMap(parent)
        ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
        : undefined;
      return at(start(pair !== undefined && isNode(pair.key) ? pair.key : nearest(document, path)));
    },
    shown: (path) => {
      const node = path.length === 0 ? document.contents : document.getIn(path, true);
      if (isMap(node)) return 'a mapping';
      if (isSeq(node)) return 'a list';
      if (!isScalar(node) || node.range == null) return 'nothing';
      const source = text.slice(node.range[0], node.range[1]);
      return typeof node.value === 'string' ? quoted(node.value) : quoted(source);
    },
  };
}

/** The node at `path`, or the deepest one on the way to it. */
function nearest(document: Document, path: DataPath): Node | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents;
}

function lineAt(text: string, offset: number): string {
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', begin);
  return text.slice(begin, end < 0 ? text.length : end).trim();
}
