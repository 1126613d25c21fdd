import type { ActionResult } from '@gatehouse/action-kit';
import { ActionError, formatFault } from '@gatehouse/core';
import { escapeMarkdown } from '@gatehouse/report';
import type { Authorised } from './authorise.ts';
import type { Checked } from './check.ts';
import type { outputs } from './inputs.ts';
import { titleOf } from './post-verdict.ts';
import { missingRoleNames, renderCheck } from './render-check.ts';
import type { SweepReport, Swept } from './sweep.ts';

type Result = ActionResult<keyof typeof outputs>;

/** The step is green when the check was posted; the check itself says whether the pull request may merge. */
export function checkResult(checked: Checked | null): Result {
  if (checked === null) {
    const title = 'No open pull request has the head of this run: nothing to check';
    return { outcome: 'done', title, summary: `### ${title}\n`, outputs: { outcome: 'inconclusive' } };
  }
  const { verdict } = checked;
  const [tuple, ...others] = verdict.tuples;
  return {
    outcome: 'done',
    title: titleOf(verdict),
    summary: renderCheck(verdict),
    outputs: {
      outcome: verdict.outcome,
      'reason-code': verdict.reasonCode,
      'missing-roles': missingRoleNames(verdict).join(','),
      ...(tuple === undefined || others.length > 0 ? {} : { 'tuple-digest': tuple }),
    },
  };
}

/** One row per pull request. The step fails when one could not be judged; the others were. */
export function sweepResult({ swept, policyError }: SweepReport): Result {
  const errors = [
    ...(policyError === null ? [] : [`The ledger was not told of the policy: ${messageOf(policyError)}`]),
    ...swept.flatMap(({ pull, error }) => (error === null ? [] : [`#${pull.number}: ${messageOf(error)}`])),
  ];
  const posted = swept.filter(({ done }) => done === 'posted').length;
  const started = swept.reduce((sum, { dispatched }) => sum + dispatched.length, 0);
  const counts = `${swept.length} open pull requests, ${posted} checks posted, ${started} decisions started again`;
  const failed = errors.length > 0;
  const title = failed ? `${counts}; ${errors.join(' ')}` : counts;
  return {
    outcome: failed ? 'fail' : 'done',
    title,
    summary: sweepTable(counts, swept, errors),
    outputs: failed ? { outcome: 'fail', 'reason-code': 'service-unavailable' } : { outcome: 'pass' },
  };
}

/** The job summary of a sweep. */
function sweepTable(title: string, swept: readonly Swept[], errors: readonly string[]): string {
  const rows = swept.map(({ pull, verdict, done, dispatched }) => {
    const again = dispatched.length === 0 ? '' : `, decision started again for run ${dispatched.join(', ')}`;
    return `| ${pull.number} | ${verdict.state} | ${escapeMarkdown(titleOf(verdict))} | ${done}${again} |`;
  });
  const table = ['| pull request | check | title | |', '| --- | --- | --- | --- |', ...rows];
  const problems = errors.map((error) => `- ${escapeMarkdown(error)}\n`).join('');
  return `### ${title}\n\n${problems}${rows.length === 0 ? '' : `\n${table.join('\n')}\n`}`;
}

function messageOf(error: unknown): string {
  if (error instanceof ActionError) return formatFault(error.fault);
  return error instanceof Error ? error.message.slice(0, 500) : String(error).slice(0, 500);
}

/**
 * What was signed; a push that has nothing to authorise is no failure. Where something was refused beside it, the step
 * fails and still hands on what is signed: each authorisation stands for itself, and publish believes nothing else.
 */
export function authoriseResult({ signed, notes, refusals }: Authorised): Result {
  const [first, ...others] = signed;
  if (first === undefined) {
    const why = notes.join(' ');
    const outputs = { authorisations: '[]' };
    return { outcome: 'done', title: why, summary: `### Nothing to authorise\n\n${escapeMarkdown(why)}\n`, outputs };
  }
  const { authorisation, path } = first.stored;
  const done = `Authorised ${signed.map(({ model, stored }) => `${model} ${stored.authorisation.modelDigest}`).join(', ')}`;
  const [refused] = refusals;
  return {
    outcome: refused === undefined ? 'done' : 'fail',
    title: [...refusals.map(refusalOf), done].join(' '),
    summary: authorisedSummary({ signed, notes, refusals }),
    outputs: {
      outcome: refused === undefined ? 'pass' : 'fail',
      'reason-code': refused?.reasonCode ?? 'authorised',
      authorisations: JSON.stringify(signed.map(({ model, commit, stored }) => ({ model, commit, path: stored.path }))),
      ...(others.length > 0 ? {} : { authorisation: path, 'tuple-digest': authorisation.tupleDigest }),
    },
  };
}

function authorisedSummary({ signed, notes, refusals }: Authorised): string {
  const list = refusals.map((refusal) => `- ${escapeMarkdown(refusalOf(refusal), WHOLE)}\n`).join('');
  const why = notes.map((note) => `\n${escapeMarkdown(note)}\n`).join('');
  const refused = refusals.length === 0 ? '' : `### Not authorised\n\n${list}\n`;
  return `${refused}### Authorised\n\n${signed.map(authorisedBlock).join('\n')}${why}`;
}

/** A refusal holds a remedy, which must not be cut off. */
const WHOLE = { maxCharacters: 2000 };

function refusalOf({ fault, reasonCode }: ActionError): string {
  return `[${reasonCode ?? 'not-authorised'}] ${formatFault(fault)}`;
}

function authorisedBlock({ model, stored }: Authorised['signed'][number]): string {
  const { approvals, modelDigest, mergedSha } = stored.authorisation;
  const by = approvals.map(({ role, login }) => `- ${escapeMarkdown(`${role}: ${login}`)}`);
  return `${escapeMarkdown(model)} \`${modelDigest}\` at \`${mergedSha}\`:\n\n${by.join('\n')}\n`;
}
