import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ActionError, type ArtifactUploads, type Digest, isDigest } from '@gatehouse/core';

/** The part of the client of `@actions/artifact` that is used here. */
export interface ArtifactClient {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options?: { readonly retentionDays?: number; readonly compressionLevel?: number },
  ): Promise<{ readonly id?: number; readonly digest?: string; readonly size?: number }>;
  downloadArtifact(
    id: number,
    options?: { readonly path?: string; readonly expectedHash?: string },
  ): Promise<{ readonly downloadPath?: string; readonly digestMismatch?: boolean }>;
}

/** Artifacts of the current run. */
export interface ActionArtifacts extends ArtifactUploads {
  /**
   * Unpacks an artifact of this run into `folder`, which must not exist. The folder appears only when the downloaded
   * bytes have the expected digest.
   *
   * @throws {ActionError} `integrity` when they have another.
   */
  downloadInRun(id: number, folder: string, expected: Digest): Promise<void>;
}

export interface ArtifactOptions {
  /** Folder for what is on its way. */
  readonly temp: string;
  /** How long GitHub keeps an upload; the repository's setting when left out. */
  readonly retentionDays?: number;
  /** Replaced in tests. */
  readonly loadClient?: () => Promise<ArtifactClient>;
}

/** Loaded on first use, so that actions without artifacts do not start with blob storage in memory. */
async function loadToolkitClient(): Promise<ArtifactClient> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

/** Artifacts through `@actions/artifact`. */
export function createArtifacts(options: ArtifactOptions): ActionArtifacts {
  const load = options.loadClient ?? loadToolkitClient;
  const retention = options.retentionDays === undefined ? {} : { retentionDays: options.retentionDays };
  return {
    upload: async (name, files) => {
      const folder = await mkdtemp(join(options.temp, 'gatehouse-upload-'));
      try {
        const paths: string[] = [];
        for (const [file, bytes] of files) {
          const path = join(folder, ...checkedName(file).split('/'));
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, bytes, { flag: 'wx' });
          paths.push(path);
        }
        const { id, digest } = await (await load()).uploadArtifact(name, paths, folder, retention);
        // The toolkit gives bare hex, the REST API and our ports the prefixed form.
        const prefixed = `sha256:${digest ?? ''}`;
        if (id === undefined || !isDigest(prefixed)) throw unconfirmed(name, id, digest);
        return { id, digest: prefixed };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    downloadInRun: async (id, folder, expected) => {
      const arriving = await mkdtemp(join(options.temp, 'gatehouse-download-'));
      try {
        // The toolkit reports another digest as a flag; it does not throw.
        const client = await load();
        const result = await client.downloadArtifact(id, { path: arriving, expectedHash: expected });
        if (result.digestMismatch !== false) throw mismatch(id, expected);
        await mkdir(dirname(folder), { recursive: true });
        await rename(arriving, folder);
      } finally {
        await rm(arriving, { recursive: true, force: true });
      }
    },
  };
}

function checkedName(name: string): string {
  if (name.includes('\\') || name.split('/').some((part) => ['', '.', '..'].includes(part))) {
    throw new ActionError('bug', {
      where: `Artifact file ${JSON.stringify(name)}`,
      found: 'its name leaves the folder',
      allowed: 'Names are relative, with "/" between plain parts',
      remedy: 'Report this as an issue.',
    });
  }
  return name;
}

function unconfirmed(name: string, id: number | undefined, digest: string | undefined): ActionError {
  return new ActionError('service', {
    where: `Upload of the artifact ${JSON.stringify(name)}`,
    found: `GitHub answered id ${id ?? 'none'} and digest ${JSON.stringify(digest ?? 'none')}`,
    allowed: 'Both are needed to name the bytes later',
    remedy: 'Run the job again.',
  });
}

function mismatch(id: number, expected: Digest): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Artifact ${id}`,
      found: 'its bytes have another digest',
      allowed: `The digest must be ${expected}`,
      remedy: 'Find out which job of this run replaced it, then run the workflow again.',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
