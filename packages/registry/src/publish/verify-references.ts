import { ActionError, type Digest, type ReleaseAsset } from '@gatehouse/core';
import type { ChunkPlace, Part } from '../chunks/chunk-index.ts';
import { partAsset } from '../chunks/part-asset.ts';
import { DEFAULT_RANGE_RULES, partRanges } from '../chunks/part-ranges.ts';
import type { ChunkPlan } from '../chunks/plan-chunks.ts';
import { verifiedChunks } from '../chunks/verified-chunks.ts';
import type { WantedChunk } from '../chunks/wanted-chunk.ts';
import { inParallel } from '../in-parallel.ts';
import { readRange } from '../read-range.ts';
import type { RegistryPorts } from '../registry-ports.ts';
import { type TransferWatch, transferMeter } from '../transfer-watch.ts';
import type { EarlierVersion } from './earlier-versions.ts';

const AT_ONCE = 4;

/**
 * Reads every byte that a version is going to refer to. The manifest of an earlier version says which chunks its parts
 * hold, and nothing but the bytes can show that it is true: without this a release made by hand would give us versions
 * that can never be fetched.
 *
 * @returns the first release whose bytes are others, or `null`
 */
export async function findFalseRelease(
  ports: Pick<RegistryPorts, 'releases'>,
  plan: Pick<ChunkPlan, 'files' | 'referenced' | 'referencedBytes'>,
  known: { readonly earlier: readonly EarlierVersion[]; readonly watch: TransferWatch },
): Promise<string | null> {
  const assets = new Map<string, readonly ReleaseAsset[]>(
    known.earlier.map(({ store, assets: listed }) => [store.tag, listed]),
  );
  const meter = transferMeter(known.watch, 'Verifying bytes of earlier versions', plan.referencedBytes);
  const found: string[] = [];
  await inParallel(wantedByPart(plan), AT_ONCE, async ([part, chunks]) => {
    const { id } = partAsset(part, assets.get(part.release) ?? []);
    for (const range of partRanges(part, chunks, DEFAULT_RANGE_RULES)) {
      if (found.length > 0) return;
      const refuse = (text: string): ActionError => otherBytes(part, text);
      try {
        await readRange(ports.releases, { id, range }, async (stream) => {
          for await (const _ of verifiedChunks(stream, range, refuse));
        });
      } catch (error) {
        if (!(error instanceof ActionError) || error.code !== 'integrity') throw error;
        found.push(part.release);
      }
      meter.add(range.chunks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
    }
  });
  meter.finish();
  return found[0] ?? null;
}

function wantedByPart(plan: Pick<ChunkPlan, 'files' | 'referenced'>): ReadonlyMap<Part, readonly WantedChunk[]> {
  const sizes = new Map<Digest, number>();
  for (const { digest, sizeBytes } of plan.files.flatMap(({ chunks }) => chunks)) sizes.set(digest, sizeBytes);
  const byPart = new Map<Part, WantedChunk[]>();
  for (const [digest, { part, offset }] of plan.referenced satisfies ReadonlyMap<Digest, ChunkPlace>) {
    const wanted = { digest, sizeBytes: sizes.get(digest) ?? 0, offset, places: [] };
    const known = byPart.get(part);
    if (known === undefined) byPart.set(part, [wanted]);
    else known.push(wanted);
  }
  return byPart;
}

function otherBytes(part: Part, found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `${part.asset} of ${part.release}`,
      found,
      allowed: 'The chunks that the manifest of its release names',
      remedy: 'Find out who made this release',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
