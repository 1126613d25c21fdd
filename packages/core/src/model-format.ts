import { ActionError } from './errors.ts';
import {
  checkSafetensors,
  SAFETENSORS_PREFIX_BYTES,
  SafetensorsError,
  safetensorsHeaderLength,
} from './safetensors.ts';
import { parseStrictJson, StrictJsonError } from './strict-json.ts';

/** The formats that are read without running anything. */
export type ModelFileFormat = 'safetensors' | 'json';

/** Large tokenizers have about 40 MB. */
export const MAX_MODEL_JSON_BYTES = 64 * 1024 * 1024;
const MAX_JSON_DEPTH = 64;

/**
 * How many bytes from the beginning of a file {@link modelFileFormat} needs: all of a JSON file, and the header of a
 * safetensors file, whose length stands in its first eight bytes.
 *
 * @param head the first bytes of the file, at least eight if it has so many.
 * @throws ActionError `refused`, reason `format-not-allowed`.
 */
export function modelFileHeadBytes(
  file: { readonly name: string; readonly sizeBytes: number },
  head: Uint8Array,
): number {
  if (formatByName(file.name) === 'json') return file.sizeBytes;
  return judged(file.name, () => SAFETENSORS_PREFIX_BYTES + safetensorsHeaderLength(head, file.sizeBytes));
}

/**
 * The format of a model file, judged by its name and its bytes. Only what a strict parser accepts is allowed; pickle
 * and every format nobody here can read are refused whatever they are called.
 *
 * @param head as many bytes as {@link modelFileHeadBytes} says, or the whole file.
 * @throws ActionError `refused`, reason `format-not-allowed`, saying what is wrong.
 */
export function modelFileFormat(
  file: { readonly name: string; readonly sizeBytes: number },
  head: Uint8Array,
): ModelFileFormat {
  const format = formatByName(file.name);
  judged(file.name, () => {
    if (format === 'safetensors') checkSafetensors(head, file.sizeBytes);
    else checkJson(head, file.sizeBytes);
  });
  return format;
}

function formatByName(name: string): ModelFileFormat {
  if (name.endsWith('.safetensors')) return 'safetensors';
  if (name.endsWith('.json')) return 'json';
  throw refused(name, 'its name ends in neither .safetensors nor .json');
}

function checkJson(head: Uint8Array, sizeBytes: number): void {
  if (sizeBytes > MAX_MODEL_JSON_BYTES) {
    throw new StrictJsonError(`it has ${sizeBytes} bytes; at most ${MAX_MODEL_JSON_BYTES} are read`);
  }
  if (head.length !== sizeBytes) throw new StrictJsonError(`it has ${sizeBytes} bytes and ${head.length} were read`);
  parseStrictJson(head, MAX_JSON_DEPTH);
}

function judged<T>(name: string, judge: () => T): T {
  try {
    return judge();
  } catch (cause) {
    if (cause instanceof SafetensorsError || cause instanceof StrictJsonError)
      throw refused(name, cause.message, cause);
    throw cause;
  }
}

function refused(name: string, found: string, cause?: Error): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Model file ${JSON.stringify(name)}`,
      found,
      allowed: 'well-formed safetensors and JSON files',
      remedy: 'Save weights as safetensors and settings as JSON, and leave other files out of the model folder',
    },
    { reasonCode: 'format-not-allowed', ...(cause === undefined ? {} : { cause }) },
  );
}
