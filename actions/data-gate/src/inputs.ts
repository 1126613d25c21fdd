import { defineInputs, ENGINE_INPUTS, input, LINEAGE_INPUTS } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  model: input.text('Name of the model in the base policy.').required(),
  'run-id': input.id('Id of the training run, from github.event.workflow_run.id.').required(),
  'evaluation-artifact-id': input.id('Output artifact-id of evaluate-model, from the needs context.').required(),
  'evaluation-artifact-digest': input.digest('Output artifact-digest of evaluate-model.').required(),
  'github-token': input.secret('Token that reads actions, contents and pull requests.').required(),
  ...ENGINE_INPUTS,
  ...LINEAGE_INPUTS,
});

export const outputs = {
  outcome: 'pass, fail or inconclusive; error when nothing could be judged.',
  'artifact-id': 'Id of the artifact that holds the decision and the OpenLineage events.',
  'artifact-digest': 'SHA-256 of that artifact; decide refuses any other bytes.',
  decision: 'The decision as JSON.',
  'reason-code': 'Why there is no decision, from docs/reason-codes.md; empty after a decision.',
} as const;
