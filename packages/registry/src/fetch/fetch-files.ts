import type { Digest, ReleaseAsset } from '@gatehouse/core';
import type { Part } from '../chunks/chunk-index.ts';
import { partAsset } from '../chunks/part-asset.ts';
import { type FetchPlan, planFetch } from '../chunks/plan-fetch.ts';
import { type FetchVerifier, verifyFetch } from '../chunks/verify-fetch.ts';
import { inParallel } from '../in-parallel.ts';
import type { Manifest } from '../manifest.ts';
import { readRange } from '../read-range.ts';
import type { RegistryReadPorts } from '../registry-ports.ts';
import { type TransferWatch, transferMeter } from '../transfer-watch.ts';
import type { FileStore } from './file-store.ts';
import { immutableRelease } from './read-release.ts';

/** Ranges that are read at once; each holds one chunk in memory. */
const AT_ONCE = 4;

/**
 * Puts the files of a version together, out of all releases that hold any of them. Every chunk is verified before it is
 * written, every file as it lies there afterwards, and then the model digest.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`; `refused`, reason `not-immutable`, when a release that the
 *   version is read from is gone or does not count. Nothing that is in the store then may be used
 */
export async function fetchFiles(
  ports: Pick<RegistryReadPorts, 'releases'>,
  manifest: Manifest,
  into: { readonly store: FileStore; readonly watch: TransferWatch },
): Promise<Digest> {
  const { store, watch } = into;
  const plan = planFetch({ index: manifest });
  const assets = await findParts(ports, plan);
  const verifier = verifyFetch(plan);
  for (const { name, sizeBytes } of plan.files) await store.create(name, sizeBytes);
  await fetchRanges(ports, { plan, assets, verifier }, into);
  await inParallel(plan.files, AT_ONCE, ({ name }) => verifier.file(name, store.read(name)));
  const digest = verifier.finish();
  watch.progress(`Verified ${manifest.tag}: ${plan.files.length} files, ${digest}`);
  return digest ?? manifest.modelDigest;
}

interface Fetching {
  readonly plan: FetchPlan;
  readonly assets: ReadonlyMap<Part, ReleaseAsset>;
  readonly verifier: FetchVerifier;
}

async function fetchRanges(
  ports: Pick<RegistryReadPorts, 'releases'>,
  { plan, assets, verifier }: Fetching,
  { store, watch }: { readonly store: FileStore; readonly watch: TransferWatch },
): Promise<void> {
  const meter = transferMeter(watch, 'Downloading', plan.fetchedBytes);
  const reads = plan.parts.flatMap((fetch) => fetch.ranges.map((range) => ({ fetch, range })));
  await inParallel(reads, AT_ONCE, async ({ fetch, range }) => {
    const id = assets.get(fetch.part)?.id ?? 0;
    await readRange(ports.releases, { id, range }, async (stream) => {
      for await (const { bytes, places } of verifier.range(fetch, range, stream)) {
        for (const { file, offset } of places) await store.write(file, offset, bytes);
      }
    });
    meter.add(range.end - range.begin);
  });
  meter.finish();
}

/** The asset of each part, compared with what the manifest says of it; every release must still count. */
async function findParts(
  ports: Pick<RegistryReadPorts, 'releases'>,
  plan: FetchPlan,
): Promise<ReadonlyMap<Part, ReleaseAsset>> {
  const found = new Map<Part, ReleaseAsset>();
  for (const [tag, fetches] of Map.groupBy(plan.parts, ({ part }) => part.release)) {
    const release = await immutableRelease(ports, tag);
    for (const { part } of fetches) found.set(part, partAsset(part, release.assets));
  }
  return found;
}
