import { parseConfig } from '@gatehouse/core';
import { type Emergency, type EmergencyChange, emergencyOf } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_POLICY } from '../example-policy.ts';
import { EMERGENCY_TEXT, emergency, pathOf } from './example-emergency.ts';

const TODAY = '2026-11-23';
const ALLOWED = parseConfig(EXAMPLE_POLICY.replace('    stages:', '      emergency: { roles: [risk] }\n    stages:'));
const FORBIDDEN = parseConfig(EXAMPLE_POLICY);
const MODEL_FILE = 'train.mjs';

interface Scene {
  /** Texts at the head by id. */
  readonly head?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly base?: readonly Emergency[];
  readonly config?: typeof ALLOWED;
  readonly today?: string;
  /** Default: today. */
  readonly announced?: string;
}

/** The pull request changes the model and the files of the head, unless the scene says otherwise. */
function judge({ head = {}, base = [], config = ALLOWED, today = TODAY, ...rest }: Scene): EmergencyChange {
  const headFiles = new Map(Object.entries(head).map(([id, text]) => [pathOf(id), new TextEncoder().encode(text)]));
  const files = rest.files ?? [MODEL_FILE, ...headFiles.keys()];
  const days = { today, announced: rest.announced ?? today };
  return emergencyOf({ files, headFiles }, { config, emergencies: base }, days);
}

const reviewed = `${EMERGENCY_TEXT}reviewed-on: 2026-11-23\n`;
const base = [emergency()];

describe('an emergency change', () => {
  it.each([
    ['today', '2026-11-23'],
    ['yesterday', '2026-11-24'],
  ])('adds one declaration, dated %s', (_, today) => {
    expect(judge({ head: { outage: EMERGENCY_TEXT }, today })).toEqual({
      declared: emergency(),
      touched: [],
      closed: [],
      problems: [],
    });
  });

  it('stays one until the day of its review, whenever people approve it', () => {
    const { declared } = judge({ head: { outage: EMERGENCY_TEXT }, announced: TODAY, today: emergency().reviewBy });

    expect(declared).not.toBeNull();
  });

  it('is told from what was on the base before', () => {
    const old = emergency({ id: 'old', path: pathOf('old'), reviewedOn: '2026-11-23' });

    // The head's branch is older than "old" and does not have it.
    expect(judge({ head: { outage: EMERGENCY_TEXT }, base: [old] })).toMatchObject({
      declared: { id: 'outage' },
      touched: [],
    });
  });

  it('is none without a declaration', () => {
    expect(judge({})).toEqual({ declared: null, touched: [], closed: [], problems: [] });
    expect(judge({ head: { outage: EMERGENCY_TEXT }, base, files: [MODEL_FILE] })).toMatchObject({
      declared: null,
      problems: [],
    });
  });

  it.each<[string, Scene, string]>([
    [
      'two days old',
      { today: '2026-11-25' },
      'the day on which this head was announced, or the day before, in UTC: 2026-11-25 or 2026-11-24',
    ],
    [
      'whose review is overdue before the merge',
      { today: '2026-12-01', announced: TODAY },
      'review-by 2026-11-30 a day from today on, 2026-12-01',
    ],
    ['dated tomorrow', { today: '2026-11-22' }, 'declared-on 2026-11-23'],
    ['where the policy allows none', { config: FORBIDDEN }, 'the policy of the base branch allows emergencies'],
    [
      'of another model',
      { head: { outage: EMERGENCY_TEXT.replace('[mortgage-approval]', '[fraud]') } },
      '"models" without mortgage-approval',
    ],
    ['without a change of a model', { files: [pathOf('outage')] }, 'no file of a model is changed'],
    ['reviewed in advance', { head: { outage: reviewed } }, 'the full review comes after the merge'],
    [
      'beside a second one',
      { head: { outage: EMERGENCY_TEXT, other: EMERGENCY_TEXT } },
      'changes 2 files of governance/emergencies',
    ],
    [
      'beside the review of another',
      { head: { outage: EMERGENCY_TEXT, old: reviewed }, base: [emergency({ id: 'old', path: pathOf('old') })] },
      'changes 2 files',
    ],
    ['with faults', { head: { outage: EMERGENCY_TEXT.replace('version: 1', 'version: 2') } }, 'got "2"'],
    ['of a wrong name', { files: [MODEL_FILE, 'governance/emergencies/X.yml'] }, ''],
  ])('is refused %s', (_, scene, expected) => {
    const result = judge({ head: { outage: EMERGENCY_TEXT }, ...scene });

    if (expected === '') expect(result).toMatchObject({ declared: null, problems: [] });
    else {
      expect(result.declared).toBeNull();
      expect(result.problems.map((fault) => Object.values(fault).join(' ')).join('\n')).toContain(expected);
    }
  });

  it('cannot be hidden under a name that nobody reads', () => {
    const path = 'governance/emergencies/Outage.yml';
    const headFiles = new Map([[path, new TextEncoder().encode(EMERGENCY_TEXT)]]);
    const result = emergencyOf(
      { files: [path], headFiles },
      { config: ALLOWED, emergencies: [] },
      { today: TODAY, announced: TODAY },
    );

    expect(result.problems).toMatchObject([{ where: path, allowed: expect.stringContaining('are called <id>.yaml') }]);
  });
});

describe('a declaration of the base', () => {
  it('is closed by adding reviewed-on and nothing else', () => {
    expect(judge({ head: { outage: reviewed }, base })).toEqual({
      declared: null,
      touched: base,
      closed: base,
      problems: [],
    });
  });

  it('may be deleted when it is reviewed', () => {
    const closedBase = [emergency({ reviewedOn: '2026-11-23' })];

    expect(judge({ files: [pathOf('outage')], base: closedBase })).toEqual({
      declared: null,
      touched: closedBase,
      closed: [],
      problems: [],
    });
  });

  it('that is renamed is deleted and declared anew', () => {
    const result = judge({
      head: { renamed: EMERGENCY_TEXT },
      files: [MODEL_FILE, pathOf('outage'), pathOf('renamed')],
      base,
    });

    expect(result).toMatchObject({ declared: null, touched: base, closed: [] });
    expect(result.problems.map(({ found }) => found)).toContain('the pull request deletes it before its review');
  });

  it.each<[string, Scene, string]>([
    ['deleted before its review', { files: [pathOf('outage')] }, 'deletes it before its review'],
    [
      'postponed',
      { head: { outage: EMERGENCY_TEXT.replace('review-by: 2026-11-30', 'review-by: 2026-11-27') } },
      'another change',
    ],
    ['of another incident and reviewed', { head: { outage: reviewed.replace('4711', '4712') } }, 'another change'],
    [
      'of other models and reviewed',
      { head: { outage: reviewed.replace('[mortgage-approval]', '[fraud]') } },
      'another change',
    ],
    ['reviewed tomorrow', { head: { outage: reviewed }, today: '2026-11-22' }, 'reviewed-on 2026-11-23'],
    ['edited without a review', { head: { outage: `# hurry\n${EMERGENCY_TEXT}` } }, 'another change'],
    [
      'opened again',
      { head: { outage: EMERGENCY_TEXT }, base: [emergency({ reviewedOn: '2026-11-23' }, reviewed)] },
      'another change',
    ],
  ])('is not %s', (_, scene, expected) => {
    const result = judge({ base, ...scene });

    expect(result).toMatchObject({ declared: null, closed: [] });
    expect(result.touched).toHaveLength(1);
    expect(result.problems.map(({ found }) => found).join('\n')).toContain(expected);
  });
});
