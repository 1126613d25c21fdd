import { z } from 'zod';
import { parseYamlDocument } from '../config/parse-document.ts';
import type { Digest } from '../digest.ts';
import { ActionError, ConfigError } from '../errors.ts';

/** A small file that stands for a large one and says which. */
export type DataPointer =
  | { readonly kind: 'git-lfs'; readonly digest: Digest; readonly bytes: number }
  /** MD5 finds a wrong file and proves no right one: whoever makes the data can make two files with one MD5. */
  | { readonly kind: 'dvc'; readonly md5: string; readonly bytes: number; readonly path: string };

/** Pointers are smaller; Git LFS itself says so of its own. */
const LARGEST_POINTER = 1024;
const LARGEST_DVC = 64 * 1024;

const LFS_VERSION = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\//;
const LFS =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-\w+ [^\n]*\n)*oid sha256:([0-9a-f]{64})\nsize (0|[1-9]\d{0,15})\n$/;
const DVC_KEY = /^(?:outs|md5|deps):(?:\s|$)/m;

/** What data a small file is a pointer to, by its looks; `null` for anything else. */
export function pointerKind(head: Uint8Array, bytes: number): DataPointer['kind'] | null {
  if (bytes > LARGEST_POINTER) return null;
  const text = new TextDecoder().decode(head.subarray(0, LARGEST_POINTER));
  if (LFS_VERSION.test(text)) return 'git-lfs';
  return DVC_KEY.test(text) ? 'dvc' : null;
}

/** What fetches the data that a pointer stands for. */
export const POINTER_NAMES: Readonly<Record<DataPointer['kind'], { readonly what: string; readonly fetch: string }>> = {
  'git-lfs': { what: 'a Git LFS pointer', fetch: 'git lfs pull' },
  dvc: { what: 'a DVC pointer', fetch: 'dvc pull' },
};

const hex32 = z.string().regex(/^[0-9a-f]{32}$/, { message: 'must be an MD5 of 32 lower-case hex digits, of a file' });
const dvcFile = z.looseObject({
  outs: z
    .array(
      z.looseObject({
        md5: hex32,
        size: z.int().min(0),
        path: z.string().min(1),
        hash: z.literal('md5').optional(),
        nfiles: z.never({ message: 'must be absent: a folder is no table' }).optional(),
      }),
    )
    .length(1),
});

/**
 * Reads a Git LFS pointer (version 1) or a `.dvc` file that stands for one file.
 *
 * @throws ActionError `refused`, reason `pointer-invalid`.
 */
export function parsePointer(content: Uint8Array, file: string): DataPointer {
  const text = new TextDecoder().decode(content.subarray(0, LARGEST_DVC));
  if (LFS_VERSION.test(text)) return lfsPointer(text, content.length, file);
  if (content.length > LARGEST_DVC) throw invalid(file, `${content.length} bytes`);
  try {
    const { outs } = parseYamlDocument(content, { file, schema: dvcFile, what: 'a DVC pointer' });
    const [out] = outs;
    if (out === undefined) throw invalid(file, 'no output');
    return { kind: 'dvc', md5: out.md5, bytes: out.size, path: out.path };
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    throw invalid(file, cause.faults[0]?.found ?? 'something else', cause);
  }
}

function lfsPointer(text: string, bytes: number, file: string): DataPointer {
  const [, oid, size] = (bytes <= LARGEST_POINTER ? LFS.exec(text) : null) ?? [];
  if (oid === undefined || size === undefined) throw invalid(file, 'a Git LFS pointer of another form');
  return { kind: 'git-lfs', digest: `sha256:${oid}`, bytes: Number(size) };
}

function invalid(file: string, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'refused',
    {
      where: file,
      found,
      allowed: 'a Git LFS pointer of version 1, or a .dvc file with one output that is a file',
      remedy: 'Write it again with "git lfs track" or "dvc add", or remove "pointer" of the dataset',
    },
    { reasonCode: 'pointer-invalid', cause },
  );
}
