import type { ReasonCode } from '@gatehouse/core';
import type { PullHistory } from '../evidence/pull-history.ts';
import { refusedFact } from './ledger-facts.ts';
import type { PullFacts } from './pull-facts.ts';
import { type ModelVerdict, plainVerdict } from './verdict.ts';

type Facts = Pick<PullFacts, 'training' | 'pull' | 'headSha' | 'repositoryUrl'>;

interface Question {
  readonly model: string;
  readonly history: PullHistory;
}

/**
 * The workflow of action-templates that only tells of reviews and edits. Its name is the head's own word, so it makes a
 * head wait at most: nothing is evaluated or approved because of it.
 */
const SIGNAL = 'signal';

/**
 * No evaluation of this head: a failed training or evaluation is red and stays so whatever happens to the pull request
 * afterwards, and so is a decide run that ended without a word; one that has not happened yet waits. The note leads to
 * the log that says what to do.
 */
export function withoutEvaluation(facts: Facts, question: Question): ModelVerdict {
  const { training, headSha } = facts;
  const { model, history } = question;
  const refusal = history.refusalOf(headSha);
  if (refusal !== null) {
    const { reasonCode, runId } = refusal;
    const log = runId === null ? '' : ` ${pageOf(facts, runId)} says what was found, what is allowed and what to do.`;
    const notes = [
      ...trainingNotes(facts),
      `This head was refused.${log} Push a commit that puts it right, or run the training again.`,
    ];
    return plainVerdict(model, reasonCode, { state: 'failure', notes });
  }
  if (training !== null && training.conclusion !== 'success' && training.workflow !== SIGNAL) {
    const { runId } = training;
    return refused(facts, question, { reasonCode: 'candidate-missing', runId, notes: trainingNotes(facts) });
  }
  if (training !== null && training.decidedBy !== null) {
    const runId = training.decidedBy;
    const notes = [
      `The decide run ended without an evaluation of this head. ${pageOf(facts, runId)} says what stopped it.`,
      'Put it right, then run the training or the decide run again.',
    ];
    return refused(facts, question, { reasonCode: 'evaluation-error', runId, notes });
  }
  return plainVerdict(model, 'decision-missing', {
    state: 'waiting',
    title: 'Waiting for training and evaluation of this head',
    notes: trainingNotes(facts),
  });
}

/** Red, and in the ledger too, so that no later run takes it for one that has not happened yet. */
function refused(
  { pull, headSha }: Facts,
  { model, history }: Question,
  why: { readonly reasonCode: ReasonCode; readonly runId: number; readonly notes: readonly string[] },
): ModelVerdict {
  const { reasonCode, notes } = why;
  const ledger = refusedFact({ model, modelDigest: null, pullRequest: pull.number, headSha }, why, history);
  return plainVerdict(model, reasonCode, { state: 'failure', notes, ledger });
}

/** How the run ended that the check answers, when it did not succeed. */
function trainingNotes(facts: Facts): readonly string[] {
  const { training } = facts;
  if (training === null || training.conclusion === 'success') return [];
  const ended = `ended with "${training.conclusion ?? 'no conclusion'}"`;
  const page = pageOf(facts, training.runId);
  if (training.workflow !== SIGNAL) return [`Training ${ended}. Its log says why: ${page}`];
  return [`The workflow signal ${ended}, which says nothing about training: ${page}`];
}

function pageOf({ repositoryUrl }: Facts, runId: number): string {
  return `${repositoryUrl}/actions/runs/${runId}`;
}
