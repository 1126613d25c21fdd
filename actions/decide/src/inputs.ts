import { defineInputs, input } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  model: input.text('Name of the model in the base policy.').required(),
  'run-id': input.id('Id of the training run, from github.event.workflow_run.id.').required(),
  decisions: input
    .lines('One line for each gate: its name, the artifact id and the artifact digest of its decision.')
    .required(),
  'github-token': input.secret('App token that reads actions and pull requests and writes contents.').required(),
  'signing-key': input.secret('P-256 private key in PEM; only the environment "governance" holds it.').required(),
});

export const outputs = {
  outcome: 'pass, fail or inconclusive: the worst of the required decisions.',
  summary: 'The signed evaluation summary, a Sigstore bundle in one line.',
  'model-digest': 'Digest of the candidate that was decided on.',
  'evidence-digest': 'Digest of the evidence; part of the tuple that people approve.',
  'reason-code': 'Why there is no summary, from docs/reason-codes.md; empty after one was signed.',
} as const;
