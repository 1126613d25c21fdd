/** One holder or waiter of a concurrency group. */
export interface GroupRequest {
  /** `owner/name`; groups of different repositories do not meet. */
  readonly repository: string;
  readonly group: string;
  readonly cancelInProgress: boolean;
  /** `single` keeps one waiter and cancels the one before it; `max` keeps up to 100. */
  readonly queue: 'single' | 'max';
  /** Asks the holder or waiter to stop. */
  readonly cancel: () => void;
}

export type Admission = { readonly admitted: true; readonly release: () => void } | { readonly admitted: false };

interface Member {
  readonly request: GroupRequest;
  readonly decide: (admission: Admission) => void;
}

const MAX_QUEUE = 100;

/** At most one running member per group, in the order of arrival. */
export function createConcurrencyGroups(): (request: GroupRequest, signal: AbortSignal) => Promise<Admission> {
  const groups = new Map<string, { running: Member | null; waiting: Member[] }>();

  function admit(key: string, member: Member): void {
    const group = groups.get(key);
    if (group === undefined) return;
    group.running = member;
    member.decide({ admitted: true, release: () => next(key, member) });
  }

  function next(key: string, ended: Member): void {
    const group = groups.get(key);
    if (group === undefined || group.running !== ended) return;
    group.running = null;
    const waiter = group.waiting.shift();
    if (waiter === undefined) groups.delete(key);
    else admit(key, waiter);
  }

  function refuse(member: Member): void {
    member.request.cancel();
    member.decide({ admitted: false });
  }

  return (request, signal) => {
    const key = `${request.repository}\n${request.group}`.toLowerCase();
    const group = groups.get(key) ?? { running: null, waiting: [] };
    groups.set(key, group);
    const { promise, resolve } = Promise.withResolvers<Admission>();
    const member: Member = { request, decide: resolve };
    if (group.running === null) {
      admit(key, member);
      return promise;
    }
    const limit = request.queue === 'max' ? MAX_QUEUE : 1;
    while (group.waiting.length >= limit) {
      const oldest = group.waiting.shift();
      if (oldest !== undefined) refuse(oldest);
    }
    group.waiting.push(member);
    if (request.cancelInProgress) group.running.request.cancel();
    signal.addEventListener('abort', () => leave(group.waiting, member), { once: true });
    return promise;
  };
}

function leave(waiting: Member[], member: Member): void {
  const index = waiting.indexOf(member);
  if (index === -1) return;
  waiting.splice(index, 1);
  member.decide({ admitted: false });
}

/** Limits how many jobs run at once. */
export function createSlots(count: number): () => Promise<() => void> {
  let free = count;
  const waiting: (() => void)[] = [];
  function release(): void {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return release;
  };
}
