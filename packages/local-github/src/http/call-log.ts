/** One call of the API, for those who count calls and how many had to wait for each other. */
export interface CallRecord {
  readonly method: string;
  readonly path: string;
  /** `null` for what GitHub's description does not have: GraphQL, the artifact service. */
  readonly operationId: string | null;
  /** Milliseconds of a clock that only goes forward, whatever the server's clock says. */
  readonly startedAt: number;
  /** `null` while it is being answered. */
  readonly endedAt: number | null;
  /** Short name of the token, `null` without one. */
  readonly token: string | null;
}

export interface CallLog {
  /** Returns the function that notes the end of the call. */
  begin(call: Omit<CallRecord, 'startedAt' | 'endedAt'>): () => void;
  /** Calls since the last reset, in the order in which they came in. */
  calls(): readonly CallRecord[];
  reset(): void;
}

export function createCallLog(): CallLog {
  let calls: { endedAt: number | null; readonly record: Omit<CallRecord, 'endedAt'> }[] = [];
  return {
    begin: (call) => {
      const entry = { endedAt: null, record: { ...call, startedAt: performance.now() } };
      calls.push(entry);
      return () => void Object.assign(entry, { endedAt: performance.now() });
    },
    calls: () => calls.map(({ record, endedAt }) => ({ ...record, endedAt })),
    reset: () => {
      calls = [];
    },
  };
}
