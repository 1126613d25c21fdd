import { defineInputs, input } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  model: input.text('Name of the model in the base policy.').required(),
  'run-id': input.id('Id of the training run, from github.event.workflow_run.id.').required(),
  'github-token': input.secret('Token that reads actions, contents and pull requests.').required(),
});

export const outputs = {
  'artifact-id':
    'Id of the artifact that holds the predictions and the evaluation record; empty when the pull request does not concern the model.',
  'artifact-digest': 'SHA-256 of that artifact; the gates refuse any other bytes.',
  'model-digest': 'Digest of the candidate that was evaluated.',
  'predictions-digest': 'SHA-256 of the predictions table.',
  'reason-code': 'Why there is no evaluation, from docs/reason-codes.md; empty after a success.',
} as const;
