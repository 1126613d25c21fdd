import type { GitHubEvent } from './model.ts';

export type EventListener = (event: GitHubEvent) => void;

/** Delivers events in the order they happen, to every listener, before the request that caused them is answered. */
export interface EventBus {
  /** Returns the function that stops listening. */
  on(listener: EventListener): () => void;
  emit(event: GitHubEvent): void;
  /** All events so far, oldest first. */
  readonly log: readonly GitHubEvent[];
}

export function createEventBus(): EventBus {
  const listeners = new Set<EventListener>();
  const log: GitHubEvent[] = [];
  return {
    log,
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (event) => {
      log.push(event);
      for (const listener of listeners) listener(event);
    },
  };
}
