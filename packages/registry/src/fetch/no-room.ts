import { ActionError } from '@gatehouse/core';

/** Explains what a file system refuses while a version is written below a folder: a full disk, a quota, a right. */
export async function withoutRoom<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(cause.code);
    throw new ActionError(
      'service',
      {
        where: `Folder ${folder}`,
        found: cause.message,
        allowed: 'A folder that can be written, with room for the whole model',
        remedy: full ? 'Make room, or name a folder on a larger disk; nothing was left behind' : 'Name another folder',
      },
      { cause },
    );
  }
}

function isSystemError(cause: unknown): cause is Error & { readonly code: string } {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && 'syscall' in cause;
}
