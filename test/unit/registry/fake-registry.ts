import {
  ActionError,
  type AnnotatedTag,
  type AssetSource,
  type ByteRange,
  type Digest,
  type Release,
  type ReleaseAsset,
  type Releases,
  sha256,
  type Tags,
} from '@gatehouse/core';

/** What stops a run where it stands: nothing of the registry may catch it. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

interface StoredAsset extends ReleaseAsset {
  readonly bytes: Uint8Array;
}

type StoredRelease = Omit<Release, 'assets'> & { readonly assets: readonly StoredAsset[] };

/** Releases and tags in memory, with GitHub's rules where publishing depends on them. */
export class FakeRegistry {
  readonly stored = new Map<number, StoredRelease>();
  readonly storedTags: AnnotatedTag[] = [];
  /** Names of tags without an object of their own: they are listed by name alone. */
  readonly lightweight: string[] = [];
  /** Every call of a port that was made, in order: `upload model.json`. */
  readonly calls: string[] = [];
  /** Repository setting: releases become immutable when they are published. */
  immutable = true;
  /** Dies at this call, counted from 0; `after` does the work first and loses the answer. */
  dieAt: { readonly call: number; readonly when: 'before' | 'after' } | null = null;
  /** What GitHub makes of each upload, in order; nothing left means that it works. */
  readonly uploadFaults: ('broken' | 'starter' | 'no-digest' | 'altered' | 'renamed')[] = [];
  /** What becomes of each download of a part, in order; nothing left means that it works. */
  readonly downloadFaults: ('broken' | 'cut' | 'short' | 'long' | 'flipped')[] = [];
  downloadedBytes = 0;
  #nextId = 1;

  get releases(): Releases {
    return {
      list: async () => this.#step('list', () => [...this.stored.values()].toReversed()),
      byTag: async (tag) => this.#step('byTag', () => this.all().find((r) => r.tag === tag && !r.draft) ?? null),
      get: async (id) => this.#step('get', () => this.#release(id)),
      createDraft: async (draft) => this.#step('createDraft', () => this.#createDraft(draft)),
      upload: async (release, asset) => this.#upload(release, asset),
      deleteAsset: async (id) => this.#step('deleteAsset', () => this.#deleteAsset(id)),
      deleteDraft: async (id) => this.#step('deleteDraft', () => this.#deleteDraft(id)),
      publish: async (id) => this.#step('publish', () => this.#publish(id)),
      download: async (id, range) => this.#step('download', () => this.#download(id, range)),
    };
  }

