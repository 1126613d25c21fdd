import { dirname, join } from 'node:path';
import { ActionError, ConfigError, type DatasetConfig, type ModelConfig, sha256 } from '@gatehouse/core';
import { countSharedIds, type GateRows, type TrainingData, trainingDatasets } from '@gatehouse/gate-runner';
import type { GatePlace } from '../gate-kind.ts';

/**
 * What a look by a policy knows of rows that training has seen, as the check counts them: of the datasets for training that
 * lie below the folder of the configuration. Where one is not there nothing is known, and the decision says so: a person
 * who judges predictions need not have the training data.
 *
 * @throws ActionError `refused`, `digest-mismatch`, when one has other bytes than the configuration names.
 */
export async function seenByTraining(
  { rows, model }: { readonly rows: GateRows; readonly model: ModelConfig },
  place: GatePlace,
  config: string,
): Promise<{ readonly sharedIds?: number }> {
  const training: TrainingData[] = [];
  for (const dataset of trainingDatasets(model)) {
    const bytes = await bytesOf(dataset, place, config);
    if (bytes === null) return {};
    if (sha256(bytes) !== dataset.digest) throw otherTraining(dataset, sha256(bytes));
    training.push({ dataset, bytes });
  }
  const shared = await countSharedIds(rows, training, { temp: place.temp, engine: place.open });
  return shared === null ? {} : { sharedIds: shared };
}

async function bytesOf({ path }: DatasetConfig, place: GatePlace, config: string): Promise<Uint8Array | null> {
  try {
    // The configuration takes no path that leads out of its folder.
    return await place.read(join(dirname(config), path));
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}

function otherTraining({ path, digest }: DatasetConfig, found: string): ActionError {
  const where = `The training data at ${path}`;
  const remedy = 'Fetch the bytes that the configuration names, or move the file away: then it is not compared';
  return new ActionError('refused', { where, found, allowed: digest, remedy }, { reasonCode: 'digest-mismatch' });
}
