import { type CommitSha, candidateKey, type LedgerHead, type QueuedPull, type TreeFile } from '@gatehouse/core';
import {
  changesRules,
  combined,
  type ListedChange,
  type ModelVerdict,
  type PullFacts,
  type PullVerdict,
  plainVerdict,
} from '@gatehouse/governance';
import type { CheckPorts } from './check-ports.ts';
import { type Gathered, type Origin, readFirstWave, readSecondWave } from './gather.ts';
import { judgeAndRecord } from './judge-and-record.ts';
import { changedPastReview, namedPaths } from './merged-tree.ts';

interface GroupRequest extends Origin {
  readonly repositoryUrl: string;
}

/**
 * Judges a merge group: each of its pull requests anew, at the head that was queued, and whether the group's tree differs
 * from the base branch in the governed files that they list, as they have them, and in no other.
 */
export async function judgeGroup(
  headSha: CommitSha,
  request: GroupRequest,
  ports: CheckPorts,
): Promise<{ readonly verdict: PullVerdict; readonly ledgerHead: LedgerHead | null }> {
  const entries = await ports.mergeQueue.groupOf(headSha);
  if (entries === null || entries.length === 0)
    return alone(plainVerdict('', 'merge-group-unknown', { state: 'failure' }));
  const [before, tree, ...gathered] = await Promise.all([
    request.rules.tree,
    ports.contents.listFiles(headSha),
    ...entries.map((entry) => gatherEntry(entry, request, ports)),
  ]);
  const rows: ModelVerdict[] = [];
  let ledgerHead: LedgerHead | null = null;
  const listed: ListedChange[] = [];
  let rulesChangedBy: number | null = null;
  for (const [index, entry] of entries.entries()) {
    const one = gathered[index] ?? null;
    if (one === null) {
      rows.push(movedRow(entry));
      continue;
    }
    const judged = await judgeAndRecord(ports, one);
    ledgerHead = judged.ledgerHead ?? ledgerHead;
    listed.push(one.facts);
    rows.push(...rowsOf(judged.verdict, { facts: one.facts, tree, rulesChangedBy }));
    if (changesRules(one.facts)) rulesChangedBy = entry.number;
  }
  // Whatever a red pull request lists, the group is red with it; without the list of one, nothing can be told.
  if (listed.length === entries.length) {
    const foreign = await changedPastReview(ports.contents, request.rules, { before, after: tree, listed });
    if (foreign.length > 0) rows.push(mergedRow(foreign));
  }
  return { verdict: groupVerdict(rows), ledgerHead };
}

/** What one pull request contributes: its own verdict, unless the group makes something else of it. */
function rowsOf(
  verdict: PullVerdict,
  group: { readonly facts: PullFacts; readonly tree: readonly TreeFile[]; readonly rulesChangedBy: number | null },
): readonly ModelVerdict[] {
  const { facts, tree, rulesChangedBy } = group;
  return verdict.models.map((row) => {
    // Nothing is announced or approved on the head of a group: approvals are bound to the pull request's own.
    const named = { ...row, model: `#${facts.pull.number} ${row.model}`, tuple: null };
    if (row.state !== 'success' || row.reasonCode === 'no-governed-file') return named;
    if (rulesChangedBy !== null) {
      const notes = [`#${rulesChangedBy}, before it in the group, changes the rules: it is decided anew after that.`];
      return plainVerdict(named.model, 'policy-changed', { state: 'failure', notes });
    }
    return sameTree(row, facts, tree) ? named : plainVerdict(named.model, 'tree-changed', { state: 'failure' });
  });
}

/** True when the group's tree holds the evaluated files of the model; a change of rules alone has none. */
function sameTree(row: ModelVerdict, { policy, evaluations }: PullFacts, tree: readonly TreeFile[]): boolean {
  const evaluation = evaluations.get(row.model);
  const config = policy.config.models[row.model];
  if (config === undefined) return row.modelDigest === null;
  return evaluation !== undefined && candidateKey(tree, config) === evaluation.summary.candidateKey;
}

function groupVerdict(rows: readonly ModelVerdict[]): PullVerdict {
  const verdict = combined(rows);
  if (verdict.state !== 'success') return verdict;
  const pulls = [...new Set(rows.map(({ model }) => model.split(' ')[0]))].join(', ');
  return { ...verdict, reasonCode: 'merge-group-ready', title: `Ready to merge together: ${pulls}` };
}

/** The pull request as it is now, or `null` when it is not what was queued any more. */
async function gatherEntry(entry: QueuedPull, request: GroupRequest, ports: CheckPorts): Promise<Gathered | null> {
  const { rules, repositoryUrl } = request;
  const pull = await ports.pulls.get(entry.number);
  if (pull.headSha !== entry.headSha || !pull.open || pull.fromFork || pull.baseRef !== rules.branch) return null;
  const wave = await readFirstWave(ports, request, pull);
  return readSecondWave(ports, rules, { pull, wave, repositoryUrl });
}

function movedRow({ number }: QueuedPull): ModelVerdict {
  return plainVerdict(`#${number}`, 'head-moved', { state: 'failure' });
}

/** What the merge made of histories that no pull request shows: its list of files is drawn from one common ancestor. */
function mergedRow(paths: readonly string[]): ModelVerdict {
  const notes = [`No pull request of the group brings these files as they would be merged: ${namedPaths(paths)}.`];
  return plainVerdict('the merge', 'tree-changed', { state: 'failure', notes });
}

function alone(row: ModelVerdict): { readonly verdict: PullVerdict; readonly ledgerHead: null } {
  return { verdict: combined([row]), ledgerHead: null };
}
