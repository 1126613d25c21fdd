import { defineInputs, input } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  model: input.text('Name of the model in the policy of the default branch.').required(),
  commit: input.commit('Merged commit on the default branch whose authorised model is published.').required(),
  bump: input.oneOf('Which part of the version rises.', ['major', 'minor', 'patch']).default('minor'),
  'github-token': input.secret('App token that reads actions and pull requests and writes contents.').required(),
});

export const outputs = {
  version: 'The version tag, such as mortgage-approval@v1.0.0.',
  'release-url': 'Page of the immutable release.',
  'model-digest': 'Digest of the published model.',
  'reason-code': 'Why nothing was published, from docs/reason-codes.md; empty after a success.',
} as const;
