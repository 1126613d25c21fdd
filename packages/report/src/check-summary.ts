import type { Decision, Digest, Outcome } from '@gatehouse/core';
import { decisionBlocks } from './decision-markdown.ts';
import { digestCode, escapeMarkdown } from './escape-markdown.ts';
import { fitBlocks } from './fit-blocks.ts';

/** A review that was given and does not count, and why. */
export interface UncountedReview {
  readonly reviewer: string;
  readonly reasonCode: string;
}

/** One required role of a model and whose approval counts for it. */
export interface RoleSummary {
  readonly role: string;
  readonly approved: boolean;
  /** Logins whose approval of the current tuple counts for this role. */
  readonly approvedBy: readonly string[];
}

/** One model of a pull request, as the governance check shows it. */
export interface ModelSummary {
  readonly model: string;
  readonly outcome: Outcome | 'error';
  readonly modelDigest: Digest | null;
  /** One sentence: what stands in the way, or that nothing does. */
  readonly state: string;
  readonly decisions: readonly Decision[];
  readonly roles: readonly RoleSummary[];
  readonly uncounted: readonly UncountedReview[];
}

export interface CheckSummary {
  readonly headline: string;
  /** What approvals are bound to; `null` while there is nothing to approve. */
  readonly tuple: Digest | null;
  readonly models: readonly ModelSummary[];
  /** Further sentences: a loosened threshold, a missing team permission. */
  readonly notes: readonly string[];
}

const SEVEREST_FIRST: readonly Outcome[] = ['fail', 'inconclusive', 'pass'];

/** GitHub refuses a check run summary beyond this many characters; counted in bytes here, which is never more. */
export const LONGEST_CHECK_SUMMARY = 65_535;

/**
 * The summary of the governance check: headline, one row per model, roles and reviews, then each gate's decision. All text
 * from data is escaped; what does not fit is left out from the end, and the summary says so.
 */
export function renderCheckSummary(summary: CheckSummary): string {
  return fitBlocks(
    [
      escapeMarkdown(summary.headline),
      ...(summary.tuple === null ? [] : [`\nApprovals are bound to the tuple ${digestCode(summary.tuple)}.`]),
      ...summary.notes.map((note) => `\n${escapeMarkdown(note)}`),
      ...(summary.models.length === 0 ? [] : ['', ...modelRows(summary.models)]),
      ...summary.models.flatMap(roleBlocks),
      ...summary.models.flatMap(modelBlocks),
    ],
    LONGEST_CHECK_SUMMARY,
  );
}

/** The decisions of one model, what blocks first. */
function modelBlocks({ model, modelDigest, decisions }: ModelSummary): readonly string[] {
  const sorted = SEVEREST_FIRST.flatMap((outcome) => decisions.filter((decision) => decision.outcome === outcome));
  const digest = modelDigest === null ? '' : `, ${digestCode(modelDigest)}`;
  return sorted.flatMap((decision, index) => [
    ...(index === 0 ? [`\n## ${escapeMarkdown(model)}${digest}\n`] : ['']),
    ...decisionBlocks(decision),
  ]);
}

function modelRows(models: readonly ModelSummary[]): readonly string[] {
  return [
    '| model | outcome | gates | approvals | state |',
    '| --- | --- | --- | --- | --- |',
    ...models.map((model) => {
      const gates = model.decisions.map(({ gate, outcome }) => `${escapeMarkdown(gate)} ${outcome}`).join(', ');
      const approved = model.roles.filter((role) => role.approved).length;
      const name = escapeMarkdown(model.model);
      const approvals = `${approved} of ${model.roles.length} roles`;
      return `| ${name} | **${model.outcome}** | ${gates} | ${approvals} | ${escapeMarkdown(model.state)} |`;
    }),
  ];
}

function roleBlocks({ model, roles, uncounted }: ModelSummary): readonly string[] {
  return [
    ...(roles.length === 0
      ? []
      : [
          `\n| role for ${escapeMarkdown(model)} | approval | by |`,
          '| --- | --- | --- |',
          ...roles.map(({ role, approved, approvedBy }) => {
            const by = approvedBy.map((login) => escapeMarkdown(login)).join(', ');
            return `| ${escapeMarkdown(role)} | ${approved ? 'given' : '**missing**'} | ${by} |`;
          }),
        ]),
    ...(uncounted.length === 0
      ? []
      : [
          `\n| review of ${escapeMarkdown(model)} that does not count | reason |`,
          '| --- | --- |',
          ...uncounted.map((review) => `| ${escapeMarkdown(review.reviewer)} | ${escapeMarkdown(review.reasonCode)} |`),
        ]),
  ];
}
