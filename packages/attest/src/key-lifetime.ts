/** When a key counts. `null` leaves a side open. */
export interface KeyLifetime {
  readonly validFrom: Date | null;
  /** The first instant at which it no longer counts. */
  readonly validUntil: Date | null;
  /** What was anchored before it still counts, and nothing else. */
  readonly revokedAt: Date | null;
}

/**
 * Why a key does not vouch for something that was anchored at an instant, as the end of a sentence that begins with its
 * name, or `null` when it does. The instant is that of the ledger entry, never one that a signature or bundle claims.
 *
 * @param anchoredAt `null` when it is not known: then a key that counts for a time only does not count.
 */
export function keyFaultAt(
  key: { readonly neverBelieved: boolean; readonly lifetimes: readonly KeyLifetime[] },
  anchoredAt: Date | null,
): string | null {
  if (key.neverBelieved) return 'is revoked';
  for (const lifetime of key.lifetimes) {
    const fault = faultOf(lifetime, anchoredAt);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOf({ validFrom, validUntil, revokedAt }: KeyLifetime, anchoredAt: Date | null): string | null {
  if (validFrom === null && validUntil === null && revokedAt === null) return null;
  if (anchoredAt === null) return 'counts for a time only, while it is not known when the signature was anchored';
  const at = anchoredAt.getTime();
  // Comparisons with an invalid date are all false, so each one asks for what must hold.
  if (revokedAt !== null && !(at < revokedAt.getTime())) return `is revoked as of ${written(revokedAt)}`;
  if (validFrom !== null && !(at >= validFrom.getTime())) return `counts only from ${written(validFrom)}`;
  if (validUntil !== null && !(at < validUntil.getTime())) return `counted only until ${written(validUntil)}`;
  return null;
}

function written(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'a date that is none' : date.toISOString();
}
