import { defineInputs, input } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  model: input.text('Name of the model in the policy of the default branch.').required(),
  version: input.text('Version tag that comes into the stage, such as mortgage-approval@v1.0.0.').required(),
  stage: input.text('Name of the stage, one of "stages" in the policy.').required(),
  reason: input.text('Why, for the tag and the ledger: 10 to 1000 characters.').required(),
  replaces: input.text(
    'Version tag that must be in the stage now; another one there is refused. Left out, whichever is there is replaced.',
  ),
  'github-token': input.secret('App token that reads actions and writes contents.').required(),
  'org-token': input.secret('Token that reads teams, where a stage names promoters and github-token cannot.'),
  'signing-key': input.secret('P-256 private key in PEM: the ledger entry is signed.').required(),
});

export const outputs = {
  tag: 'The stage tag that is in force, such as mortgage-approval#production#7.',
  'model-digest': 'Digest of the model in the stage.',
  replaced: 'The version that was in the stage before; empty for the first.',
  'already-assigned': 'true when the version was in the stage already, so that nothing was done.',
  'reason-code': 'Why the stage did not move, from docs/reason-codes.md; empty after a success.',
} as const;
