import type { Decision, Digest, Outcome } from '@gatehouse/core';
import { decisionBlocks, openBlocks } from './decision-markdown.ts';
import { digestCode, escapeMarkdown } from './escape-markdown.ts';
import { type Block, fitBlocks } from './fit-blocks.ts';

/** A review that was given and does not count, and why. */
export interface UncountedReview {
  readonly reviewer: string;
  readonly reasonCode: string;
  /** The sentence of the reason code. */
  readonly sentence: string;
}

/** One required role of a model and whose approval counts for it. */
export interface RoleSummary {
  readonly role: string;
  readonly approved: boolean;
  /** Logins whose approval of the current tuple counts for this role. */
  readonly approvedBy: readonly string[];
  /** Teams and users who can give it: `team bank/risk`, `carol`. */
  readonly from: readonly string[];
  /** Those of them who cannot, and what they did: `committed`. Only told while the role is missing. */
  readonly not: readonly { readonly login: string; readonly why: string }[];
}

/** A waiver that the evaluation rests on. */
export interface WaiverSummary {
  readonly id: string;
  /** Gate and measure. */
  readonly waives: string;
  readonly owner: string;
  readonly expiresOn: string;
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
  /** An approval that does not count any more: for what it was given, and what is there now. */
  readonly stale: { readonly sentence: string; readonly by: readonly string[] } | null;
  readonly waivers: readonly WaiverSummary[];
  readonly uncounted: readonly UncountedReview[];
}

export interface CheckSummary {
  readonly headline: string;
  /** What approvals are bound to; `null` while there is nothing to approve. */
  readonly tuple: Digest | null;
  readonly models: readonly ModelSummary[];
  /** Sentences about rules that the change makes laxer. */
  readonly loosened: readonly string[];
  /** Sentences about other rules that it changes. */
  readonly changed: readonly string[];
  /** Further sentences: what to do, where to read more. */
  readonly notes: readonly string[];
}

const SEVEREST_FIRST: readonly Outcome[] = ['fail', 'inconclusive', 'pass'];

/** GitHub refuses a check run summary beyond this many characters; counted in bytes here, which is never more. */
export const LONGEST_CHECK_SUMMARY = 65_535;

/**
 * The summary of the governance check. What is missing and who can give it comes first, then one row per model, and last
 * each gate's decision, folded where it passes. All text from data is escaped; what does not fit is left out from the end,
 * and the summary says so.
 */
export function renderCheckSummary(summary: CheckSummary, maxBytes = LONGEST_CHECK_SUMMARY): string {
  const { models, tuple } = summary;
  return fitBlocks(
    [
      escapeMarkdown(summary.headline),
      ...missingList(models),
      ...summary.notes.map((note) => `\n${escapeMarkdown(note)}`),
      ...(models.length === 0 ? [] : ['', ...modelRows(summary)]),
      ...models.flatMap(roleTable),
      ...models.flatMap(staleNote),
      ...sentences('Rules that become laxer', summary.loosened),
      ...sentences('Other rules that change', summary.changed),
      ...models.flatMap(waiverTable),
      ...models.flatMap(uncountedTable),
      ...(tuple === null ? [] : [`\nApprovals are bound to the tuple ${digestCode(tuple)}.`]),
      ...models.flatMap(modelBlocks),
    ],
    maxBytes,
  );
}

/** "Missing: **risk** — anyone of team bank/risk (not carol: committed)" */
function missingList(models: readonly ModelSummary[]): readonly string[] {
  const several = models.filter(({ roles }) => roles.length > 0).length > 1;
  const lines = models.flatMap(({ model, roles }) =>
    roles
      .filter(({ approved }) => !approved)
      .map(({ role, from, not }) => {
        const where = several ? `Missing for ${escapeMarkdown(model)}` : 'Missing';
        const who = from.map((each) => escapeMarkdown(each)).join(', ');
        const barred = not.map(({ login, why }) => `${escapeMarkdown(login)}: ${escapeMarkdown(why)}`).join(', ');
        return `- ${where}: **${escapeMarkdown(role)}** — anyone of ${who}${barred === '' ? '' : ` (not ${barred})`}`;
      }),
  );
  return lines.length === 0 ? [] : ['', ...lines];
}

