import { ActionError } from '@gatehouse/core';

/** What is wrong with a chunk index, as an error that stops whoever reads it. */
export function refusedIndex(where: string, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Chunk index of ${where}`,
      found,
      allowed: 'The index that publish-model writes, in which every byte has one place',
      remedy: 'Do not use this version; find out who made its release',
    },
    { cause, reasonCode: 'chunk-index-invalid' },
  );
}
