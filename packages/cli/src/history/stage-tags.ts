import type { AnnotatedTag } from '@gatehouse/core';
import type { StageTags } from '@gatehouse/registry';
import type { GitRepository } from '../ledger/git-repository.ts';

const FIELDS = ['refname:strip=2', 'objecttype', 'tag', '*objecttype', '*objectname', 'contents'];
const END = '\u0000\u0000\n';

/** The tags of a clone, from its own refs. A tag that borrows the object of another one is none of its own. */
export async function readTags(repository: GitRepository): Promise<StageTags> {
  const format = `${FIELDS.map((field) => `%(${field})`).join('%00')}%00%00`;
  const listing = await repository.text(['for-each-ref', `--format=${format}`, 'refs/tags/']);
  const names: string[] = [];
  const annotated: AnnotatedTag[] = [];
  for (const record of listing.split(END)) {
    if (record === '') continue;
    const [name = '', type, ownName, target, commit = '', message = ''] = record.split('\u0000');
    names.push(name);
    if (type === 'tag' && ownName === name && target === 'commit') annotated.push({ name, commit, message });
  }
  return { names, annotated };
}
