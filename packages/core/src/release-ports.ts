import type { CommitSha } from './commit-sha.ts';
import type { Digest } from './digest.ts';

export interface ReleaseAsset {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: 'uploaded' | 'starter';
  readonly digest: Digest | null;
  readonly url: string;
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
  readonly immutable: boolean;
  readonly targetCommit: string;
  readonly url: string;
  readonly uploadUrl: string;
  readonly assets: readonly ReleaseAsset[];
}

/** Releases of one repository, drafts included when the token may see them. */
export interface Releases {
  list(): Promise<readonly Release[]>;
  byTag(tag: string): Promise<Release | null>;
  get(id: number): Promise<Release>;
  createDraft(draft: {
    readonly tag: string;
    readonly targetCommit: CommitSha;
    readonly title: string;
    readonly body: string;
  }): Promise<Release>;
  /** Streams the file; `sizeBytes` is sent as Content-Length. */
  upload(release: Release, asset: AssetSource): Promise<ReleaseAsset>;
  deleteAsset(assetId: number): Promise<void>;
  deleteDraft(id: number): Promise<void>;
  publish(id: number): Promise<Release>;
  /** Bytes of an asset as a stream, or exactly those of a range. */
  download(assetId: number, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
}

/** A run of bytes of a file. */
export interface ByteRange {
  readonly begin: number;
  /** Behind the last byte. */
  readonly end: number;
}

export interface AssetSource {
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Annotated tags. */
export interface Tags {
  /** Names of all tags that start with `prefix`, lightweight ones too: their names are taken as well. */
  names(prefix: string): Promise<readonly string[]>;
  /** Tags whose name starts with `prefix`, each with the commit it points at, peeled; lightweight ones are left out. */
  list(prefix: string): Promise<readonly AnnotatedTag[]>;
  create(tag: { readonly name: string; readonly commit: CommitSha; readonly message: string }): Promise<void>;
}

export interface AnnotatedTag {
  readonly name: string;
  readonly commit: CommitSha;
  readonly message: string;
}

export interface Deployments {
  create(deployment: {
    readonly ref: string;
    readonly environment: string;
    readonly description: string;
    readonly payload: Readonly<Record<string, unknown>>;
  }): Promise<number>;
  setState(
    id: number,
    status: {
      readonly state: 'in_progress' | 'success' | 'failure' | 'error';
      readonly description: string;
      readonly logUrl?: string;
    },
  ): Promise<void>;
}

/** Starts a workflow by name; used where an event made with the job's own token would start nothing. */
export interface Dispatch {
  workflow(file: string, ref: string, inputs: Readonly<Record<string, string>>): Promise<void>;
}
