/** What the event says about the pull request that is trained. */
export interface EventPull {
  readonly number: number;
  readonly createdAt: Date;
}

/** The pull request of the runner's event; `null` when the event is about none, or says of it what nobody can use. */
export function pullOfEvent(event: unknown): EventPull | null {
  const pull = property(event, 'pull_request');
  const number = property(pull, 'number');
  const createdAt = new Date(String(property(pull, 'created_at')));
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || Number.isNaN(createdAt.getTime())) return null;
  return { number, createdAt };
}

/** A field of a value that may be anything. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
