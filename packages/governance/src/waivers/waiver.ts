import { type Digest, GATE_NAMES, type GateName, parseYamlDocument, sha256 } from '@gatehouse/core';
import { z } from 'zod';
import { parseFolder } from '../governance-folder.ts';
import { addDays, daysBetween, isUtcDay, type UtcDay, utcDaySchema } from '../utc-day.ts';
import { shortName, writtenReason } from '../written-reason.ts';
import { isControl, UNWAIVABLE_CONTROLS } from './controls.ts';

export const WAIVERS_FOLDER = 'governance/waivers';
/** A waiver is an exception for a time; whoever needs it longer asks again. */
export const LONGEST_WAIVER_DAYS = 90;

/** What a waiver excuses: one measure of one gate, or one control of the catalogue. */
export type WaivedThing = { readonly gate: GateName; readonly measure: string } | { readonly control: string };

/** A reviewed, expiring exception for one model, from `governance/waivers/<id>.yaml` of the base branch. */
export interface Waiver {
  /** Name of the file without `.yaml`. */
  readonly id: string;
  readonly path: string;
  /** Of the file's bytes: a changed file is another waiver. */
  readonly digest: Digest;
  readonly model: string;
  readonly waives: WaivedThing;
  readonly reason: string;
  /** Login of the person who answers for it and may therefore not approve what rests on it. */
  readonly owner: string;
  readonly grantedOn: UtcDay;
  /** The last day on which it holds. */
  readonly expiresOn: UtcDay;
  readonly compensatingControl: string;
}

const waives = z
  .strictObject({
    gate: z.enum(GATE_NAMES).optional(),
    measure: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
        message: 'must be the name of a measure in lower case, as findings print it',
      })
      .optional(),
    control: z
      .string()
      .refine(isControl, { message: 'must be the id of a control of the catalogue, such as CHG-04' })
      .refine((id) => !UNWAIVABLE_CONTROLS.includes(id), {
        message: `must be a control that can be waived; ${UNWAIVABLE_CONTROLS.join(', ')} never can`,
      })
      .optional(),
  })
  .refine(
    ({ gate, measure, control }) =>
      control === undefined ? gate !== undefined && measure !== undefined : gate === undefined && measure === undefined,
    { message: 'must name either "gate" and "measure", or "control"' },
  );

const schema = z
  .strictObject({
    version: z.literal(1),
    model: shortName.describe('Name of the model in gatehouse.yml.'),
    waives: waives.describe('One measure of one gate, or one control.'),
    reason: writtenReason(20).describe('Why the exception is justified.'),
    owner: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, { message: 'must be the login of one GitHub account, without "@"' })
      .describe('Login of the person who answers for it.'),
    'granted-on': utcDaySchema.describe('The first day on which it holds.'),
    'expires-on': utcDaySchema.describe('The last day on which it holds.'),
    'compensating-control': writtenReason(10).describe('What limits the harm while it holds.'),
  })
  .superRefine((waiver, context) => {
    if (!isUtcDay(waiver['granted-on']) || !isUtcDay(waiver['expires-on'])) return;
    const days = daysBetween(waiver['granted-on'], waiver['expires-on']);
    if (days >= 0 && days <= LONGEST_WAIVER_DAYS) return;
    context.addIssue({
      code: 'custom',
      path: ['expires-on'],
      message: `must be from ${waiver['granted-on']} to ${addDays(waiver['granted-on'], LONGEST_WAIVER_DAYS)}: at most ${LONGEST_WAIVER_DAYS} days after granted-on`,
    });
  });

/** What the rest of the policy says about the files of the folder. */
export interface WaiverContext {
  /** Names of the models that there are; a waiver of another one is a fault. */
  readonly models: readonly string[];
  /** With it, a waiver that is granted in the future is a fault: for the files of a pull request, before they count. */
  readonly today?: UtcDay;
}

/**
 * The waivers in the files of {@link WAIVERS_FOLDER}, by id.
 *
 * @throws ConfigError `waiver-invalid` with every fault of every file.
 */
export function parseWaivers(files: ReadonlyMap<string, Uint8Array>, context: WaiverContext): readonly Waiver[] {
  return parseFolder(files, {
    folder: WAIVERS_FOLDER,
    reasonCode: 'waiver-invalid',
    parse: ({ path, id, bytes }) => {
      const raw = parseYamlDocument(bytes, { file: path, schema: schemaFor(context), what: 'a waiver' });
      return {
        id,
        path,
        digest: sha256(bytes),
        model: raw.model,
        waives: waivedThing(raw.waives),
        reason: raw.reason,
        owner: raw.owner,
        grantedOn: raw['granted-on'],
        expiresOn: raw['expires-on'],
        compensatingControl: raw['compensating-control'],
      };
    },
  });
}

/** True on the days from granted-on to expires-on, both included. */
export function inForce({ grantedOn, expiresOn }: Pick<Waiver, 'grantedOn' | 'expiresOn'>, today: UtcDay): boolean {
  return grantedOn <= today && today <= expiresOn;
}

function schemaFor({ models, today }: WaiverContext): typeof schema {
  return schema.superRefine((waiver, context) => {
    if (!models.includes(waiver.model)) {
      context.addIssue({ code: 'custom', path: ['model'], message: `must be one of the models ${models.join(', ')}` });
    }
    if (today !== undefined && waiver['granted-on'] > today) {
      context.addIssue({
        code: 'custom',
        path: ['granted-on'],
        message: `must not be in the future; today is ${today}`,
      });
    }
  });
}

function waivedThing({ gate, measure, control }: z.output<typeof waives>): WaivedThing {
  if (control !== undefined) return { control };
  if (gate !== undefined && measure !== undefined) return { gate, measure };
  throw new TypeError('refined before');
}
