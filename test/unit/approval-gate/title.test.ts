import { expect, test } from 'vitest';
import { titleOf } from '../../../actions/approval-gate/src/post-verdict.ts';

test.each([
  ['in one line', 'group a\nb of race', 'group a⟨U+000A⟩b of race'],
  ['with no text that turns around', 'group \u202eab', 'group ⟨U+202E⟩ab'],
  ['of at most 120 characters', 'a'.repeat(121), `${'a'.repeat(119)}…`],
  ['whole where it fits', 'a'.repeat(120), 'a'.repeat(120)],
  ['without half a character', `${'a'.repeat(118)}🙂${'b'.repeat(9)}`, `${'a'.repeat(118)}…`],
])('the title of a check is shown %s', (_, title, shown) => {
  expect(titleOf({ title })).toBe(shown);
});
