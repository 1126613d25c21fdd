import { readySince } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';

const early = new Date('2026-01-02T10:00:00Z');
const late = new Date('2026-01-02T10:00:05Z');

describe('readySince', () => {
  it.each<[string, Date | null, Date | 'not-announced' | 'unknown', Date | null]>([
    ['the check, when the ledger is dated ahead of it', early, late, late],
    ['the ledger, when the tuple was announced there again', late, early, late],
    ['never, when the check has not announced it', early, 'not-announced', null],
    ['never, when the ledger has not announced it', null, early, null],
    ['never, when neither has', null, 'not-announced', null],
    ['the ledger, when the check keeps no time', early, 'unknown', early],
  ])('is %s', (_, ledger, check, expected) => {
    expect(readySince(ledger, check)).toEqual(expected);
  });
});
