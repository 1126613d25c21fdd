import { type Digest, modelDigest, sha256 } from '@gatehouse/core';
import type { PlannedFile, PublishPlan } from '@gatehouse/registry';

export const COMMIT = 'a'.repeat(40);
export const OTHER_COMMIT = 'b'.repeat(40);

/** A file that is what it says, or whose bytes are `later` instead from the time they are sent. */
export function planned(name: string, content: string | Uint8Array, later = content): PlannedFile {
  const bytes = Buffer.from(content);
  return {
    name,
    sizeBytes: bytes.length,
    digest: sha256(bytes),
    async *open(range) {
      const given = range === undefined ? bytes : Buffer.from(later).subarray(range.begin, range.end);
      for (let at = 0; at < given.length; at += 1000) yield given.subarray(at, at + 1000);
    },
  };
}

export const MODEL = [planned('model.safetensors', 'weights'), planned('tokens/vocabulary.json', '["a"]')];
export const ATTACHMENTS = [planned('authorisation.json', '{"signed":true}')];

export function digestOf(files: readonly PlannedFile[]): Digest {
  return modelDigest(files);
}

export function plan(change: Partial<PublishPlan> = {}): PublishPlan {
  const files = change.files ?? MODEL;
  return {
    tag: 'm@v1.0.0',
    commit: COMMIT,
    modelDigest: digestOf(files),
    files,
    attachments: ATTACHMENTS,
    notes: 'Approved by two roles.',
    ...change,
  };
}
