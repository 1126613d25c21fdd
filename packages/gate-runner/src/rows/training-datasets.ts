import type { DatasetConfig, ModelConfig } from '@gatehouse/core';

/** Datasets for training alone; of one for both, the split says which rows are whose. */
export function trainingDatasets({ data }: Pick<ModelConfig, 'data'>): readonly DatasetConfig[] {
  return Object.values(data).filter(({ roles }) => roles.includes('training') && !roles.includes('evaluation'));
}
