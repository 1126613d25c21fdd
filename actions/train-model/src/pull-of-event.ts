import type { CommitSha } from '@gatehouse/core';

/** What the event says about the pull request that is trained. */
export interface EventPull {
  readonly baseSha: CommitSha;
  readonly headSha: CommitSha;
  readonly number: number;
}

const SHA = /^[0-9a-f]{40,64}$/;

/** The pull request of the runner's event; `null` when the event is about none, or says of it what nobody can use. */
export function pullOfEvent(event: unknown): EventPull | null {
  const pull = property(event, 'pull_request');
  const baseSha = property(property(pull, 'base'), 'sha');
  const headSha = property(property(pull, 'head'), 'sha');
  const number = property(pull, 'number');
  if (typeof baseSha !== 'string' || typeof headSha !== 'string' || typeof number !== 'number') return null;
  return SHA.test(baseSha) && SHA.test(headSha) && Number.isSafeInteger(number) ? { baseSha, headSha, number } : null;
}

/** A field of a value that may be anything. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
