import { type Comparison, hexOf, type RepositoryContents, sha256, type TreeView, type Wanted } from '@gatehouse/core';

const UNCHANGED: Comparison = { files: [], commits: { commits: [], truncated: false } };

/** A repository whose default branch has one commit with these files. */
export function memoryContents(
  texts: Readonly<Record<string, string | Uint8Array>>,
  commit = 'b'.repeat(40),
): RepositoryContents {
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      typeof text === 'string' ? new TextEncoder().encode(text) : text,
    ]),
  );
  const view = ({ files: asked = [], folders = [] }: Wanted): TreeView => ({
    files: new Map(asked.map((path) => [path, files.get(path) ?? null])),
    folders: new Map(
      folders.map((folder) => [folder, new Map([...files].filter(([path]) => folderOf(path) === folder))]),
    ),
  });
  return {
    readTip: async (wanted) => ({ ...view(wanted), branch: 'main', commit }),
    readAt: async (_, wanted) => view(wanted),
    commitsBetween: async () => [],
    comparison: async () => UNCHANGED,
    coAuthors: async () => [],
    defaultBranch: async () => 'main',
    branchHead: async () => commit,
    readFile: async (path) => files.get(path) ?? null,
    listFiles: async () =>
      [...files].map(([path, bytes]) => ({ path, blobSha: hexOf(sha256(bytes)).slice(0, 40), mode: '100644' })),
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
