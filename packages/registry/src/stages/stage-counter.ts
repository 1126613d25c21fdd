import { ActionError } from '@gatehouse/core';
import { formatStageTag, parseGtoTag } from './gto-tag.ts';

/** The largest counter that every reader of ours takes for a number without losing digits. */
const LARGEST = 999_999_999_999_999;

/**
 * The counter of a model's next stage tag: as in GTO one more than the highest counter over all tags of the model, so
 * that the counters of all its stages are one order. Tags that nobody recorded count too: their names are taken.
 *
 * @param names of tags, of this model or others; `recorded` counters of the ledger, whose tags may be gone
 * @throws ActionError `refused`, reason `stage-broken`, when somebody used the numbers up
 * @example nextCounter(['m#staging#3', 'm@v1.0.0#7'], [], 'm') === 8
 */
export function nextCounter(names: readonly string[], recorded: readonly number[], model: string): number {
  let highest = Math.max(0, ...recorded);
  let last = '';
  for (const name of names) {
    const tag = parseGtoTag(name);
    if (tag?.model !== model || tag.counter === null || tag.counter <= highest) continue;
    highest = tag.counter;
    last = name;
  }
  if (highest < LARGEST) return highest + 1;
  throw new ActionError(
    'refused',
    {
      where: `Tags of "${model}"`,
      found: `"${last === '' ? formatStageTag({ model, stage: '?', counter: highest }) : last}"`,
      allowed: `Counters up to ${LARGEST}: no tag of Gatehouse comes near`,
      remedy: 'Find out who made this tag, delete it, and let only the App make tags "*#*"',
    },
    { reasonCode: 'stage-broken' },
  );
}
