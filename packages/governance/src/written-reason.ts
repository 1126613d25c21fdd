import { z } from 'zod';

const PLACEHOLDER =
  /\b(?:todo|tbd|tba|tbc|fixme|xxx+|lorem ipsum|placeholder|fill (?:me )?in|to be (?:done|defined|determined))\b|<[^<>]*>/i;
/** Line breaks are allowed, what no reader can see is not. */
const INVISIBLE = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u;
const LONGEST = 2000;

/** A reason that a person wrote for other people: long enough to say something, and no placeholder. */
export function writtenReason(atLeast: number): z.ZodType<string, string> {
  return z
    .string()
    .refine((text) => text.trim().length >= atLeast && text.length <= LONGEST, {
      message: `must be a text of ${atLeast} to ${LONGEST} characters that explains itself`,
    })
    .refine((text) => !PLACEHOLDER.test(text) && new Set(text.toLowerCase().match(/\p{L}/gu)).size >= 4, {
      message: 'must be an explanation, not a placeholder',
    })
    .refine((text) => !INVISIBLE.test(text), { message: 'must not hold invisible characters' });
}

/** One line that names something: an incident id, a URL. */
export const shortName = z
  .string()
  .regex(/^\S(?:[^\r\n]{0,298}\S)?$/u, { message: 'must be one line of at most 300 characters' })
  .refine((text) => !INVISIBLE.test(text), { message: 'must not hold invisible characters' })
  .refine((text) => !PLACEHOLDER.test(text), { message: 'must not be a placeholder' });
