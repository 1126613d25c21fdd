import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  failedIndex,
  type GroupVerdict,
  mergeableCount,
} from '../../../packages/local-github/src/merge-queue/group-verdict.ts';
import { mergeQueueRule } from '../../../packages/local-github/src/rules/merge-queue-rule.ts';
import { QUEUE_PARAMETERS } from './queue-world.ts';

type Grouping = 'ALLGREEN' | 'HEADGREEN';

const LETTERS: Readonly<Record<string, GroupVerdict>> = { p: 'passing', f: 'failing', t: 'timed-out', w: 'pending' };
const read = (letters: string): readonly GroupVerdict[] => [...letters].map((letter) => LETTERS[letter] ?? 'unbuilt');
const ruleOf = (grouping: Grouping, most = 3) =>
  mergeQueueRule({ ...QUEUE_PARAMETERS, grouping_strategy: grouping, max_entries_to_merge: most });

describe('of a queue', () => {
  test.each([
    ['ALLGREEN', 'ppw', 2, -1],
    ['ALLGREEN', 'wpp', 0, -1],
    ['ALLGREEN', 'pppp', 3, -1],
    ['ALLGREEN', 'pfp', 1, 1],
    ['ALLGREEN', 'wt', 0, 1],
    ['HEADGREEN', 'wwp', 3, -1],
    ['HEADGREEN', 'fp', 2, -1],
    ['HEADGREEN', 'fw', 0, -1],
    ['HEADGREEN', 'ft', 0, 0],
    ['HEADGREEN', 'fffp', 0, 0],
    ['ALLGREEN', '', 0, -1],
  ] as const)('%s with %s the first %i may be merged, and %i leaves', (grouping, letters, count, failed) => {
    const rule = ruleOf(grouping);

    expect(mergeableCount(read(letters), rule)).toBe(count);
    expect(failedIndex(read(letters), rule)).toBe(failed);
  });

  const verdicts = fc.array(fc.constantFrom<GroupVerdict>('unbuilt', 'pending', 'passing', 'failing', 'timed-out'));
  const grouping = fc.constantFrom<Grouping>('ALLGREEN', 'HEADGREEN');

  test('never more than the rule allows, and the last one merged is always green', () => {
    fc.assert(
      fc.property(verdicts, grouping, fc.integer({ min: 1, max: 5 }), (all, strategy, most) => {
        const count = mergeableCount(all, ruleOf(strategy, most));

        expect(count).toBeLessThanOrEqual(most);
        if (count > 0) expect(all[count - 1]).toBe('passing');
      }),
    );
  });

  test('ALLGREEN merges nothing that is not green', () => {
    fc.assert(
      fc.property(verdicts, (all) => {
        const merged = all.slice(0, mergeableCount(all, ruleOf('ALLGREEN')));

        expect(merged.every((verdict) => verdict === 'passing')).toBe(true);
      }),
    );
  });

  test('only what is red leaves', () => {
    fc.assert(
      fc.property(verdicts, grouping, (all, strategy) => {
        const index = failedIndex(all, ruleOf(strategy));

        if (index >= 0) expect(['failing', 'timed-out']).toContain(all[index]);
      }),
    );
  });
});
