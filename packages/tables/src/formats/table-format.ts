import { POINTER_NAMES, pointerKind, type TableFormat } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted } from '../quoted.ts';
import type { InputFile } from './resolve-files.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

const BY_ENDING: Readonly<Record<string, TableFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  parquet: 'parquet',
  pq: 'parquet',
};

/** Format by the ending of the name, before `.gz` or `.zst`; the same for all files of a table. */
export function formatOf(files: readonly InputFile[], declared: TableFormat | undefined): TableFormat {
  if (declared !== undefined) return declared;
  const formats = new Set(files.map((file) => byName(file)));
  const [format] = formats;
  if (format !== undefined && formats.size === 1) return format;
  throw refusedInput('file-unreadable', {
    where: files.map((file) => quoted(file.path)).join(', '),
    found: `the formats ${[...formats].join(', ')} in one table`,
    allowed: 'files of one format',
    remedy: 'Write them in one format',
  });
}

/** Format that the ending of a path or glob says, before `.gz` or `.zst`; `null` when it says none. */
export function formatByName(path: string): TableFormat | null {
  const ending = /\.([a-z0-9]+)(?:\.(?:gz|zst|zstd))?$/.exec(path.toLowerCase())?.[1] ?? '';
  return (Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined) ?? null;
}

function byName(file: InputFile): TableFormat {
  const format = formatByName(file.path);
  if (format !== null) return format;
  throw refusedInput('file-unreadable', {
    where: quoted(file.path),
    found: 'a name that says no format',
    allowed: `a name that ends in .${Object.keys(BY_ENDING).join(', .')}; text also with .gz or .zst behind it`,
    remedy: 'Rename the file; on the command line --format says it too',
  });
}

/** By the first bytes, so that a wrong ending cannot mislead. */
export function compressionOf(head: Uint8Array): Compression {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return 'none';
}

/** @throws ActionError `refused`: `pointer-not-fetched` for a small file that only says where the data are. */
export function refusePointer(file: InputFile, head: Uint8Array, bytes: number): void {
  const kind = pointerKind(head, bytes);
  if (kind === null) return;
  const { what: found, fetch } = POINTER_NAMES[kind];
  const remedy = `Run "${fetch}" first`;
  throw refusedInput('pointer-not-fetched', {
    where: quoted(file.path),
    found,
    allowed: 'the data themselves',
    remedy,
  });
}
