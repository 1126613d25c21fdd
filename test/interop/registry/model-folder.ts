import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FoundFile } from '@gatehouse/attest';
import { hexOf, sha256 } from '@gatehouse/core';
import type { Draws } from './draws.ts';

/** A model as it lies in a folder: bytes by name. */
export type Model = ReadonlyMap<string, Buffer>;

/** Names that sort, fold or print in more than one way, each of them allowed. */
const NAMES: readonly [string, ...string[]] = [
  'config.json',
  'config/a.json',
  'config-b.json',
  'é.txt',
  '模型/权重.bin',
  '🦊.bin',
  '～.bin',
  'with space/and space.txt',
  '.hidden',
  '.gitattributes',
  'a/b/c/d/e/f/g/h.bin',
  "quote'd.txt",
  '100%.txt',
  'UPPER/Case.TXT',
];

/** Models of all sorts: few files and many, empty ones, nested and foreign names, one of several megabytes. */
export function drawModels(draws: Draws): readonly Model[] {
  const small = Array.from({ length: 8 }, () => {
    const names = NAMES.filter(() => draws.below(2) === 0);
    return new Map([
      ['weights.bin', draws.bytes(1 + draws.below(5000))],
      ...names.map((name) => [name, draws.bytes(draws.pick([0, 1, 63, 64, 1000, 4097]))] as const),
    ]);
  });
  const all = new Map([...NAMES, 'weights.bin'].map((name) => [name, draws.bytes(1 + draws.below(100))]));
  const many = new Map(
    Array.from({ length: 300 }, (_, index) => [`part-${index}/${index % 7}.bin`, draws.bytes(draws.below(40))]),
  );
  return [...small, all, many, new Map([['large.safetensors', draws.bytes(3_000_017)]])];
}

/** What can be wrong with a model after it was signed. */
const SPOILS: readonly ((model: Map<string, Buffer>, draws: Draws) => void)[] = [
  (model, draws) => model.set(...flipped(model, draws)),
  (model) => model.set('added.py', Buffer.from('import os\n')),
  (model) => model.set('__init__.py', Buffer.alloc(0)),
  (model, draws) => model.delete(flipped(model, draws)[0]),
  (model, draws) => {
    const [name] = flipped(model, draws);
    model.set(`${name}.renamed`, model.get(name) ?? Buffer.alloc(0));
    model.delete(name);
  },
];

/** A copy with one fault, of another kind for each index. */
export function spoiltModel(model: Model, index: number, draws: Draws): Model {
  const copy = new Map(model);
  // One file renamed or gone must leave another, or nothing would be compared.
  const kind = model.size === 1 ? 0 : index % SPOILS.length;
  SPOILS[kind]?.(copy, draws);
  return copy;
}

/** One file that is not empty, with one bit flipped. */
function flipped(model: Model, draws: Draws): [string, Buffer] {
  const full = [...model].filter(([, bytes]) => bytes.length > 0);
  const [name, bytes] = full[draws.below(full.length)] ?? ['', Buffer.alloc(1)];
  return [name, withFlippedBit(bytes, draws)];
}

/** The same bytes but for one bit. */
export function withFlippedBit(bytes: Uint8Array, draws: Draws, from = 0): Buffer {
  const copy = Buffer.from(bytes);
  const at = from + draws.below(copy.length - from);
  copy[at] = (copy[at] ?? 0) ^ (1 << draws.below(8));
  return copy;
}

/** Writes a model into a new folder. */
export function writeModel(folder: string, model: Model): void {
  for (const [name, bytes] of model) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** The files of a model as a verifier here hashes them. */
export function foundFiles(model: Model, shardBytes: number): FoundFile[] {
  return [...model].map(([name, bytes]) => ({
    name,
    sizeBytes: bytes.length,
    digest: sha256(bytes),
    shardDigests: Array.from({ length: Math.ceil(bytes.length / shardBytes) }, (_, index) =>
      hexOf(sha256(bytes.subarray(index * shardBytes, (index + 1) * shardBytes))),
    ),
  }));
}
