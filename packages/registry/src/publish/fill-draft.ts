import { ActionError, type Digest, type Release, sha256 } from '@gatehouse/core';
import { MANIFEST_ASSET } from '../asset-names.ts';
import { partBytes, type ReadFileRange } from '../chunks/part-bytes.ts';
import { type ChunkPlan, indexOf } from '../chunks/plan-chunks.ts';
import { inParallel } from '../in-parallel.ts';
import { buildManifest, type Manifest, writeManifest } from '../manifest.ts';
import type { RegistryPorts } from '../registry-ports.ts';
import { type TransferMeter, transferMeter } from '../transfer-watch.ts';
import type { CheckedPlan, PlannedFile } from './publish-plan.ts';
import type { PublishWatch } from './publish-watch.ts';
import { ensureAsset, type StoredAsset } from './upload-asset.ts';

/** Uploads at once; each holds one chunk in memory. */
const AT_ONCE = 4;
const OCTETS = 'application/octet-stream';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonl: 'application/jsonl',
  md: 'text/markdown',
};

export interface Filling {
  readonly plan: CheckedPlan;
  readonly chunks: ChunkPlan;
  readonly draft: Release;
  readonly watch: PublishWatch;
}

/** Deletes what a draft holds beside the planned assets. */
export async function clearDraft(ports: RegistryPorts, { plan, chunks, draft }: Filling): Promise<void> {
  const planned = new Set([MANIFEST_ASSET, ...chunks.parts.map(({ asset }) => asset)]);
  for (const { name } of plan.attachments) planned.add(name);
  for (const { id, name } of draft.assets) {
    if (!planned.has(name)) await ports.releases.deleteAsset(id);
  }
}

/** Uploads the parts that the draft does not hold whole. */
export async function storeParts(ports: RegistryPorts, filling: Filling): Promise<readonly StoredAsset[]> {
  const { plan, chunks, draft, watch } = filling;
  const read = readerOf(plan);
  const meter = transferMeter(watch, 'Uploading parts', chunks.storedBytes);
  const stored: StoredAsset[] = [];
  await inParallel(chunks.parts, AT_ONCE, async (part) => {
    const { asset: name, sizeBytes } = part;
    const open = (): AsyncIterable<Uint8Array> => metered(partBytes(part, read), meter);
    stored.push(await ensureAsset(ports.releases, draft, { name, sizeBytes, contentType: OCTETS, digest: null, open }));
  });
  meter.finish();
  return stored;
}

export async function storeAttachments(
  ports: RegistryPorts,
  { plan, draft }: Filling,
): Promise<readonly StoredAsset[]> {
  const stored: StoredAsset[] = [];
  await inParallel(plan.attachments, AT_ONCE, async (file) => {
    stored.push(await ensureAsset(ports.releases, draft, { ...file, ...assetOf(file) }));
  });
  return stored;
}

/** Uploads the manifest; when it is there, so is everything else. */
export async function storeManifest(
  ports: RegistryPorts,
  { plan, chunks, draft }: Filling,
  parts: readonly StoredAsset[],
): Promise<{ readonly manifest: Manifest; readonly stored: StoredAsset }> {
  const digests = new Map<string, Digest>(parts.map(({ name, digest }) => [name, digest]));
  const manifest = buildManifest({ ...plan, index: indexOf(chunks, digests) });
  const bytes = writeManifest(manifest);
  const stored = await ensureAsset(ports.releases, draft, {
    name: MANIFEST_ASSET,
    contentType: contentType(MANIFEST_ASSET),
    sizeBytes: bytes.length,
    digest: sha256(bytes),
    async *open() {
      yield bytes;
    },
  });
  return { manifest, stored };
}

function readerOf(plan: CheckedPlan): ReadFileRange {
  const files = new Map(plan.files.map((file) => [file.name, file]));
  return ({ file, begin, end }) => {
    const found = files.get(file);
    if (found !== undefined) return found.open({ begin, end });
    throw new ActionError('bug', {
      where: `Publishing ${plan.tag}`,
      found: `A part with bytes of ${JSON.stringify(file)}`,
      allowed: 'Parts with bytes of planned files',
      remedy: 'Report this as a bug',
    });
  };
}

function assetOf(file: PlannedFile): { readonly contentType: string; open(): AsyncIterable<Uint8Array> } {
  return { contentType: contentType(file.name), open: () => file.open() };
}

function contentType(name: string): string {
  return CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? OCTETS;
}

async function* metered(stream: AsyncIterable<Uint8Array>, meter: TransferMeter): AsyncGenerator<Uint8Array> {
  for await (const block of stream) {
    meter.add(block.length);
    yield block;
  }
}
