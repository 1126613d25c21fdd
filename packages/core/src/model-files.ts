import { type Digest, isDigest } from './digest.ts';
import { ConfigError, type Fault } from './errors.ts';

/** One file of a model, named relative to the model folder with `/` between the parts. */
export interface ModelFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
}

/** The one name the model digest leaves out, so a model may not bring a file of that name. */
export const SIGNATURE_FILE = 'model.sig';

const MAX_NAME_BYTES = 1024;
const MAX_PART_BYTES = 255;
/** Control and format characters, line separators and lone surrogates: what a name can be disguised with. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Refuses a list of model files that some file system or reader would understand in another way than we do.
 *
 * @throws ConfigError with every fault: no file at all; a name that is empty, absolute, not NFC, too long, or has
 *   `..`, `.`, an empty part, `\`, `:` (drives, streams), an invisible character, or a part that ends in a dot or a
 *   space (Windows drops them); two names that collide when case or normalisation is ignored; a name that is a file
 *   and a folder; the name of the signature; a digest or size that is not one.
 */
export function checkModelFiles(files: readonly ModelFile[]): void {
  const faults: Fault[] = [];
  if (files.length === 0) {
    faults.push({
      where: 'Model',
      found: 'it has no files',
      allowed: 'a model has at least one file',
      remedy: 'Let the training command write its files into the output folder',
    });
  }
  for (const file of files) faults.push(...faultsOf(file));
  faults.push(...collisions(files));
  if (faults.length > 0) throw new ConfigError(faults);
}

function faultsOf(file: ModelFile): Fault[] {
  const where = `Model file ${JSON.stringify(file.name)}`;
  const faults = nameFaults(file.name).map((found) => ({
    where,
    found,
    allowed: 'a relative path in Unicode NFC with "/" between plain parts',
    remedy: 'Rename the file',
  }));
  if (!isDigest(file.digest)) {
    faults.push({
      where,
      found: `digest ${file.digest}`,
      allowed: '"sha256:" and 64 hex digits',
      remedy: 'Hash the file',
    });
  }
  if (!Number.isSafeInteger(file.sizeBytes) || file.sizeBytes < 0) {
    faults.push({
      where,
      found: `size ${file.sizeBytes}`,
      allowed: 'a whole number of bytes',
      remedy: 'Measure the file',
    });
  }
  return faults;
}

function nameFaults(name: string): string[] {
  const faults: string[] = [];
  const parts = name.split('/');
  if (name === '') return ['the name is empty'];
  if (name.startsWith('/')) faults.push('the name is absolute');
  else if (parts.includes('')) faults.push('the name has an empty part');
  if (parts.includes('..')) faults.push('the name has the part ".."');
  if (parts.includes('.')) faults.push('the name has the part "."');
  if (name.includes('\\')) faults.push('the name has a backslash');
  if (name.includes(':')) faults.push('the name has a colon, which means a drive or a stream on Windows');
  if (INVISIBLE.test(name)) faults.push('the name has a control or invisible character');
  else if (name !== name.normalize('NFC')) faults.push('the name is not in Unicode normal form NFC');
  if (parts.some((part) => part !== '.' && part !== '..' && /[. ]$/.test(part))) {
    faults.push('a part of the name ends in a dot or a space');
  }
  const tooLong = byteLength(name) > MAX_NAME_BYTES || parts.some((part) => byteLength(part) > MAX_PART_BYTES);
  if (tooLong) faults.push(`the name is longer than ${MAX_NAME_BYTES} bytes, or a part longer than ${MAX_PART_BYTES}`);
  if (folded(name) === SIGNATURE_FILE) faults.push(`"${SIGNATURE_FILE}" is kept for the signature`);
  return faults;
}

/** Names that are one name to a file system that ignores case or normalisation, folders included. */
function collisions(files: readonly ModelFile[]): Fault[] {
  const seen = new Map<string, { readonly path: string; readonly kind: 'file' | 'folder' }>();
  const faults: Fault[] = [];
  for (const { name } of files) {
    const parts = name.split('/');
    for (let length = 1; length <= parts.length; length++) {
      const path = parts.slice(0, length).join('/');
      const kind = length === parts.length ? 'file' : 'folder';
      const other = seen.get(folded(path));
      if (other === undefined) seen.set(folded(path), { path, kind });
      else if (other.path !== path || other.kind === 'file' || kind === 'file') {
        faults.push(collision(`${kind} ${JSON.stringify(path)}`, `${other.kind} ${JSON.stringify(other.path)}`));
      }
    }
  }
  return faults;
}

function collision(one: string, other: string): Fault {
  return {
    where: `Model ${one}`,
    found: `it collides with the ${other}`,
    allowed: 'names that differ in more than case and normalisation',
    remedy: 'Rename one of them',
  };
}

function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
