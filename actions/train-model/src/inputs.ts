import { defineInputs, input } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  config: input.path('Path of the configuration in the checked-out repository.').default('gatehouse.yml'),
  model: input.text('Name of the model in the configuration.').required(),
  'retention-days': input.integer('How long GitHub keeps the candidate, in days.', { min: 1, max: 90 }).default('30'),
});

export const outputs = {
  'model-digest': 'SHA-256 that names the candidate: its files, their names and their bytes.',
  'artifact-id': 'Id of the artifact that holds the candidate.',
  'artifact-digest': 'SHA-256 of that artifact, as GitHub reports it.',
  'run-record': 'What the run says about itself, as SLSA provenance v1 JSON. A claim of an untrusted job.',
  'reason-code': 'Why nothing was trained, from docs/reason-codes.md; empty after a success.',
} as const;
