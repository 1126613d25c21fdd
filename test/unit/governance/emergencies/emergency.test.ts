import { ConfigError, sha256 } from '@gatehouse/core';
import { overdueEmergencies, parseEmergencies } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { EMERGENCY_TEXT, emergency, pathOf } from './example-emergency.ts';

function parse(text: string): ReturnType<typeof parseEmergencies> {
  return parseEmergencies(new Map([[pathOf('outage'), new TextEncoder().encode(text)]]));
}

function faultsOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.reasonCode).toBe('emergency-invalid');
    return error.message;
  }
  return '';
}

function changed(from: string, to: string): string {
  expect(EMERGENCY_TEXT).toContain(from);
  return EMERGENCY_TEXT.replace(from, to);
}

describe('a declaration', () => {
  it('is read with its id from the file name', () => {
    expect(parse(EMERGENCY_TEXT)).toEqual([
      {
        id: 'outage',
        path: 'governance/emergencies/outage.yaml',
        digest: sha256(EMERGENCY_TEXT),
        incident: 'https://incidents.example/4711',
        reason: 'The model denies every application of new customers since this morning.',
        models: ['mortgage-approval'],
        declaredOn: '2026-11-23',
        reviewBy: '2026-11-30',
        reviewedOn: null,
      },
    ]);
  });

  it('may be reviewed', () => {
    expect(parse(`${EMERGENCY_TEXT}reviewed-on: 2026-11-25\n`)[0]?.reviewedOn).toBe('2026-11-25');
  });

  it.each([
    ['on the same day', '2026-11-23', true],
    ['after five working days', '2026-11-30', true],
    ['after six working days', '2026-12-01', false],
    ['before the declaration', '2026-11-22', false],
  ])('is to be reviewed %s: %s', (_, day, allowed) => {
    expect(faultsOf(changed('review-by: 2026-11-30', `review-by: ${day}`))).toEqual(
      allowed ? '' : expect.stringContaining('must be from 2026-11-23 to 2026-11-30: at most 5 working days'),
    );
  });

  it.each([
    ['no incident', 'incident: https://incidents.example/4711\n', '', '"incident" is missing'],
    ['a placeholder', 'https://incidents.example/4711', 'TBD', 'must not be a placeholder'],
    [
      'a short reason',
      'The model denies every application of new customers since this morning.',
      'Urgent.',
      'must be a text of 20 to 2000',
    ],
    ['no model', '[mortgage-approval]', '[]', '"models": got a list'],
    ['a model twice', '[mortgage-approval]', '[a, a]', 'must name each model once'],
    ['no day', 'declared-on: 2026-11-23', 'declared-on: yesterday', 'must be a day of the calendar'],
    [
      'a review before it',
      'review-by: 2026-11-30',
      'review-by: 2026-11-30\nreviewed-on: 2026-11-22',
      'must not be before declared-on',
    ],
    ['an unknown key', 'version: 1', 'version: 1\napproved: true', 'got the unknown key "approved"'],
    [
      'an alias',
      'declared-on: 2026-11-23\nreview-by: 2026-11-30',
      'declared-on: &d 2026-11-23\nreview-by: *d',
      'Aliases are not allowed',
    ],
    ['a duplicate key', 'version: 1', 'version: 1\nversion: 1', 'Map keys must be unique'],
    [
      'a megabyte',
      'version: 1',
      `version: 1 # ${'x'.repeat(1_000_000)}`,
      'characters. It must be the declaration of an emergency',
    ],
  ])('with %s is refused', (_, from, to, expected) => {
    expect(faultsOf(changed(from, to))).toContain(expected);
  });
});

describe('overdueEmergencies', () => {
  it.each([
    ['on the last day', { reviewBy: '2026-11-30' }, '2026-11-30', 0],
    ['the day after', { reviewBy: '2026-11-30' }, '2026-12-01', 1],
    ['when it was reviewed', { reviewBy: '2026-11-30', reviewedOn: '2026-12-05' }, '2026-12-06', 0],
  ])('%s', (_, change, today, count) => {
    expect(overdueEmergencies({ emergencies: [emergency(change)] }, today)).toHaveLength(count);
  });
});
