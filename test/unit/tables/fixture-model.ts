import { configSchema, type ModelConfig, sha256 } from '@gatehouse/core';

/** Bytes of a table as a test writes it. */
export function csv(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

/** A model over `data.csv` with the columns id, label `deny`, protected `race`, control `dept`. */
export function modelWith(changes: Partial<ModelConfig> = {}): ModelConfig {
  const config = configSchema.parse({
    version: 1,
    trust: { keys: [{ id: 'suite', file: 'keys/suite.pem' }] },
    models: {
      loans: {
        task: 'binary-classification',
        tier: 'high',
        train: { command: ['node', 'train.mjs'] },
        evaluate: { command: ['node', 'evaluate.mjs'], files: ['evaluate.mjs'] },
        data: {
          loans: {
            path: 'data.csv',
            digest: sha256('data'),
            roles: ['training', 'evaluation', 'labels'],
            split: { column: 'id', salt: 'salt', parts: 2, evaluation: [1] },
          },
        },
        columns: {
          id: 'id',
          label: { column: 'deny', positive: 'yes', negative: 'no' },
          protected: ['race'],
          control: ['dept'],
        },
        gates: {},
        approvals: {
          roles: { owner: { users: ['owner'] } },
          tiers: { high: ['owner'] },
          'policy-role': 'owner',
        },
      },
    },
  });
  const model = config.models['loans'];
  if (model === undefined) throw new Error('the fixture has no model');
  return { ...model, ...changes };
}

/** The same model, whose whole file is held out. */
export function evaluationOnly(): ModelConfig {
  const model = modelWith();
  return {
    ...model,
    data: { loans: { path: 'data.csv', digest: sha256('data'), roles: ['evaluation', 'labels'] } },
  };
}
