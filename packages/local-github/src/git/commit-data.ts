import { readObjects } from './git.ts';

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: Date;
}

/** A commit as git stores it. */
export interface CommitData {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
  readonly signature: string | null;
}

/** Reads commits in one git process; a SHA that is not there is a fault of this server. */
export async function readCommits(gitDir: string, shas: readonly string[]): Promise<readonly CommitData[]> {
  const objects = await readObjects(gitDir, shas);
  return objects.map((object, index) => {
    if (object?.type !== 'commit') throw new Error(`${shas[index]} is no commit of ${gitDir}.`);
    return parseCommit(object.sha, object.content.toString('utf8'));
  });
}

export async function readCommit(gitDir: string, sha: string): Promise<CommitData> {
  const [commit] = await readCommits(gitDir, [sha]);
  if (commit === undefined) throw new Error(`${sha} is no commit of ${gitDir}.`);
  return commit;
}

export function parseCommit(sha: string, text: string): CommitData {
  const { headers, message } = parseHeaders(text);
  const one = (name: string): string => headers.find(([key]) => key === name)?.[1] ?? '';
  return {
    sha,
    tree: one('tree'),
    parents: headers.filter(([key]) => key === 'parent').map(([, value]) => value),
    author: parseSignature(one('author')),
    committer: parseSignature(one('committer')),
    message,
    signature: one('gpgsig') === '' ? null : one('gpgsig'),
  };
}

export interface TagData {
  readonly object: string;
  readonly type: string;
  readonly tag: string;
  readonly tagger: Signature;
  readonly message: string;
}

export function parseTag(text: string): TagData {
  const { headers, message } = parseHeaders(text);
  const one = (name: string): string => headers.find(([key]) => key === name)?.[1] ?? '';
  return { object: one('object'), type: one('type'), tag: one('tag'), tagger: parseSignature(one('tagger')), message };
}

function parseHeaders(text: string): {
  readonly headers: readonly (readonly [string, string])[];
  readonly message: string;
} {
  const end = text.indexOf('\n\n');
  // A header goes on in lines that begin with a space.
  const lines = (end < 0 ? text : text.slice(0, end)).replace(/\n /g, '\u0000').split('\n');
  const headers = lines.map((line): readonly [string, string] => {
    const space = line.indexOf(' ');
    return [line.slice(0, space), line.slice(space + 1).replaceAll('\u0000', '\n')];
  });
  return { headers, message: end < 0 ? '' : text.slice(end + 2) };
}

function parseSignature(text: string): Signature {
  const match = /^(.*?) ?<([^>]*)> (-?\d+) [+-]\d{4}$/.exec(text);
  if (match === null) return { name: '', email: '', date: new Date(0) };
  return { name: match[1] ?? '', email: match[2] ?? '', date: new Date(Number(match[3]) * 1000) };
}

/** As git writes it; the local GitHub signs in UTC. */
export function formatSignature(signature: Signature): string {
  const clean = (text: string): string => text.replace(/[<>\n]/g, '');
  return `${clean(signature.name)} <${clean(signature.email)}> ${Math.floor(signature.date.getTime() / 1000)} +0000`;
}
