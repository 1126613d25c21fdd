import { ActionError, type Release, type Releases } from '@gatehouse/core';
import { z } from 'zod';
import { uploadAsset } from './asset-upload.ts';
import { toByteStream } from './byte-stream.ts';
import type { GitHubClient } from './client.ts';
import { releaseAnswer } from './release-answer.ts';

const READ = 'contents: read';
const WRITE = 'contents: write';

export function createReleases(client: GitHubClient): Releases {
  const base = `${client.repository}/releases`;
  const list: Releases['list'] = async () =>
    client.list({ doing: 'list the releases', permission: READ, path: base, item: releaseAnswer });
  return {
    list,
    async byTag(tag) {
      const doing = `read the release of tag "${tag}"`;
      const path = `${base}/tags/${encodeURIComponent(tag)}`;
      const release = await client.find({ doing, permission: READ, path, answer: releaseAnswer });
      if (release !== null) return release;
      // 404 also means "this token may not read": an answer to another read shows that it may.
      await client.call({ doing, permission: READ, path: base, params: { per_page: 1 }, answer: z.array(z.unknown()) });
      return null;
    },
    async get(id) {
      const doing = `read release ${id}`;
      return client.call({ doing, permission: READ, path: `${base}/${id}`, answer: releaseAnswer });
    },
    async createDraft({ tag, targetCommit, title, body }) {
      return unlessBurned(
        client.call({
          doing: `draft the release of tag "${tag}"`,
          permission: WRITE,
          method: 'POST',
          path: base,
          params: { tag_name: tag, target_commitish: targetCommit, name: title, body, draft: true },
          answer: releaseAnswer,
        }),
      );
    },
    async upload(release, asset) {
      return uploadAsset(client, release, asset);
    },
    async deleteAsset(assetId) {
      await remove(client, `delete asset ${assetId}`, `${base}/assets/${assetId}`);
    },
    async deleteDraft(id) {
      const release = await client.call({
        doing: `read release ${id}`,
        permission: READ,
        path: `${base}/${id}`,
        answer: releaseAnswer,
      });
      if (!release.draft) throw notADraft(release);
      await remove(client, `delete the draft release ${id}`, `${base}/${id}`);
    },
    async publish(id) {
      return unlessBurned(
        client.call({
          doing: `publish release ${id}`,
          permission: WRITE,
          method: 'PATCH',
          path: `${base}/${id}`,
          // Which model is current is what a stage says; GitHub's "latest" of many models means nothing.
          params: { draft: false, make_latest: 'false' },
          answer: releaseAnswer,
        }),
      );
    },
    async download(assetId, range) {
      const purpose = { doing: `download asset ${assetId}`, permission: READ };
      const path = `${base}/assets/${assetId}`;
      return toByteStream(client, purpose, { path, accept: 'application/octet-stream', range });
    },
  };
}

async function remove(client: GitHubClient, doing: string, path: string): Promise<void> {
  await client.call({ doing, permission: WRITE, method: 'DELETE', path, answer: z.unknown() });
}

/** The name of an immutable release is used up for ever, also after the release was deleted. */
async function unlessBurned(call: Promise<Release>): Promise<Release> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof ActionError) || !error.fault.found.includes('was used by an immutable release')) throw error;
    const remedy = 'Publish under the next version';
    throw new ActionError('refused', { ...error.fault, remedy }, { cause: error, reasonCode: 'version-exists' });
  }
}

function notADraft(release: Release): ActionError {
  return new ActionError('refused', {
    where: `Release ${release.id}, tag "${release.tag}"`,
    found: 'It is published',
    allowed: 'Only drafts are ever deleted',
    remedy: 'Publish another version',
  });
}
