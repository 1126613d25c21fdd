import { checkSafetensors, SAFETENSORS_PREFIX_BYTES, SafetensorsError, safetensorsHeaderLength } from '@gatehouse/core';

/** The first bytes of a file, as far as they are needed; shorter only when the file is. */
export type ReadHead = (sizeBytes: number) => Promise<Uint8Array>;

/**
 * Offsets at which a safetensors file is cut whatever its content is, ascending, so that a changed tensor changes its
 * own chunks only: behind the header, around every tensor of at least `minBytes`, and within a row of smaller ones as
 * soon as together they have as many. That bounds the number of chunks by the size of the file, whatever its header
 * says.
 *
 * A file of another name, or one that is not what its name says, has no fences: whether it may be published is for the
 * artifact gate to judge.
 */
export async function tensorFences(
  file: { readonly name: string; readonly sizeBytes: number },
  readHead: ReadHead,
  minBytes: number,
): Promise<readonly number[]> {
  if (!file.name.endsWith('.safetensors')) return [];
  try {
    const prefix = await readHead(SAFETENSORS_PREFIX_BYTES);
    const dataAt = SAFETENSORS_PREFIX_BYTES + safetensorsHeaderLength(prefix, file.sizeBytes);
    const { tensors } = checkSafetensors(await readHead(dataAt), file.sizeBytes);
    const ends = tensors.map(({ begin, end }) => ({ begin: dataAt + begin, end: dataAt + end }));
    return fencesOf(ends, { dataAt, minBytes }).filter((offset) => offset < file.sizeBytes);
  } catch (error) {
    if (error instanceof SafetensorsError) return [];
    throw error;
  }
}

interface Span {
  readonly begin: number;
  readonly end: number;
}

function fencesOf(tensors: readonly Span[], file: { readonly dataAt: number; readonly minBytes: number }): number[] {
  const fences = [file.dataAt];
  const fence = (offset: number): void => {
    if (offset > (fences.at(-1) ?? 0)) fences.push(offset);
  };
  for (const { begin, end } of tensors) {
    if (end - begin >= file.minBytes) fence(begin);
    if (end - (fences.at(-1) ?? 0) >= file.minBytes) fence(end);
  }
  return fences;
}
