import { ConfigError } from '@gatehouse/core';

const SHORTEST = 10;
const LONGEST = 1000;
/** What no reader can see, and line ends: the reason is one line of a tag's message. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const ISSUE = /^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+\/issues\/[1-9]\d{0,9}$/;
/** A GitHub on this machine has no certificate. */
const LOCAL_ISSUE =
  /^http:\/\/[a-z0-9.-]*localhost(?::\d{1,5})?\/[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+\/issues\/[1-9]\d{0,9}$/;

/** @throws ConfigError for a reason that says nothing or holds what nobody can read. */
export function requireReason(reason: string): void {
  const length = reason.trim().length;
  if (length >= SHORTEST && reason.length <= LONGEST && !INVISIBLE.test(reason)) return;
  throw new ConfigError([
    {
      where: 'Input "reason"',
      found: `got ${JSON.stringify(reason.slice(0, 60))} with ${reason.length} characters`,
      allowed: `one line of ${SHORTEST} to ${LONGEST} visible characters that says why`,
      remedy: 'Write what the next person who looks at the history needs to know',
    },
  ]);
}

/** @throws ConfigError for an address that is none of an issue. */
export function requireIncident(incident: string): void {
  if (ISSUE.test(incident) || LOCAL_ISSUE.test(incident)) return;
  throw new ConfigError([
    {
      where: 'Input "incident"',
      found: `got ${JSON.stringify(incident.slice(0, 200))}`,
      allowed: 'The address of an issue, such as https://github.com/bank/credit/issues/7',
      remedy: 'Open an issue about what went wrong and pass its address',
    },
  ]);
}
