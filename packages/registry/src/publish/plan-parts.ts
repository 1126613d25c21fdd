import { ActionError, type Release } from '@gatehouse/core';
import { MAX_RELEASES } from '../chunks/chunk-index.ts';
import { type CutFile, cutFile } from '../chunks/cut-file.ts';
import { PART_LIMITS } from '../chunks/pack-parts.ts';
import { type ChunkPlan, planChunks } from '../chunks/plan-chunks.ts';
import type { RegistryPorts } from '../registry-ports.ts';
import { earlierVersions } from './earlier-versions.ts';
import type { CheckedPlan, PlannedFile } from './publish-plan.ts';
import type { PublishWatch } from './publish-watch.ts';
import { findFalseRelease } from './verify-references.ts';

/**
 * Decides what a version stores and what it refers to. A release whose bytes are not what its manifest says is left out,
 * and everything is decided again without it.
 *
 * @throws ActionError `integrity`, reason `file-changed`, for a file that is not what the plan says; `refused`, reason
 *   `release-full`
 */
export async function planParts(
  ports: RegistryPorts,
  plan: CheckedPlan,
  known: { readonly releases: readonly Release[]; readonly watch: PublishWatch },
): Promise<ChunkPlan> {
  const { tag, model, repack = false, limits = PART_LIMITS } = plan;
  const { watch, releases } = known;
  const skip = (left: string, reason: string): void => watch.progress(`Nothing is taken from ${left}: ${reason}`);
  const files: CutFile[] = [];
  for (const file of plan.files) files.push(await cutPlanned(file));
  let earlier = repack ? [] : await earlierVersions(ports, { tag, model, releases, skip });
  for (;;) {
    const chunks = planChunks({
      tag,
      files,
      earlier: earlier.map(({ store }) => store),
      repack,
      limits: { ...limits, maxReleases: MAX_RELEASES },
    });
    const refused = await findFalseRelease(ports, chunks, { earlier, watch });
    if (refused === null) return chunks;
    skip(refused, 'its parts are not what its manifest says');
    earlier = earlier.filter(({ store }) => store.tag !== refused);
  }
}

async function cutPlanned(file: PlannedFile): Promise<CutFile> {
  const cut = await cutFile(file);
  if (cut.digest === file.digest) return cut;
  throw new ActionError(
    'integrity',
    {
      where: `Model file ${JSON.stringify(file.name)}`,
      found: cut.digest,
      allowed: `${file.digest}, as it had when it was listed`,
      remedy: 'Let nothing write into the folder while it is published, and run it again',
    },
    { reasonCode: 'file-changed' },
  );
}