/** One row per model. What the headline says already is not said again. */
function modelRows({ models, headline }: CheckSummary): readonly string[] {
  const tellsState = models.some(({ state }) => state !== headline);
  return [
    `| model | outcome | gates | approvals |${tellsState ? ' state |' : ''}`,
    `| --- | --- | --- | --- |${tellsState ? ' --- |' : ''}`,
    ...models.map((model) => {
      const gates = model.decisions.map(({ gate, outcome }) => `${escapeMarkdown(gate)} ${outcome}`).join(', ') || '–';
      const state = tellsState ? ` ${escapeMarkdown(model.state)} |` : '';
      return `| ${escapeMarkdown(model.model)} | **${outcomeWord(model)}** | ${gates} | ${approvalsCell(model)} |${state}`;
    }),
  ];
}

/** People are waited for, or a training: "inconclusive" would say that the data cannot tell. */
function outcomeWord({ outcome, roles, decisions }: ModelSummary): string {
  const isWaiting = decisions.length === 0 || roles.some(({ approved }) => !approved);
  return outcome === 'inconclusive' && isWaiting ? 'waiting' : outcome;
}

/** Nobody is asked while something else stands in the way. */
function approvalsCell({ roles }: ModelSummary): string {
  if (roles.length === 0) return '–';
  return `${roles.filter(({ approved }) => approved).length} of ${roles.length} roles`;
}

function roleTable({ model, roles }: ModelSummary): readonly string[] {
  if (roles.length === 0) return [];
  return [
    `\n| role for ${escapeMarkdown(model)} | approval | by |`,
    '| --- | --- | --- |',
    ...roles.map(({ role, approved, approvedBy }) => {
      const by = approvedBy.map((login) => escapeMarkdown(login)).join(', ');
      return `| ${escapeMarkdown(role)} | ${approved ? 'given' : '**missing**'} | ${by} |`;
    }),
  ];
}

function staleNote({ model, stale }: ModelSummary): readonly string[] {
  if (stale === null) return [];
  const by = stale.by.map((person) => escapeMarkdown(person)).join(', ');
  return [
    `\n**Approvals given before do not count any more** for ${escapeMarkdown(model)}: ${escapeMarkdown(stale.sentence)}.${by === '' ? '' : ` Had approved: ${by}.`}`,
  ];
}

function sentences(title: string, list: readonly string[]): readonly string[] {
  return list.length === 0 ? [] : [`\n**${title}**\n`, ...list.map((sentence) => `- ${escapeMarkdown(sentence)}`)];
}

function waiverTable({ model, waivers }: ModelSummary): readonly string[] {
  if (waivers.length === 0) return [];
  return [
    `\n| waiver used for ${escapeMarkdown(model)} | waives | owner | holds until |`,
    '| --- | --- | --- | --- |',
    ...waivers.map(({ id, waives, owner, expiresOn }) => {
      return `| ${[id, waives, owner, expiresOn].map((cell) => escapeMarkdown(cell)).join(' | ')} |`;
    }),
  ];
}

function uncountedTable({ model, uncounted }: ModelSummary): readonly string[] {
  if (uncounted.length === 0) return [];
  return [
    `\n| review of ${escapeMarkdown(model)} that does not count | reason | |`,
    '| --- | --- | --- |',
    ...uncounted.map(({ reviewer, reasonCode, sentence }) => {
      return `| ${[reviewer, reasonCode, sentence].map((cell) => escapeMarkdown(cell)).join(' | ')} |`;
    }),
  ];
}

/** The decisions of one model: what blocks first and open, what passes behind a line that says so. */
function modelBlocks({ model, modelDigest, decisions }: ModelSummary): readonly Block[] {
  const sorted = SEVEREST_FIRST.flatMap((outcome) => decisions.filter((decision) => decision.outcome === outcome));
  const digest = modelDigest === null ? '' : `, ${digestCode(modelDigest)}`;
  return sorted.flatMap((decision, index): readonly Block[] => [
    ...(index === 0 ? [`\n## ${escapeMarkdown(model)}${digest}`] : []),
    ...(decision.outcome === 'pass'
      ? [{ title: passingTitle(decision), blocks: openBlocks(decisionBlocks(decision)).slice(1) }]
      : ['', ...decisionBlocks(decision)]),
  ]);
}

function passingTitle({ gate }: Decision): string {
  return `<b>${escapeMarkdown(gate)} gate: pass</b> – values, intervals, limits and what was not measured`;
}
