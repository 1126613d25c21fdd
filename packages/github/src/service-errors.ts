import { ActionError } from '@gatehouse/core';
import { type Refusal, rateLimitSeconds, refusalOf, wasAnswered } from './rate-limit.ts';

/** What a request is for, so that its failure can be explained to a person. */
export interface Purpose {
  /** Verb and object, as in "read pull request 7". */
  readonly doing: string;
  /** The permission it needs, as a workflow file writes it: `contents: read`. */
  readonly permission: string;
}

/** Turns what a request threw into one message with four parts; an {@link ActionError} passes through. */
export function toActionError(error: unknown, purpose: Purpose, now: Date): ActionError {
  if (error instanceof ActionError) return error;
  const refusal = refusalOf(error);
  if (refusal === null || !wasAnswered(error)) return noAnswer(error, purpose);
  const where = `GitHub, to ${purpose.doing}`;
  const found = `${refusal.status} "${firstLine(refusal.message)}"`;
  const limit = rateLimitSeconds(refusal, 0, now);
  if (limit !== null) {
    return new ActionError(
      'service',
      {
        where,
        found,
        allowed: 'The rate limit of the token must not be used up',
        remedy: `Run the job again in ${Math.ceil(limit / 60)} min, or use the token of a GitHub App, whose limit is higher`,
      },
      { cause: error },
    );
  }
  return refused({ where, found, refusal, purpose, cause: error });
}

function refused(failure: {
  readonly where: string;
  readonly found: string;
  readonly refusal: Refusal;
  readonly purpose: Purpose;
  readonly cause: unknown;
}): ActionError {
  const { where, found, refusal, purpose, cause } = failure;
  const grant = `Add "${purpose.permission}" under "permissions:" of the job, or grant it to the GitHub App whose token is used`;
  switch (refusal.status) {
    case 401:
      return new ActionError(
        'permission',
        {
          where,
          found: `${found}: the token is revoked or expired`,
          allowed: 'A valid token; the token of a job ends with the job, that of an App after one hour',
          remedy: 'Run the job again, and make the App token in the job that uses it',
        },
        { cause },
      );
    case 403: {
      const accepted = refusal.headers['x-accepted-github-permissions'];
      const named = accepted === undefined ? '' : ` (GitHub names "${accepted}")`;
      return new ActionError(
        'permission',
        { where, found, allowed: `The token needs the permission "${purpose.permission}"${named}`, remedy: grant },
        { cause },
      );
    }
    case 404:
      return new ActionError(
        'permission',
        {
          where,
          found: `${found}: it does not exist or the token cannot see it`,
          allowed: `It must exist, and the token needs the permission "${purpose.permission}"`,
          remedy: `Check the name. If it exists: ${grant.charAt(0).toLowerCase()}${grant.slice(1)}`,
        },
        { cause },
      );
    default:
      return new ActionError(
        'service',
        {
          where,
          found: refusal.status >= 500 ? `${found}, also after retries` : found,
          allowed: 'GitHub must accept the request',
          remedy:
            refusal.status >= 500
              ? 'Look at githubstatus.com and run the job again; it takes up where it stopped'
              : 'Read what GitHub says, put it right and run the job again',
        },
        { cause },
      );
  }
}

function noAnswer(error: unknown, purpose: Purpose): ActionError {
  return new ActionError(
    'service',
    {
      where: `GitHub, to ${purpose.doing}`,
      found: `No answer: ${error instanceof Error ? firstLine(error.message) : String(error)}`,
      allowed: 'The API must be reachable from the runner',
      remedy: 'Check GITHUB_API_URL and the network of the runner, then run the job again',
    },
    { cause: error },
  );
}

/** An answer that lacks a field, or holds one that cannot be: never guessed around. */
export function unexpectedAnswer(purpose: Purpose, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'service',
    {
      where: `GitHub, to ${purpose.doing}`,
      found: `An answer that cannot be used: ${found}`,
      allowed: 'The fields that the API documents, for REST in version 2022-11-28',
      remedy: 'Check that GITHUB_API_URL is the API of GitHub; if it is, report this as a bug of Gatehouse',
    },
    { cause },
  );
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
