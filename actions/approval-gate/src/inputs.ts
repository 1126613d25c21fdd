import { defineInputs, input } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  mode: input
    .oneOf(
      'check: post the check of a pull request or merge group; sweep: do so for every open pull request; authorise: after the merge, sign the release authorisations.',
      ['check', 'sweep', 'authorise'],
    )
    .default('check'),
  'run-id': input.id('Id of the run that triggered the decision, from github.event.workflow_run.id; for mode check.'),
  'models-result': input.oneOf(
    'How the jobs before ended that decide on the models, from needs.<job>.result; for mode check. A head that they left without a decision is red then, and waits no longer.',
    ['success', 'failure', 'cancelled', 'skipped'],
  ),
  model: input.text('Name of one model of the base policy; for mode authorise. Without it, all models of the push.'),
  'decide-workflow': input
    .text('Workflow that mode sweep starts where a decision rests on an older policy; it takes the input run-id.')
    .default('decide.yml'),
  comment: input
    .oneOf(
      'always: keep one comment on the pull request that says what the check says. For a check that is a commit status, which has no page.',
      ['never', 'always'],
    )
    .default('never'),
  'app-id': input.id(
    'Id of the App whose token is github-token. Without it the check is a commit status, which any workflow can forge.',
  ),
  'github-token': input
    .secret('App token: checks and contents write; actions, members, pull requests read; for mode sweep actions write.')
    .required(),
  'org-token': input.secret('Token that reads teams, when github-token cannot.'),
  // Not required by the parser: a secret that is not there must make the check red, not only the step.
  'signing-key': input.secret(
    'P-256 private key in PEM: every entry of the ledger is signed. Needed in every mode; in mode check the check is red without it.',
  ),
});

export const outputs = {
  outcome: 'pass when the check is green or something was authorised; fail or inconclusive otherwise.',
  'missing-roles': 'Required roles without a counting approval, separated by commas.',
  'tuple-digest': 'Digest of head, model, evidence and policy: what people approve.',
  authorisations:
    'JSON list of what was authorised, [{"model", "commit", "path"}]; for mode authorise. Set also when the step fails because others of the push were refused.',
  authorisation: 'Path of the signed release authorisation on the evidence branch, when there is exactly one.',
  'reason-code': 'The reason code of the result, from docs/reason-codes.md.',
} as const;
