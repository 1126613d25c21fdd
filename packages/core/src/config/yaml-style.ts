import { type Document, isAlias, isScalar, type Node, visit } from 'yaml';
import type { Fault } from '../errors.ts';

const LONGEST_QUOTE = 80;
const DECIMAL = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;

/** What YAML allows and a policy file must not use: a reviewer has to see every value where it is used. */
export function styleFaults(document: Document, at: (offset: number) => string): readonly Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Node: (_, node) => {
      for (const fault of nodeFaults(node)) faults.push({ where: at(node.range?.[0] ?? 0), ...fault });
    },
  });
  return faults;
}

/** True when the document repeats a part of itself by reference; such a document can be unfolded to any size. */
export function holdsAlias(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** A text as messages quote it: in JSON notation, cut when it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}

function nodeFaults(node: Node): readonly Omit<Fault, 'where'>[] {
  const faults: Omit<Fault, 'where'>[] = [];
  if (isAlias(node)) {
    const found = `got the alias ${quoted(`*${node.source}`)}`;
    faults.push({ found, allowed: 'Aliases are not allowed', remedy: 'Write the value here.' });
  } else if ('anchor' in node && node.anchor !== undefined) {
    const found = `got the anchor ${quoted(`&${node.anchor}`)}`;
    faults.push({ found, allowed: 'Anchors are not allowed', remedy: 'Remove it.' });
  }
  if (node.tag !== undefined) {
    faults.push({ found: `got the tag ${quoted(node.tag)}`, allowed: 'Tags are not allowed', remedy: 'Remove it.' });
  }
  if (!isScalar(node)) return faults;
  if (typeof node.value === 'number' && !DECIMAL.test(node.source ?? '')) {
    faults.push({
      found: `got ${quoted(node.source ?? '')}`,
      allowed: 'A number must be a plain decimal such as 0.05',
      remedy: 'Write it with digits and a dot, or put quotes around a text.',
    });
  }
  if (node.value === '__proto__') {
    faults.push({ found: 'got "__proto__"', allowed: 'This word is reserved', remedy: 'Use another name.' });
  }
  return faults;
}
