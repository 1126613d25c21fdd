import type { User } from '../model.ts';
import type { Signature } from './commit-data.ts';

/** The address that every account has without telling its own. */
export function noReplyOf(user: User): string {
  return `${user.id}+${user.login}@users.noreply.github.com`;
}

/** How GitHub signs commits that an account makes through the API. */
export function signatureOf(user: User, date: Date): Signature {
  return { name: user.login, email: noReplyOf(user), date };
}

/** Committer of merges that GitHub makes itself. */
export function gitHubSignature(date: Date): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', date };
}
