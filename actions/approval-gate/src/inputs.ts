import { defineInputs, input } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  mode: input
    .oneOf('check: post the check of a pull request; authorise: after the merge, sign the release authorisation.', [
      'check',
      'authorise',
    ])
    .default('check'),
  model: input.text('Name of the model in the base policy.').required(),
  'run-id': input.id('Id of the run that triggered the decision, from github.event.workflow_run.id; for mode check.'),
  'reason-code': input.text('Reason code of the step that failed before, if any; it can only explain a red check.'),
  'app-id': input.id(
    'Id of the App whose token is github-token. Without it the check is a commit status, which any workflow can forge.',
  ),
  'github-token': input
    .secret('App token: checks and contents write; actions, members, pull requests read.')
    .required(),
  'org-token': input.secret('Token that reads teams, when github-token cannot.'),
  'signing-key': input.secret('P-256 private key in PEM; for mode authorise.'),
});

export const outputs = {
  outcome: 'pass when the check is green or the authorisation is signed; fail or inconclusive otherwise.',
  'missing-roles': 'Required roles without a counting approval, separated by commas.',
  'tuple-digest': 'Digest of head, model, evidence and policy: what people approve.',
  authorisation: 'Path of the signed release authorisation on the evidence branch; for mode authorise.',
  'reason-code': 'The reason code of the result, from docs/reason-codes.md.',
} as const;
