import { modelDigest, sha256 } from '@gatehouse/core';
import { createGitHub, type GitHub } from '@gatehouse/github';
import { type PlannedFile, type PublishedVersion, publishNext } from '@gatehouse/registry';
import { noise } from '../../unit/registry/chunks/stored-bytes.ts';

/** Where a publication goes. */
export interface Target {
  readonly apiUrl: string;
  readonly token: string;
  readonly repo: string;
  readonly commit: string;
}

/** One chunk a part, so that a small change has several parts that are uploaded at once. */
const SMALL_PARTS = { usualPartBytes: 1000, maxPartBytes: 1_000_000, maxParts: 900 };

const WEIGHTS = noise(1_000_000, 3);

/** Bytes of the first version, and of the second, which changes two places. */
export function weightsOf(version: 1 | 2): Buffer {
  const weights = Buffer.from(WEIGHTS);
  if (version === 2) for (const at of [100_000, 700_000]) noise(1000, at).copy(weights, at);
  return weights;
}

export function connect({ apiUrl, token, repo }: Omit<Target, 'commit'>): GitHub {
  return createGitHub({ token, apiUrl, owner: 'bank', repo });
}

/** Publishes one of the versions, as the action does with what it was authorised to publish. */
export async function publish(target: Target, version: 1 | 2): Promise<PublishedVersion> {
  const files = [fileOf('w.bin', weightsOf(version)), fileOf('config.json', Buffer.from(`{"version":${version}}`))];
  return publishNext(connect(target), {
    model: 'm',
    commit: target.commit,
    bump: 'minor',
    modelDigest: modelDigest(files),
    files,
    attachments: [fileOf('authorisation.json', Buffer.from('{"signed":true}'))],
    notes: 'Approved by two roles.',
    ...(version === 2 ? { limits: SMALL_PARTS } : {}),
  });
}

function fileOf(name: string, bytes: Buffer): PlannedFile {
  return {
    name,
    sizeBytes: bytes.length,
    digest: sha256(bytes),
    async *open(range) {
      yield bytes.subarray(range?.begin, range?.end);
    },
  };
}
