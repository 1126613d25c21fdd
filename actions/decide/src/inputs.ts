import { defineInputs, input } from '@gatehouse/action-kit';

export const inputs = defineInputs({
  model: input.text('Name of the model in the base policy.').required(),
  'run-id': input.id('Id of the training run, from github.event.workflow_run.id.').required(),
  decisions: input
    .lines('One line for each gate: its name, the artifact id and the artifact digest of its decision.')
    .required(),
  'reason-code': input.text(
    'Why a job before made no evaluation, from its output reason-code: the head is refused for it, and no decision is read.',
  ),
  'github-token': input.secret('App token that reads actions and pull requests and writes contents.').required(),
  'signing-key': input.secret('P-256 private key in PEM; only the environment "governance" holds it.').required(),
});

export const outputs = {
  outcome:
    'pass, fail or inconclusive: the worst of the required decisions, waived ones counted as passed; not-governed when the pull request changes nothing that the model is made from; error when no evaluation could be made.',
  summary: 'The signed evaluation summary, a Sigstore bundle in one line.',
  'model-digest': 'Digest of the candidate that was decided on.',
  'evidence-digest': 'Digest of the evidence; part of the tuple that people approve.',
  waivers: 'Ids of the waivers that the outcome rests on, separated by commas.',
  'reason-code': 'Why there is no summary, from docs/reason-codes.md; empty after one was signed.',
} as const;
