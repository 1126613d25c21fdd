import { type TransferWatch, UNWATCHED } from '../transfer-watch.ts';
import type { PublishState } from './publish-states.ts';

/** Who is told how far a publication is. */
export interface PublishWatch extends TransferWatch {
  reached(state: PublishState): void;
}

export const UNWATCHED_PUBLISH: PublishWatch = { ...UNWATCHED, reached: () => undefined };
