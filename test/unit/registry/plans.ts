import { type Digest, modelDigest, sha256 } from '@gatehouse/core';
import type { PlannedFile, PublishPlan } from '@gatehouse/registry';

export const COMMIT = 'a'.repeat(40);
export const OTHER_COMMIT = 'b'.repeat(40);

/** A file that is what it says, or whose bytes at the upload are `sent` instead. */
export function planned(name: string, content: string, sent = content): PlannedFile {
  return {
    name,
    sizeBytes: Buffer.byteLength(content),
    digest: sha256(content),
    async *open() {
      for (const letter of Buffer.from(sent)) yield Buffer.of(letter);
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
