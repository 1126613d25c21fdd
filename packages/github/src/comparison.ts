import { ActionError, type CommitSha, type Comparison, type PullCommit, type TreeFile } from '@gatehouse/core';
import { z } from 'zod';
import { accountAnswer, shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import { readTree } from './git-trees.ts';
import { unexpectedAnswer } from './service-errors.ts';

const PERMISSION = 'contents: read';
const PER_PAGE = 100;
/** GitHub lists no more files than these, all with the first page, and says nothing about the rest. */
const MAX_FILES = 300;
/** A pull request shows no more commits, so nobody could have read further ones there. */
const MAX_COMMITS = 249;

// GitHub writes an empty object where it knows no account.
const person = z.union([accountAnswer, z.strictObject({}).transform(() => null)]).nullable();
const fileAnswer = z.object({ filename: z.string().min(1), previous_filename: z.string().optional() });
const pageAnswer = z.object({
  merge_base_commit: z.object({ sha: shaAnswer }),
  total_commits: z.int().min(0),
  commits: z.array(z.object({ sha: shaAnswer, author: person, committer: person })),
  files: z.array(fileAnswer).optional(),
});
type Page = z.output<typeof pageAnswer>;

/** Two commits by their SHAs, which no push can move. */
interface Range {
  readonly base: CommitSha;
  readonly head: CommitSha;
}

/** What a head changes since it left its base, from REST: GraphQL compares only what a branch points at by now. */
export async function comparison(client: GitHubClient, range: Range): Promise<Comparison> {
  const first = await readPage(client, range, 1);
  const [commits, files] = await Promise.all([commitsOf(client, range, first), filesOf(client, range, first)]);
  return { files, commits: { commits, truncated: first.total_commits > MAX_COMMITS } };
}

function purposeOf({ base, head }: Range): { readonly doing: string; readonly permission: string } {
  return { doing: `compare ${base} with ${head}`, permission: PERMISSION };
}

async function readPage(client: GitHubClient, range: Range, page: number): Promise<Page> {
  return client.call({
    ...purposeOf(range),
    path: `${client.repository}/compare/${range.base}...${range.head}`,
    params: { per_page: PER_PAGE, page },
    answer: pageAnswer,
  });
}

/** All commits, or those of the first page where there are more than anybody may judge. */
async function commitsOf(client: GitHubClient, range: Range, first: Page): Promise<readonly PullCommit[]> {
  const total = first.total_commits;
  if (total > MAX_COMMITS) return first.commits;
  const further = Array.from({ length: Math.max(0, Math.ceil(total / PER_PAGE) - 1) }, (_, index) => index + 2);
  const pages = await Promise.all(further.map((page) => readPage(client, range, page)));
  const commits = [first, ...pages].flatMap((page) => page.commits);
  const different = new Set(commits.map(({ sha }) => sha)).size;
  if (different !== total || commits.length !== total) {
    throw unexpectedAnswer(purposeOf(range), `${different} different commits where GitHub counts ${total}`);
  }
  return commits;
}

/** Both names of a renamed file, so that moving a governed file away counts as changing it. */
async function filesOf(client: GitHubClient, range: Range, first: Page): Promise<readonly string[]> {
  if (first.files === undefined) throw unexpectedAnswer(purposeOf(range), 'no "files"');
  if (first.files.length >= MAX_FILES) return filesOfTrees(client, range, first.merge_base_commit.sha);
  const names = first.files.flatMap(({ filename, previous_filename: before }) => [filename, before ?? filename]);
  return [...new Set(names)];
}

/** What differs between the trees, where the list of files is cut off. A rename is a path less and a path more. */
async function filesOfTrees(client: GitHubClient, range: Range, start: CommitSha): Promise<readonly string[]> {
  const [before, after] = await Promise.all([readTree(client, start), readTree(client, range.head)]);
  if (before.truncated || after.truncated) throw tooManyFiles(range);
  const [old, now] = [byPath(before.files), byPath(after.files)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
}

function byPath(files: readonly TreeFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, mode, blobSha }) => [path, `${mode} ${blobSha}`]));
}

function tooManyFiles({ base, head }: Range): ActionError {
  return new ActionError(
    'refused',
    {
      where: `The changes from ${base} to ${head}`,
      found: `${MAX_FILES} files or more, in a tree that GitHub does not list whole`,
      allowed: `Fewer than ${MAX_FILES} changed files, or a tree of at most 100,000 entries and 7 MB`,
      remedy: 'Split the pull request into smaller ones',
    },
    { reasonCode: 'too-many-files' },
  );
}
