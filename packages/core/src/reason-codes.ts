/**
 * Every reason code, with the sentence that explains it. The list is closed and a code is never reused for another
 * meaning; `docs/reason-codes.md` is generated from it.
 */
export const REASON_CODES = {
  // gates: judged
  'within-limit': 'The whole interval lies on the passing side of the limit.',
  'limit-exceeded': 'The whole interval lies beyond the limit.',
  'interval-spans-limit': 'The interval contains the limit: the data cannot tell.',
  'floor-met': 'The lower bound is at or above the floor.',
  'below-floor': 'The upper bound is below the floor.',
  'interval-spans-floor': 'The interval contains the floor: the data cannot tell.',
  superior: 'The challenger is better than the champion: the lower bound of the difference is above zero.',
  'non-inferior': 'The challenger is no worse than the champion by more than the margin.',
  'worse-within-margin': 'The challenger is worse than the champion, by no more than the margin: a person should know.',
  inferior: 'The challenger is worse than the champion by more than the margin.',
  'first-version': 'There is no champion: floors and the trivial baseline were used.',
  'not-better-than-trivial': 'The model is not better than the declared trivial baseline.',
  // gates: not judged
  'empty-group': 'A group has no row, so nothing about it could be measured.',
  'insufficient-n': 'A group has fewer rows than the policy asks for.',
  'no-positives': 'No row has the positive label, so the rate has no denominator.',
  'no-negatives': 'No row has the negative label, so the rate has no denominator.',
  'no-predicted-positives': 'No row is predicted positive, so the rate has no denominator.',
  'no-predicted-negatives': 'No row is predicted negative, so the rate has no denominator.',
  'zero-denominator': 'Both rates of a ratio are zero, so the ratio has no value.',
  'undefined-replicates':
    'In more than a tenth of the samples drawn again the measure has no value, so no interval is known.',
  'test-set-reused': 'The evaluation rows have judged so many candidates that passing them says little about new rows.',
  'test-set-reuse-unknown': 'How often the evaluation rows were used before is not known.',
  'training-rows-in-evaluation': 'Training has seen rows that the evaluation is made on.',
  'monte-carlo':
    'The limit lies so near a bound that the drawn samples cannot tell the side, even after doubling them.',
  'single-class': 'All labels are equal, so ranking cannot be measured.',
  'single-group': 'Only one group is present, so there is nothing to compare.',
  'one-decision-tips': 'One decision the other way round would reverse the result of the selection ratio.',
  'low-coverage': 'Groups that are too small to be judged hold more than a tenth of the rows.',
  'many-missing-groups': 'More than a twentieth of the rows have no value in a sensitive column.',
  'constant-prediction':
    'All predictions are equal, so a difference between groups says nothing about the decision rule.',
  'prediction-not-a-threshold':
    'A row with a lower score is predicted positive and one with a higher score negative: metrics of the score do not describe the predictions.',
  'champion-unavailable': 'The champion could not be loaded and its stored predictions are of other data.',
  // tables and the engine that reads them
  'file-missing': 'A path or glob names no file.',
  'file-empty': 'A file has no byte, or a table no row.',
  'file-not-regular': 'A path leads to a folder, a device or a pointer to a file that was not fetched.',
  'file-outside-workspace': 'A path, or a link on it, leads out of the folder that may be read.',
  'file-changed': 'A file changed while it was read, so its digest is not that of what was judged.',
  'file-unreadable': 'A file is truncated, corrupt or not in the format that its name says.',
  'file-too-large': 'A file, record or column is larger than what may be read.',
  'mixed-types': 'A column holds values of several types, and no type is declared for it.',
  'type-mismatch': 'Values are not of the declared type, or of another type than in the other table: 1 is not "1".',
  'column-missing': 'A table has no column of that name.',
  'column-unsupported': 'A column has a type that the operation cannot use.',
  'ids-missing': 'A row has no id.',
  'ids-duplicated': 'An id occurs more than once.',
  'ids-inexact': 'An id is a number that cannot be told from its neighbours: a fraction, or beyond 2^53.',
  'id-sets-differ': 'Two tables that are joined do not hold the same ids.',
  'value-missing': 'A value is missing where the measure needs one in every row.',
  'value-not-finite': 'A value is NaN or infinite where the measure needs a number.',
  'weight-not-positive': 'A weight is zero or negative.',
  'operation-unsupported': 'The engine cannot do what the gate asks, and nothing is approximated.',
  'engine-unavailable': 'The data engine could not be found or fetched.',
  'engine-untrusted': 'A copy of the data engine has other bytes than the pinned ones.',
  // evidence and decision
  'no-policy': 'The base branch has no gatehouse.yml.',
  'policy-invalid': 'The gatehouse.yml of the base branch has faults.',
  'decision-missing': 'A gate that the policy requires has no decision for this candidate.',
  'decision-mismatch': 'A decision is about another model, policy or data than this pull request.',
  'digest-mismatch': 'Bytes are not what their digest says.',
  'candidate-missing': 'The training run left no candidate.',
  'candidate-expired': 'The candidate artifact has expired; train again.',
  'format-not-allowed': 'A model file is in a format that is not on the allowlist.',
  'head-moved': 'The pull request has a newer head than the one evaluated.',
  'head-shared':
    'Several pull requests of this repository have the same head or branch, so the run may be of another one.',
  'base-changed':
    "The base of the pull request was changed after the run began, so the run may be of another base's workflows.",
  'predictions-refused': 'The predictions table breaks its contract.',
  'evaluation-failed': 'The evaluation command failed or wrote no predictions.',
  'evaluation-error': 'The evaluation could not be made.',
  'isolation-unavailable': "The candidate's own code may run only in isolation, and this machine offers none.",
  'policy-changed': 'The decision was made under an older policy than the one on the base branch now.',
  'waiver-invalid': 'A waiver breaks its contract or names what cannot be waived.',
  'waiver-expired': 'A waiver that the evaluation rests on has lapsed or is no longer on the base branch.',
  'fork-needs-sponsor': 'The head is in a fork; a maintainer must bring the commit into a branch.',
  // approval
  approved: 'Every required role has approved the current tuple.',
  'ready-for-approval': 'All decisions pass; approvals of the required roles are missing.',
  'no-governed-file': 'The pull request changes no governed file.',
  'reviewer-is-author': 'The reviewer opened the pull request.',
  'policy-only': 'The pull request changes rules and no model: the roles that own the policy decide.',
  'emergency-approved': 'An emergency change has its quorum; the full review is due by the date that it names.',
  'emergency-invalid': 'The declaration of an emergency breaks its contract.',
  'emergency-review-overdue': 'An emergency change was merged and its full review is overdue.',
  'approval-stale': 'The approved head, model, evidence or policy was replaced, so the approvals no longer count.',
  'reviewer-co-authored': 'The reviewer is named as co-author of a commit.',
  'reviewer-owns-waiver': 'The reviewer owns a waiver that the evaluation rests on.',
  'review-after-merge': 'The review was submitted after the merge.',
  'too-many-files': 'The pull request changes more files than GitHub lists, so what it governs is unknown.',
  'merge-group-unknown': "GitHub's merge queue has no entry for this head, so its pull requests are unknown.",
  'merge-group-ready':
    'Every pull request of the merge group has its approvals, and its model files are unchanged in the group.',
  'service-unavailable': 'GitHub did not answer, so nothing could be judged.',
  'reviewer-is-committer': 'The reviewer wrote or committed a commit of the pull request.',
  'reviewer-is-pusher': 'The reviewer pushed to the branch of the pull request.',
  'reviewer-started-training': 'The reviewer started the training run.',
  'reviewer-not-human': 'The reviewer is a bot or an app.',
  'reviewer-without-write': 'The reviewer has no write access.',
  'reviewer-permission-unknown': "The reviewer's permission could not be read.",
  'reviewer-without-role': 'The reviewer is in none of the required roles.',
  'role-unknown': "A role's team could not be read, so membership is unknown.",
  'review-not-approving': "The reviewer's latest review is not an approval.",
  'review-of-other-commit': 'The review is of another commit than the head.',
  'review-before-ready': 'The review was submitted before the suite announced that this tuple was ready for approval.',
  'commit-without-user': 'A commit is not linked to a GitHub user, so separation of duties cannot be shown.',
  'pushers-unknown': 'The branch was pushed more often than GitHub tells, so not all who pushed are known.',
  'pushed-by-bot': 'A bot opened the pull request or pushed to its branch, so the person behind it is unknown.',
  'too-many-commits': 'The pull request has more commits than GitHub lists, so its committers are unknown.',
  // release
  authorised: 'The release authorisation is signed by a trusted key and names these bytes.',
  'not-authorised': 'No valid release authorisation names this model digest and commit.',
  'signature-invalid': 'A signature does not verify against the trust root.',
  'not-merged': 'The pull request is not merged.',
  'tree-changed': 'The merged tree has governed files that are not as they were approved.',
  'not-immutable': 'The release is not immutable.',
  'version-exists': 'The version is already published with other bytes.',
  'version-superseded':
    'A newer version of the model is published; an older one is deployed only by an explicit rollback.',
  'ledger-broken': 'The ledger has a gap, an edit or a fork.',
} as const;

export type ReasonCode = keyof typeof REASON_CODES;

/** True when `value` is one of {@link REASON_CODES}. */
export function isReasonCode(value: string): value is ReasonCode {
  return Object.hasOwn(REASON_CODES, value);
}
