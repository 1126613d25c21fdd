import { defineInputs, input } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  model: input.text('Name of the model in the policy of the default branch; the one that the tag names when left out.'),
  environment: input.text('Name of the deployment in the policy, and of the GitHub environment.').required(),
  tag: input.text('Version tag of the release to deploy.').required(),
  rollback: input
    .boolean('Deploys a version although a newer one of the model is published; without it that is refused.')
    .default('false'),
  'github-token': input.secret('Token that reads contents and writes deployments.').required(),
});

export const outputs = {
  'deployment-id': 'Id of the GitHub deployment.',
  'model-digest': 'Digest of the deployed model.',
  'reason-code': 'Why nothing was deployed, from docs/reason-codes.md; empty after a success.',
} as const;
