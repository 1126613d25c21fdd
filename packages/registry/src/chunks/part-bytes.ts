import { ActionError } from '@gatehouse/core';
import type { NewPart } from './pack-parts.ts';
import { type ChunkRange, verifiedChunks } from './verified-chunks.ts';

/** A run of bytes of a model file. */
export interface FileRange {
  readonly file: string;
  readonly begin: number;
  /** Behind the last byte. */
  readonly end: number;
}

/** Reads exactly the bytes of a range. */
export type ReadFileRange = (range: FileRange) => AsyncIterable<Uint8Array>;

type SourceChunk = NewPart['chunks'][number];

/**
 * The bytes of a new part, chunk by chunk, read from the model files in as few ranges as there are. Every chunk is
 * hashed again before it leaves, because the files may have changed since they were cut.
 *
 * @throws ActionError `integrity`, reason `file-changed`
 */
export async function* partBytes(part: NewPart, read: ReadFileRange): AsyncGenerator<Uint8Array> {
  for (const source of sourcesOf(part)) {
    const range = { file: source.file, begin: source.begin, end: source.end };
    for await (const { bytes } of verifiedChunks(read(range), source, (found) => changed(range, found))) yield bytes;
  }
}

interface Source extends ChunkRange<SourceChunk>, FileRange {}

function sourcesOf(part: NewPart): readonly Source[] {
  const sources: { file: string; begin: number; end: number; chunks: SourceChunk[] }[] = [];
  for (const { file, fileOffset, ...chunk } of part.chunks) {
    const inFile = { ...chunk, file, fileOffset, offset: fileOffset };
    const end = fileOffset + chunk.sizeBytes;
    const last = sources.at(-1);
    if (last !== undefined && last.file === file && last.end === fileOffset) {
      last.end = end;
      last.chunks.push(inFile);
    } else sources.push({ file, begin: fileOffset, end, chunks: [inFile] });
  }
  return sources;
}

function changed({ file, begin, end }: FileRange, found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Model file ${JSON.stringify(file)}, bytes ${begin} to ${end}`,
      found,
      allowed: 'The bytes that it had when it was cut into chunks',
      remedy: 'Let nothing write into the folder while it is published, and run it again',
    },
    { reasonCode: 'file-changed' },
  );
}
