import { ActionError, type CommitSha, type Digest, type RecordedStage, type Release, type Tags } from '@gatehouse/core';
import { immutableRelease } from './fetch/read-release.ts';
import type { RegistryReadPorts } from './registry-ports.ts';
import { formatStageTag } from './stages/gto-tag.ts';
import { type StageReadPorts, stageInForce } from './stages/stage-in-force.ts';

/** The version that a stage names. */
export interface Champion {
  /** Version tag, `name@vX.Y.Z`. */
  readonly tag: string;
  readonly commit: CommitSha;
  /** What the ledger says that it is: its bytes must have this digest. */
  readonly modelDigest: Digest;
  /** The stage tag that is in force, `name#stage#N`. */
  readonly stageTag: string;
  readonly release: Release;
}

/** What finding a champion needs: nothing that writes. */
export interface ChampionReadPorts {
  readonly releases: RegistryReadPorts['releases'];
  readonly tags: Pick<Tags, 'names' | 'list'>;
  readonly stages: StageReadPorts['stages'];
}

/**
 * The champion: the assignment of the stage that is in force by ledger and tag, the version that it names, its immutable
 * release. Never "latest", and never a tag that only somebody's push made.
 *
 * @returns `null` when the ledger knows no assignment of the stage; the performance decision says when versions exist
 *   all the same
 * @throws ActionError `refused`: `stage-broken` when the tag in force is gone or says something else;
 *   `champion-unavailable` when the version has no tag on the commit that the ledger names; `not-immutable` when its
 *   release does not count. `ledger-broken`.
 */
export async function championOf(ports: ChampionReadPorts, model: string, stage: string): Promise<Champion | null> {
  const inForce = await stageInForce(ports, model, stage);
  if (inForce === null) return null;
  const { version, commit, modelDigest } = inForce;
  const tag = (await ports.tags.list(version)).find(({ name }) => name === version);
  if (tag?.commit !== commit) throw unclear(inForce, tag?.commit);
  const release = await immutableRelease(ports, version);
  return { tag: version, commit, modelDigest, stageTag: formatStageTag(inForce), release };
}

function unclear(inForce: RecordedStage, found: CommitSha | undefined): ActionError {
  const { version, commit } = inForce;
  return new ActionError(
    'refused',
    {
      where: `Stage tag ${formatStageTag(inForce)}`,
      found: found === undefined ? `No annotated tag ${version}` : `${version} on commit ${found}`,
      allowed: `The version that it names, on commit ${commit}`,
      remedy: 'Find out who changed the tag of the version, then assign the stage again with promote-model',
    },
    { reasonCode: 'champion-unavailable' },
  );
}