  get tags(): Tags {
    return {
      names: async (prefix) =>
        this.#step('names', () =>
          [...this.storedTags.map(({ name }) => name), ...this.lightweight].filter((name) => name.startsWith(prefix)),
        ),
      list: async (prefix) => this.#step('tags', () => this.storedTags.filter(({ name }) => name.startsWith(prefix))),
      create: async (tag) => this.#step('createTag', () => this.#createTag(tag)),
    };
  }

  all(): readonly StoredRelease[] {
    return [...this.stored.values()];
  }

  /** Changes a stored release behind the back of everyone. */
  alter(id: number, change: Partial<StoredRelease>): void {
    this.stored.set(id, { ...this.#release(id), ...change });
  }

  async #step<T>(call: string, work: () => T): Promise<T> {
    const index = this.calls.push(call) - 1;
    // A dead process makes no further call either, whatever it would do about an error.
    const { call: last, when } = this.dieAt ?? { call: Number.POSITIVE_INFINITY, when: 'after' };
    if (index > last || (index === last && when === 'before')) throw new Killed(call);
    const result = work();
    if (index === last) throw new Killed(call);
    return result;
  }

  #release(id: number): StoredRelease {
    const release = this.stored.get(id);
    if (release === undefined) throw service(`404 release ${id}`);
    return release;
  }

  #createDraft(draft: Parameters<Releases['createDraft']>[0]): Release {
    const id = this.#nextId++;
    const release = { id, ...draft, draft: true, immutable: false, url: 'u', uploadUrl: 'up', assets: [] };
    this.stored.set(id, release);
    return release;
  }

  async #upload(target: Release, asset: AssetSource): Promise<ReleaseAsset> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of asset.open()) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    return this.#step(`upload ${asset.name}`, () => {
      const release = this.#release(target.id);
      if (release.immutable) throw service('422 Cannot upload assets to an immutable release');
      if (release.assets.some(({ name }) => name === asset.name)) throw service('422 already_exists');
      const fault = this.uploadFaults.shift();
      if (fault === 'broken') throw service('502');
      const stored = this.#toAsset(asset.name, bytes, fault);
      this.alter(release.id, { assets: [...release.assets, stored] });
      if (fault === 'starter') throw service('502');
      return stored;
    });
  }

  #toAsset(name: string, sent: Uint8Array, fault: string | undefined): StoredAsset {
    const bytes = fault === 'altered' ? Buffer.concat([sent.subarray(1), Buffer.from('!')]) : sent;
    const digest: Digest | null = fault === 'starter' || fault === 'no-digest' ? null : sha256(bytes);
    return {
      id: this.#nextId++,
      name: fault === 'renamed' ? `${name}.1` : name,
      sizeBytes: fault === 'starter' ? 0 : bytes.length,
      state: fault === 'starter' ? 'starter' : 'uploaded',
      digest,
      url: 'u',
      bytes,
    };
  }

  #deleteAsset(id: number): void {
    const owner = this.all().find(({ assets }) => assets.some((asset) => asset.id === id));
    if (owner === undefined || owner.immutable) throw service(`422 asset ${id}`);
    this.alter(owner.id, { assets: owner.assets.filter((asset) => asset.id !== id) });
  }

  #deleteDraft(id: number): void {
    if (!this.#release(id).draft) throw service('not a draft');
    this.stored.delete(id);
  }

  #publish(id: number): Release {
    const { tag } = this.#release(id);
    if (this.all().some((release) => release.tag === tag && !release.draft && release.id !== id))
      throw service('422 tag');
    if (!this.storedTags.some(({ name }) => name === tag))
      throw new Error('GitHub would create a lightweight tag here');
    this.alter(id, { draft: false, immutable: this.immutable });
    return this.#release(id);
  }

  #download(id: number, range?: ByteRange): AsyncIterable<Uint8Array> {
    const asset = this.all()
      .flatMap(({ assets }) => assets)
      .find((candidate) => candidate.id === id);
    if (asset === undefined) throw service(`404 asset ${id}`);
    const fault = asset.name.startsWith('part-') ? this.downloadFaults.shift() : undefined;
    if (fault === 'broken') throw service('502');
    const bytes = asset.bytes.subarray(range?.begin, range?.end);
    this.downloadedBytes += bytes.length;
    return streamOf(bytes, fault);
  }

  #createTag(tag: AnnotatedTag): void {
    if ([...this.storedTags.map(({ name }) => name), ...this.lightweight].includes(tag.name))
      throw service('422 Reference already exists');
    this.storedTags.push(tag);
  }
}

async function* streamOf(bytes: Uint8Array, fault: string | undefined): AsyncGenerator<Uint8Array> {
  if (fault === 'cut' || fault === 'short') {
    yield bytes.subarray(0, bytes.length - 1);
    if (fault === 'cut') throw service('terminated');
    return;
  }
  const [first = 0] = bytes;
  yield fault === 'flipped' ? Buffer.concat([Buffer.of(first ^ 1), bytes.subarray(1)]) : bytes;
  if (fault === 'long') yield Buffer.of(0);
}

function service(found: string): ActionError {
  return new ActionError('service', { where: 'GitHub', found, allowed: 'success', remedy: 'try again' });
}
