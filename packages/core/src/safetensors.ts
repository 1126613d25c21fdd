import { z } from 'zod';
import { parseStrictJson } from './strict-json.ts';

/** The format's own limit is 100 MB; 16 MiB holds about 150,000 tensors and bounds what a hostile file costs. */
export const MAX_SAFETENSORS_HEADER_BYTES = 16 * 1024 * 1024;
/** The little-endian 64-bit length in front of the header. */
export const SAFETENSORS_PREFIX_BYTES = 8;

const MAX_RANK = 64;
const BITS: ReadonlyMap<string, number> = new Map([
  ['BOOL', 8],
  ['F4', 4],
  ['F6_E2M3', 6],
  ['F6_E3M2', 6],
  ['U8', 8],
  ['I8', 8],
  ['F8_E5M2', 8],
  ['F8_E4M3', 8],
  ['F8_E8M0', 8],
  ['I16', 16],
  ['U16', 16],
  ['F16', 16],
  ['BF16', 16],
  ['I32', 32],
  ['U32', 32],
  ['F32', 32],
  ['C64', 64],
  ['F64', 64],
  ['I64', 64],
  ['U64', 64],
]);

/** One tensor; offsets count from the end of the header. */
export interface SafetensorsTensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

export interface SafetensorsHeader {
  readonly headerBytes: number;
  /** In the order of their bytes. */
  readonly tensors: readonly SafetensorsTensor[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** What is wrong with a file that claims to be safetensors. */
export class SafetensorsError extends Error {
  override readonly name = 'SafetensorsError';
}

const size = z.int().min(0);
const tensorSchema = z.strictObject({
  dtype: z.string(),
  shape: z.array(size).max(MAX_RANK),
  data_offsets: z.tuple([size, size]),
});
const metadataSchema = z.record(z.string(), z.string());

/**
 * Length of the header as the first eight bytes state it.
 *
 * @throws SafetensorsError when the file is too short for it or it exceeds {@link MAX_SAFETENSORS_HEADER_BYTES}.
 */
export function safetensorsHeaderLength(head: Uint8Array, fileSize: number): number {
  if (head.length < SAFETENSORS_PREFIX_BYTES) throw new SafetensorsError('it is shorter than 8 bytes');
  const stated = new DataView(head.buffer, head.byteOffset, head.byteLength).getBigUint64(0, true);
  if (stated > BigInt(MAX_SAFETENSORS_HEADER_BYTES)) {
    throw new SafetensorsError(`its header claims ${stated} bytes; at most ${MAX_SAFETENSORS_HEADER_BYTES} are read`);
  }
  const length = Number(stated);
  if (SAFETENSORS_PREFIX_BYTES + length > fileSize) {
    throw new SafetensorsError(`its header claims ${length} bytes and the file has ${fileSize}`);
  }
  return length;
}

/**
 * Parses the header of a safetensors file so strictly that no byte of the file is unaccounted for: the header is one
 * JSON object without a repeated key, every tensor has a known type and as many bytes as its shape needs, and the
 * tensors cover the rest of the file exactly, without hole or overlap. `__metadata__` holds text only.
 *
 * @param head the file's beginning, at least 8 bytes and the header; more is ignored.
 * @param fileSize size of the whole file in bytes.
 * @throws SafetensorsError naming the first rule that is broken.
 */
export function checkSafetensors(head: Uint8Array, fileSize: number): SafetensorsHeader {
  const headerBytes = safetensorsHeaderLength(head, fileSize);
  const json = head.subarray(SAFETENSORS_PREFIX_BYTES, SAFETENSORS_PREFIX_BYTES + headerBytes);
  if (json.length < headerBytes)
    throw new SafetensorsError(`its header has ${headerBytes} bytes, ${json.length} were read`);
  if (json[0] !== 0x7b) throw new SafetensorsError('its header does not begin with "{"');
  const entries = Object.entries(parseHeader(json));
  const metadata = entries.find(([name]) => name === '__metadata__');
  const tensors = entries.filter(([name]) => name !== '__metadata__').map(([name, entry]) => parseTensor(name, entry));
  tensors.sort((a, b) => a.begin - b.begin || a.end - b.end);
  checkCoverage(tensors, fileSize - SAFETENSORS_PREFIX_BYTES - headerBytes);
  return { headerBytes, tensors, metadata: metadata === undefined ? {} : parseMetadata(metadata[1]) };
}

function parseHeader(json: Uint8Array): object {
  let value: unknown;
  try {
    value = parseStrictJson(json, 4);
  } catch (cause) {
    throw new SafetensorsError(`its header is refused: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  if (typeof value !== 'object' || value === null) throw new SafetensorsError('its header is not a JSON object');
  return value;
}

function parseMetadata(value: unknown): Readonly<Record<string, string>> {
  const parsed = metadataSchema.safeParse(value);
  if (!parsed.success) throw new SafetensorsError('its __metadata__ holds something that is not text');
  return parsed.data;
}

function parseTensor(name: string, entry: unknown): SafetensorsTensor {
  const label = `tensor ${JSON.stringify(name.slice(0, 100))}`;
  const parsed = tensorSchema.safeParse(entry);
  if (!parsed.success) throw new SafetensorsError(`${label} does not have exactly dtype, shape and data_offsets`);
  const { dtype, shape, data_offsets } = parsed.data;
  const bits = BITS.get(dtype);
  if (bits === undefined)
    throw new SafetensorsError(`${label} has the unknown type ${JSON.stringify(dtype.slice(0, 40))}`);
  const [begin, end] = data_offsets;
  const needed = shape.reduce((product, extent) => product * BigInt(extent), BigInt(bits));
  if (needed !== BigInt(end - begin) * 8n) {
    throw new SafetensorsError(`${label} needs ${needed} bits for its shape and its offsets hold ${end - begin} bytes`);
  }
  return { name, dtype, shape, begin, end };
}

function checkCoverage(tensors: readonly SafetensorsTensor[], dataBytes: number): void {
  let reached = 0;
  for (const tensor of tensors) {
    if (tensor.begin !== reached) {
      const what = tensor.begin > reached ? 'leaves a hole before' : 'overlaps the one before';
      throw new SafetensorsError(`tensor ${JSON.stringify(tensor.name.slice(0, 100))} ${what} byte ${tensor.begin}`);
    }
    reached = tensor.end;
  }
  if (reached !== dataBytes)
    throw new SafetensorsError(`its tensors end at byte ${reached} and its data at ${dataBytes}`);
}
