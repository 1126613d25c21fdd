/**
 * Since when reviews of a tuple count: the later of its two announcements. The ledger is a file that a writer of its
 * branch could date or write ahead; the check run belongs to the App. A check that has not announced the tuple yet does
 * so now, and reviews count from then.
 *
 * @param check `unknown` for a check that keeps no such time.
 * @returns `null` while one of them has not announced the tuple.
 */
export function readySince(ledger: Date | null, check: Date | 'not-announced' | 'unknown'): Date | null {
  if (ledger === null || check === 'not-announced') return null;
  return check === 'unknown' || check < ledger ? ledger : check;
}
