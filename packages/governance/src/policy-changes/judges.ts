import { type Difference, type Judge, shownValue } from './difference.ts';
import type { PolicyDelta } from './policy-delta.ts';

type Kind = PolicyDelta['kind'];

/** Names the thing that a difference is about: `mortgage-approval: the limit of accuracy`. */
export type Subject = (path: readonly string[]) => string;

/** What a change in one direction means: `larger differences pass`. */
export interface Direction {
  readonly kind: Kind;
  readonly means: string;
}

/** For what is there on one side only; a difference inside is left to the rules of its parts. */
export function presence(subject: Subject, on: { readonly added: Direction; readonly removed: Direction }): Judge {
  return ({ path, before, after }) => {
    if (before === undefined) return said(on.added, `${subject(path)} is added`);
    return after === undefined ? said(on.removed, `${subject(path)} is removed`) : null;
  };
}

/** For numbers: more of one direction loosens, the other tightens. Where one may be absent, absence loosens. */
export function number(subject: Subject, loosens: 'rising' | 'falling', means: string): Judge {
  return ({ path, before, after }) => {
    const name = subject(path);
    if (before === undefined) return said({ kind: 'tightened', means: '' }, `${name} is set to ${shownValue(after)}`);
    if (after === undefined)
      return said({ kind: 'loosened', means }, `${name} is removed; it was ${shownValue(before)}`);
    if (typeof before !== 'number' || typeof after !== 'number') return null;
    const rises = after > before;
    const loosened = rises === (loosens === 'rising');
    const direction: Direction = loosened ? { kind: 'loosened', means } : { kind: 'tightened', means: '' };
    return said(direction, `${name} ${rises ? 'rises' : 'falls'} from ${before} to ${after}`);
  };
}

/** For one of a few words, given from the laxest to the strictest. */
export function scale(subject: Subject, words: readonly unknown[], means: string): Judge {
  return ({ path, before, after }) => {
    const [from, to] = [words.indexOf(before), words.indexOf(after)];
    if (from < 0 || to < 0) return null;
    const direction: Direction = to < from ? { kind: 'loosened', means } : { kind: 'tightened', means: '' };
    return said(direction, `${subject(path)} changes from ${shownValue(before)} to ${shownValue(after)}`);
  };
}

/** For lists of names: what comes in or goes out loosens. Both at once loosen; another order alone is a change. */
export function list(subject: Subject, loosens: 'growing' | 'shrinking', means: string): Judge {
  return ({ path, before, after }) => {
    if (!isNames(before) || !isNames(after)) return null;
    const added = after.filter((name) => !before.includes(name));
    const removed = before.filter((name) => !after.includes(name));
    const laxer = loosens === 'growing' ? added : removed;
    const kind = laxer.length > 0 ? 'loosened' : added.length + removed.length > 0 ? 'tightened' : 'changed';
    return said({ kind, means: kind === 'loosened' ? means : '' }, `${subject(path)} ${inWords({ added, removed })}`);
  };
}

/**
 * For globs of governed files: fewer files may be governed when a glob is dropped, an exclusion is added, or the order
 * changes while something is excluded, because the last glob that matches decides.
 */
export function globs(subject: Subject, means: string): Judge {
  return ({ path, before, after }) => {
    if (!isNames(before) || !isNames(after)) return null;
    const added = after.filter((glob) => !before.includes(glob));
    const removed = before.filter((glob) => !after.includes(glob));
    const narrower = removed.some((glob) => !isExclusion(glob)) || added.some(isExclusion);
    const reordered = reorderedAmong(before, after) && [...before, ...after].some(isExclusion);
    const kind = narrower || reordered ? 'loosened' : added.length + removed.length > 0 ? 'tightened' : 'changed';
    return said({ kind, means: kind === 'loosened' ? means : '' }, `${subject(path)} ${inWords({ added, removed })}`);
  };
}

/** For what always goes one way, whatever the values are. */
export function always(subject: Subject, direction: Direction): Judge {
  return ({ path, before, after }: Difference) =>
    said(direction, `${subject(path)} changes from ${shownValue(before)} to ${shownValue(after)}`);
}

function said({ kind, means }: Direction, sentence: string): { readonly kind: Kind; readonly sentence: string } {
  return { kind, sentence: means === '' ? `${sentence}.` : `${sentence}: ${means}.` };
}

function inWords({
  added,
  removed,
}: {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}): string {
  const parts = [
    ...(removed.length > 0 ? [`loses ${removed.map(shownValue).join(', ')}`] : []),
    ...(added.length > 0 ? [`gains ${added.map(shownValue).join(', ')}`] : []),
  ];
  return parts.length === 0 ? 'has another order' : parts.join(' and ');
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isExclusion(glob: string): boolean {
  return glob.startsWith('!');
}

/** True when what both lists hold does not stand in the same order, or not equally often. */
function reorderedAmong(before: readonly string[], after: readonly string[]): boolean {
  const kept = before.filter((item) => after.includes(item));
  return kept.join('\0') !== after.filter((item) => before.includes(item)).join('\0');
}
