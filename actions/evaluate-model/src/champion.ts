import { type EvaluatedChampion, type Releases, type StageLedger, sha256, type Tags } from '@gatehouse/core';
import { type Subject, verifyReleaseAuthorisation } from '@gatehouse/governance';
import { championOf, fetchVersion } from '@gatehouse/registry';

export interface ChampionPorts {
  readonly tags: Pick<Tags, 'names' | 'list'>;
  readonly stages: Pick<StageLedger, 'read'>;
  readonly releases: Pick<Releases, 'byTag' | 'download'>;
}

export interface ChampionEvaluation {
  readonly record: EvaluatedChampion;
  readonly predictions: Uint8Array | null;
}

/**
 * Evaluates the version that the last stage of the model names. It is compared with only if a key of the policy signed
 * its authorisation: else whoever can make a release would choose a champion that every candidate beats.
 *
 * @returns `none` when the stage was never assigned, `unavailable` with the reason when the version cannot be used
 * @throws ActionError as `championOf` does
 */
export async function evaluateChampion(
  ports: ChampionPorts,
  subject: Pick<Subject, 'model' | 'modelConfig' | 'policy'>,
  how: {
    readonly repositoryUrl: string;
    readonly predict: (model: ReadonlyMap<string, Uint8Array>) => Promise<Uint8Array>;
  },
): Promise<ChampionEvaluation> {
  const { model, modelConfig, policy } = subject;
  const stage = modelConfig.stages.at(-1);
  if (stage === undefined) return { record: { state: 'none' }, predictions: null };
  const champion = await championOf(ports, model, stage);
  if (champion === null) return { record: { state: 'none' }, predictions: null };
  try {
    const version = await fetchVersion(ports, champion.tag, { modelDigest: champion.modelDigest });
    await verifyReleaseAuthorisation(policy, version, { repositoryUrl: how.repositoryUrl, model });
    const predictions = await how.predict(version.bytes);
    return {
      record: {
        state: 'evaluated',
        version: champion.tag,
        modelDigest: version.modelDigest,
        predictions: sha256(predictions),
      },
      predictions,
    };
  } catch (error) {
    // A champion that cannot be used makes the gate inconclusive; it never turns into "there is none".
    const reason = error instanceof Error ? error.message : String(error);
    return {
      record: { state: 'unavailable', version: champion.tag, reason: reason.slice(0, 1000) },
      predictions: null,
    };
  }
}
