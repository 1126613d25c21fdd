import { ActionError, type CommitSha, type FileSet, pathMatcher, type RepositoryContents } from '@gatehouse/core';

const MAX_FILES = 200;

/**
 * The files of a commit that match the policy's globs: the code of the evaluation command, and nothing else.
 *
 * @throws ActionError `refused` when nothing matches, when too much does, or when a match is a link or a submodule.
 */
export async function selectFiles(
  contents: RepositoryContents,
  wanted: { readonly commit: CommitSha; readonly globs: readonly string[] },
): Promise<FileSet> {
  const matches = pathMatcher(wanted.globs);
  const matched = (await contents.listFiles(wanted.commit)).filter((file) => matches(file.path));
  const links = matched.filter((file) => !file.mode.startsWith('100'));
  if (matched.length === 0 || matched.length > MAX_FILES || links.length > 0) {
    throw new ActionError(
      'refused',
      {
        where: `gatehouse.yml: evaluate.files at ${wanted.commit}`,
        found: links[0] === undefined ? `${matched.length} matching files` : `"${links[0].path}" is not a regular file`,
        allowed: `1 to ${MAX_FILES} regular files`,
        remedy: 'Name the files of the inference code, and no data',
      },
      { reasonCode: 'evaluation-error' },
    );
  }
  const files = new Map<string, Uint8Array>();
  for (const file of matched) {
    const bytes = await contents.readFile(file.path, wanted.commit);
    if (bytes !== null) files.set(file.path, bytes);
  }
  return files;
}
