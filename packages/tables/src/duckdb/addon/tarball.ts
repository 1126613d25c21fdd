import { gunzipSync } from 'node:zlib';

const BLOCK = 512;
/** Far above the 75 MB of the addon: a bomb must not take the machine. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

/**
 * The files of an npm tarball by their path below the one folder that every entry is in (`package/`).
 *
 * Only what npm writes is understood: regular files and folders in ustar headers. Links, devices, absolute paths, `..`
 * and entries that say one thing twice are an Error: the caller has compared the digest of the tarball before, so
 * anything else means that the pins are wrong.
 */
export function readNpmTarball(gzipped: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const tar = gunzipSync(gzipped, { maxOutputLength: MAX_UNPACKED_BYTES });
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const type = String.fromCharCode(header[156] ?? 0);
    const size = octal(header, 124, 12);
    const body = at + BLOCK;
    if (body + size > tar.length) throw new Error('The tarball ends within a file.');
    if (type === '0' || type === '\0') addFile(files, pathOf(header), tar.subarray(body, body + size));
    else if (type !== '5') throw new Error(`The tarball has an entry of type ${JSON.stringify(type)}.`);
    at = body + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function addFile(files: Map<string, Uint8Array>, path: string, content: Uint8Array): void {
  const parts = path.split('/').slice(1);
  const safe = parts.length > 0 && parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!safe || path.startsWith('/') || path.includes('\\')) {
    throw new Error(`The tarball has a file named ${JSON.stringify(path)}.`);
  }
  const name = parts.join('/');
  if (files.has(name)) throw new Error(`The tarball has ${name} twice.`);
  files.set(name, content);
}

function pathOf(header: Uint8Array): string {
  const prefix = text(header, 345, 155);
  const name = text(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function text(header: Uint8Array, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return Buffer.from(end === -1 ? field : field.subarray(0, end)).toString('utf8');
}

function octal(header: Uint8Array, from: number, length: number): number {
  const digits = text(header, from, length).trim();
  if (!/^[0-7]+$/.test(digits)) throw new Error('The tarball has a header that is no ustar header.');
  return Number.parseInt(digits, 8);
}
