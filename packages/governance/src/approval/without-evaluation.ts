import { isReasonCode } from '@gatehouse/core';
import type { PullHistory } from '../evidence/pull-history.ts';
import { refusedFact } from './ledger-facts.ts';
import type { PullFacts } from './pull-facts.ts';
import { type ModelVerdict, plainVerdict } from './verdict.ts';

/**
 * No evaluation of this head: a failed training or evaluation is red and stays so whatever happens to the pull request
 * afterwards; one that has not happened yet waits. The note leads to the log that says what to do.
 */
export function withoutEvaluation(
  { training, pull, headSha }: Pick<PullFacts, 'training' | 'pull' | 'headSha'>,
  { model, history }: { readonly model: string; readonly history: PullHistory },
): ModelVerdict {
  const refused = history.refusalOf(headSha);
  if (refused !== null) {
    const reasonCode = isReasonCode(refused) ? refused : 'evaluation-error';
    const notes = ['This head was refused. Push a commit that puts it right, or run the training again.'];
    return plainVerdict(model, reasonCode, { state: 'failure', notes });
  }
  if (training !== null && training.conclusion !== 'success') {
    const notes = [
      `Training ended with "${training.conclusion ?? 'no conclusion'}". Its log says why: ${training.page}`,
    ];
    const subject = { model, modelDigest: null, pullRequest: pull.number, headSha };
    const ledger = refusedFact(subject, 'candidate-missing', history);
    return plainVerdict(model, 'candidate-missing', { state: 'failure', notes, ledger });
  }
  return plainVerdict(model, 'decision-missing', {
    state: 'waiting',
    title: 'Waiting for training and evaluation of this head',
  });
}
