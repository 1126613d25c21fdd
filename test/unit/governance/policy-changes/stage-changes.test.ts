import { comparePolicies, type PolicyDelta } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { M, policy, RICH } from './policies.ts';

const OPPOSITE = { loosened: 'tightened', tightened: 'loosened', changed: 'changed' } as const;
const STAGES = 'stages: [staging, production]';
/** Name, before, after, kind, place behind the model, part of the sentence. */
type StageCase = readonly [string, string, string, PolicyDelta['kind'], string, string];

const rule = (text: string): string => `stage-rules: { production: { ${text} } }`;

const rows: readonly StageCase[] = [
  [
    'rules are dropped',
    rule('after: staging'),
    'stage-rules: {}',
    'loosened',
    'stage-rules.production',
    'without them',
  ],
  [
    'the stage before is dropped',
    rule('after: staging, promoters: [risk]'),
    rule('promoters: [risk]'),
    'loosened',
    'stage-rules.production.after',
    'versions come into it at once',
  ],
  [
    'less time is enough',
    rule('after: staging, for-hours: 24'),
    rule('after: staging, for-hours: 2'),
    'loosened',
    'stage-rules.production.for-hours',
    'falls from 24 to 2',
  ],
  [
    'one more role promotes',
    rule('promoters: [risk]'),
    rule('promoters: [risk, validation]'),
    'loosened',
    'stage-rules.production.promoters',
    'gains validation: somebody may promote who could not',
  ],
  [
    'anybody promotes',
    rule('after: staging, promoters: [risk]'),
    rule('after: staging'),
    'loosened',
    'stage-rules.production.promoters',
    'whoever may start the job promotes',
  ],
  [
    'a rollback to anything',
    rule('rollback-to: assigned'),
    rule('rollback-to: any'),
    'loosened',
    'stage-rules.production.rollback-to',
    'versions that were never in the stage may come back',
  ],
  [
    'a revocation is taken back',
    'revoked-versions: { v1.0.0: "trained on withdrawn rows" }',
    'revoked-versions: {}',
    'loosened',
    'revoked-versions.v1.0.0',
    'it may come into a stage again',
  ],
];

describe('a change of what stages ask for', () => {
  it.each(rows)('%s', (_, before, after, kind, place, sentence) => {
    const withStages = (text: string) => policy(RICH.replace('stages: [production]', `${STAGES}\n    ${text}`));
    const there = comparePolicies(withStages(before), withStages(after));
    const back = comparePolicies(withStages(after), withStages(before));

    expect(there).toEqual([
      expect.objectContaining({ kind, path: `${M}.${place}`, sentence: expect.stringContaining(sentence) }),
    ]);
    expect(back).toEqual([expect.objectContaining({ kind: OPPOSITE[kind], path: `${M}.${place}` })]);
  });
});
