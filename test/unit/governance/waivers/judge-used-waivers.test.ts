import type { UsedWaiver } from '@gatehouse/attest';
import { sha256 } from '@gatehouse/core';
import { judgeUsedWaivers, type LapsedWaiver, type Waiver } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { waiver } from './example-waiver.ts';

const USED: UsedWaiver = {
  id: 'w1',
  digest: sha256('w1'),
  gate: 'fairness',
  measure: 'group-size',
  owner: 'olivia',
  ownerId: 7,
  expiresOn: '2026-12-01',
};

describe('judgeUsedWaivers', () => {
  it.each<[string, readonly Waiver[], string]>([
    ['in the middle of its time', [waiver()], '2026-11-23'],
    ['on its last day', [waiver()], '2026-12-01'],
    ['beside others', [waiver({ id: 'w2', expiresOn: '2026-11-02' }), waiver()], '2026-12-01'],
  ])('has nothing against it %s', (_, waivers, today) => {
    expect(judgeUsedWaivers([USED], waivers, today)).toEqual([]);
  });

  it.each<[string, readonly Waiver[], string, LapsedWaiver['cause'], string]>([
    [
      'the day after its last',
      [waiver()],
      '2026-12-02',
      'expired',
      'The waiver "w1" of fairness group-size held until 2026-12-01; today is 2026-12-02.',
    ],
    [
      'removed',
      [],
      '2026-11-23',
      'removed',
      'The waiver "w1" of fairness group-size is not on the base branch any more.',
    ],
    ['under another id', [waiver({ id: 'w2' })], '2026-11-23', 'removed', 'not on the base branch'],
    ['changed', [waiver({ digest: sha256('other') })], '2026-11-23', 'changed', 'was changed on the base branch'],
    [
      'extended meanwhile',
      [waiver({ digest: sha256('other'), expiresOn: '2027-01-01' })],
      '2026-12-02',
      'changed',
      'was changed',
    ],
  ])('finds it %s', (_, waivers, today, cause, message) => {
    expect(judgeUsedWaivers([USED], waivers, today)).toEqual([
      { id: 'w1', reasonCode: 'waiver-expired', cause, message: expect.stringContaining(message) },
    ]);
  });
});
