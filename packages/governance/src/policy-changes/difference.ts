import type { PolicyDelta } from './policy-delta.ts';

/** One place whose values differ; `undefined` where one side has none. */
export interface Difference {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** What a rule says of a difference. */
export type Verdict = Pick<PolicyDelta, 'kind' | 'sentence'>;

/** Judges a difference as a whole; `null` when it has nothing to say and the parts are to be compared. */
export type Judge = (difference: Difference) => Verdict | null;

/** A judge and the places that it judges; `*` stands for any one name. */
export interface PolicyRule {
  readonly pattern: readonly string[];
  readonly judge: Judge;
}

const LONGEST_VALUE = 200;
const PLAIN = /^[\w./@*!:+ -]{1,80}$/;

/** A value in one line. Text that is not plain is written in JSON notation, with all that no reader can see escaped. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'string' && PLAIN.test(value) ? value : (JSON.stringify(value) ?? 'nothing');
  const visible = text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return visible.length > LONGEST_VALUE ? `${visible.slice(0, LONGEST_VALUE)}…` : visible;
}

/** The delta of a difference that was judged. */
export function deltaOf({ path, before, after }: Difference, verdict: Verdict): PolicyDelta {
  return {
    kind: verdict.kind,
    path: path.join('.'),
    before: before === undefined ? null : shownValue(before),
    after: after === undefined ? null : shownValue(after),
    sentence: verdict.sentence,
  };
}

/** What is said where no rule knows better: that it differs, and how. */
export function plainChange({ path, before, after }: Difference): Verdict {
  const place = path.join('.');
  if (before === undefined) return { kind: 'changed', sentence: `${place} is new: ${shownValue(after)}.` };
  if (after === undefined) return { kind: 'changed', sentence: `${place} is removed; it was ${shownValue(before)}.` };
  return { kind: 'changed', sentence: `${place} changes from ${shownValue(before)} to ${shownValue(after)}.` };
}
