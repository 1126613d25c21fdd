import { type DataPointer, type Digest, type Finding, POINTER_NAMES } from '@gatehouse/core';
import { findingsOf, type Judged } from './finding-list.ts';

/** The bytes that were read, and what was said of them before. */
export interface ReadBytes {
  readonly digest: Digest;
  readonly bytes: number;
  /** Needed for a DVC pointer only. */
  readonly md5: string | null;
  /** What the policy names; `null` in a quick look. */
  readonly named: Digest | null;
  readonly pointer: DataPointer | null;
}

/** Judges whether the bytes that were read are those that the policy and a pointer name. */
export function identityFindings(read: ReadBytes): readonly Finding[] {
  return [
    ...findingsOf('dataset-digest', digestOf(read), 'datasets are the ones that the policy names'),
    ...findingsOf('dataset-pointer', pointerOf(read), 'datasets are the ones that their pointers name'),
  ];
}

const COMMON = { columns: [], n: [], value: null } as const;
const MISMATCH = { outcome: 'fail', reasonCode: 'digest-mismatch' } as const;
const SAME = { outcome: 'pass', reasonCode: 'within-limit' } as const;

function digestOf({ digest, named }: ReadBytes): readonly Judged[] {
  if (named === null) return [];
  const same = digest === named;
  const message = same
    ? `the data are ${digest}, as the policy names them`
    : `the data are ${digest}, and the policy names ${named}`;
  return [{ ...COMMON, ...(same ? SAME : MISMATCH), method: 'sha-256', message }];
}

function pointerOf({ digest, bytes, md5, pointer }: ReadBytes): readonly Judged[] {
  if (pointer === null) return [];
  const { what } = POINTER_NAMES[pointer.kind];
  const read = pointer.kind === 'git-lfs' ? digest : `md5:${md5 ?? 'unknown'}`;
  const names = pointer.kind === 'git-lfs' ? pointer.digest : `md5:${pointer.md5}`;
  const same = read === names && bytes === pointer.bytes;
  const message = same
    ? `${what} names the ${bytes} bytes that were read`
    : `${what} names ${pointer.bytes} bytes with ${names}, and ${bytes} bytes with ${read} were read`;
  const method = pointer.kind === 'git-lfs' ? 'sha-256' : 'md5';
  return [{ ...COMMON, ...(same ? SAME : MISMATCH), method, message }];
}
