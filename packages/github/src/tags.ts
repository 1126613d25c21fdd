import type { AnnotatedTag, Tags } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import { unexpectedAnswer } from './service-errors.ts';

const gitObject = z.object({ type: z.string(), sha: shaAnswer });
const refAnswer = z.object({ ref: z.string(), object: gitObject });
const tagAnswer = z.object({ tag: z.string(), message: z.string(), object: gitObject });
const REF = 'refs/tags/';
/** Tags of tags of tags: more than this is mischief. */
const MAX_DEPTH = 5;

/** Annotated tags; `#` and `@` of GTO's grammar are percent-encoded in addresses. */
export function createTags(client: GitHubClient): Tags {
  const matching = async (prefix: string): Promise<readonly z.output<typeof refAnswer>[]> =>
    client.list({
      doing: `list the tags that start with "${prefix}"`,
      permission: 'contents: read',
      path: `${client.repository}/git/matching-refs/tags/${encodeURIComponent(prefix)}`,
      item: refAnswer,
      unpaged: true,
    });
  return {
    async names(prefix) {
      return (await matching(prefix)).map(({ ref }) => ref.slice(REF.length));
    },
    async list(prefix) {
      const refs = await matching(prefix);
      const annotated = refs.filter(({ object }) => object.type === 'tag');
      return Promise.all(annotated.map(async ({ ref, object }) => peel(client, ref, object.sha)));
    },
    async create({ name, commit, message }) {
      const purpose = { doing: `create the tag "${name}"`, permission: 'contents: write' };
      const tag = await client.call({
        ...purpose,
        method: 'POST',
        path: `${client.repository}/git/tags`,
        params: { tag: name, message, object: commit, type: 'commit' },
        answer: z.object({ sha: shaAnswer }),
      });
      await client.call({
        ...purpose,
        method: 'POST',
        path: `${client.repository}/git/refs`,
        params: { ref: `refs/tags/${name}`, sha: tag.sha },
        answer: refAnswer,
      });
    },
  };
}

async function peel(client: GitHubClient, ref: string, sha: string): Promise<AnnotatedTag> {
  const name = ref.slice(REF.length);
  const purpose = { doing: `read the tag "${name}"`, permission: 'contents: read' };
  const read = async (tagSha: string): Promise<z.output<typeof tagAnswer>> =>
    client.call({ ...purpose, path: `${client.repository}/git/tags/${tagSha}`, answer: tagAnswer });
  const outer = await read(sha);
  // A reference to another tag's object would lend that tag's message and signature to this name.
  if (outer.tag !== name) throw unexpectedAnswer(purpose, `its object says that it is the tag "${outer.tag}"`);
  let { object } = outer;
  for (let depth = 1; object.type === 'tag' && depth < MAX_DEPTH; depth += 1) ({ object } = await read(object.sha));
  if (object.type !== 'commit') throw unexpectedAnswer(purpose, `it points at a ${object.type}, not at a commit`);
  return { name, commit: object.sha, message: outer.message };
}
