import { defineInputs, input, LINEAGE_INPUTS } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  config: input.path('Path of the configuration in the checked-out repository.').default('gatehouse.yml'),
  model: input.text('Name of the model in the configuration.').required(),
  reuse: input
    .boolean('Takes the candidate of an earlier run of the pull request, if nothing it is made from has changed since.')
    .default('true'),
  'retention-days': input.integer(
    "How long GitHub keeps the candidate, in days; the repository's setting when left out.",
    { min: 1, max: 400 },
  ),
  'github-token': input.secret(
    'Token that reads actions and pull requests. Without it every run trains, also for a change that concerns no file of the model.',
  ),
  ...LINEAGE_INPUTS,
});

export const outputs = {
  'model-digest': 'SHA-256 that names the candidate: its files, their names and their bytes.',
  'artifact-id': 'Id of the artifact that holds the candidate; empty when the pull request does not concern the model.',
  'artifact-digest': 'SHA-256 of that artifact, as GitHub reports it.',
  'reused-from': 'Id of the run whose candidate was reused; empty when this run trained.',
  'run-record': 'What the run says about itself, as SLSA provenance v1 JSON. A claim of an untrusted job.',
  'reason-code': 'Why nothing was trained, from docs/reason-codes.md; empty after a success.',
} as const;
