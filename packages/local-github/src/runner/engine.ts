import type { Admission, GroupRequest } from './concurrency.ts';
import type { RunnerHost } from './host.ts';
import type { ImageTools } from './jobs/job-folders.ts';
import type { OidcIssuer } from './jobs/oidc.ts';
import type { RunnerProgress } from './progress.ts';
import type { ActionSources } from './steps/action-library.ts';

/** What every run of one runner shares. */
export interface Engine {
  readonly host: RunnerHost;
  readonly sources: ActionSources;
  readonly workRoot: string;
  /** Variables that every step gets beside the ones of GitHub. */
  readonly extraEnv: Readonly<Record<string, string>>;
  /** What the image of every runner holds. */
  readonly tools: ImageTools;
  readonly keepFolders: boolean;
  /** Waits for a place in a concurrency group. */
  readonly enterGroup: (request: GroupRequest, signal: AbortSignal) => Promise<Admission>;
  /** Waits for a free machine; the returned function gives it back. */
  readonly takeSlot: () => Promise<() => void>;
  readonly oidc: OidcIssuer;
  readonly report: (progress: RunnerProgress) => void;
  /** Keeps a fault that no run or job can carry. */
  readonly fault: (message: string) => void;
  /** Aborted when the runner closes: nothing new starts, everything is killed. */
  readonly closing: AbortSignal;
}
