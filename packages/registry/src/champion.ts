import { ActionError, type AnnotatedTag, type CommitSha, type Release } from '@gatehouse/core';
import { immutableRelease } from './fetch/read-release.ts';
import type { RegistryReadPorts } from './registry-ports.ts';
import { parseStageTag, parseVersionTag, stageTag } from './version-tag.ts';

/** The version that a stage names. */
export interface Champion {
  /** Version tag, `name@vX.Y.Z`. */
  readonly tag: string;
  readonly commit: CommitSha;
  /** The stage tag that is in force, `name#stage#N`. */
  readonly stageTag: string;
  readonly release: Release;
}

const VERSION_LINE = /^Version: (\S+)$/m;

/** Name of the next stage tag of a model; the first counter is 1. */
export function nextStageTag(tags: readonly AnnotatedTag[], model: string, stage: string): string {
  const counter = (inForce(tags, model, stage)?.counter ?? 0) + 1;
  return stageTag({ model, stage, counter });
}

/**
 * The champion: the highest `model#stage#N`, the version on the same commit, its immutable release. Never "latest".
 *
 * @returns `null` when the stage has no tag. A deleted tag looks like one that was never made: only the protection of
 *   `*#*` tags tells them apart, so the performance decision says when versions exist without a stage.
 * @throws ActionError `refused`, reason `champion-unavailable`, when the stage tag leads to no version or to several;
 *   reason `not-immutable` when the version's release does not count
 */
export async function championOf(
  ports: Pick<RegistryReadPorts, 'releases' | 'tags'>,
  model: string,
  stage: string,
): Promise<Champion | null> {
  const assignment = inForce(await ports.tags.list(`${model}#${stage}#`), model, stage);
  if (assignment === null) return null;
  const { tag: stageOf } = assignment;
  const versions = (await ports.tags.list(`${model}@v`)).filter(
    ({ name, commit }) => parseVersionTag(name)?.model === model && commit === stageOf.commit,
  );
  const named = VERSION_LINE.exec(stageOf.message)?.[1];
  const candidates = named === undefined ? versions : versions.filter(({ name }) => name === named);
  const [version, ...others] = candidates;
  if (version === undefined || others.length > 0) throw unclear(stageOf, candidates, named);
  const release = await immutableRelease(ports, version.name);
  return { tag: version.name, commit: version.commit, stageTag: stageOf.name, release };
}

function inForce(
  tags: readonly AnnotatedTag[],
  model: string,
  stage: string,
): { readonly tag: AnnotatedTag; readonly counter: number } | null {
  const assignments = tags.flatMap((tag) => {
    const parsed = parseStageTag(tag.name);
    return parsed?.model === model && parsed.stage === stage ? [{ tag, counter: parsed.counter }] : [];
  });
  return assignments.toSorted((a, b) => b.counter - a.counter)[0] ?? null;
}

function unclear(stageOf: AnnotatedTag, versions: readonly AnnotatedTag[], named: string | undefined): ActionError {
  const names = versions.map(({ name }) => name).join(', ');
  const missing = named === undefined ? 'No version tag' : `No version tag "${named}"`;
  return new ActionError(
    'refused',
    {
      where: `Stage tag ${stageOf.name}`,
      found: versions.length === 0 ? `${missing} on its commit ${stageOf.commit}` : `Several versions there: ${names}`,
      allowed: 'One version of the model on the commit of the stage tag',
      remedy: 'Assign the stage again with promote-model, which names the version',
    },
    { reasonCode: 'champion-unavailable' },
  );
}
