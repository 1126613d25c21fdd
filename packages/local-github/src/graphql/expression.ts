import { readRef } from '../git/git.ts';
import { findTreeEntry } from '../git/tree-object.ts';
import type { RepositoryRecord } from '../records.ts';

/** SHA of what `main`, `HEAD:folder/file`, a SHA or `main~2` names in a repository, or `null`. */
export async function resolveExpression(repository: RepositoryRecord, expression: string): Promise<string | null> {
  const colon = expression.indexOf(':');
  const root = await resolveRevision(repository, colon < 0 ? expression : expression.slice(0, colon));
  if (root === null || colon < 0) return root;
  const path = expression.slice(colon + 1);
  if (path === '') return readRef(repository.gitDir, `${root}^{tree}`);
  return (await findTreeEntry(repository.gitDir, root, path))?.sha ?? null;
}

/** Only plain names and steps back: git's other notations could ask for more than this repository's objects. */
async function resolveRevision({ gitDir, defaultBranch }: RepositoryRecord, text: string): Promise<string | null> {
  const [, name = '', steps = ''] = /^(.+?)((?:[~^]\d{0,4}|\^\{(?:commit|tree)\})*)$/.exec(text) ?? [];
  if (name === 'HEAD') return readRef(gitDir, `refs/heads/${defaultBranch}${steps}`);
  if (!isPlainRefName(name)) return null;
  const candidates = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  if (/^[0-9a-f]{7,40}$/.test(name)) candidates.unshift(name);
  for (const candidate of candidates) {
    const sha = await readRef(gitDir, `${candidate}${steps}`);
    if (sha !== null) return sha;
  }
  return null;
}

/** The full name and SHA of a ref by its full or short name, branches before tags; `null` for none. */
export async function findRef(
  { gitDir }: RepositoryRecord,
  name: string,
): Promise<{ readonly ref: string; readonly sha: string } | null> {
  if (!isPlainRefName(name)) return null;
  for (const ref of name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`]) {
    const sha = await readRef(gitDir, ref);
    if (sha !== null) return { ref, sha };
  }
  return null;
}

/** Without what git gives a meaning in revisions. */
export function isPlainRefName(name: string): boolean {
  return name !== '' && !/[\s~^:?*[\\]|\.\.|@\{|^[-/]|\/$/.test(name) && name !== '@';
}
