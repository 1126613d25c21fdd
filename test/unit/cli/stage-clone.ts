/** Clones whose ledger tells of stages, with the tags that belong to it. */
import { execFileSync } from 'node:child_process';
import { sha256 } from '@gatehouse/core';
import { type LedgerLine, ledgerSigner, nextEntry } from '@gatehouse/governance';
import { formatStageTag, stageTagMessage } from '@gatehouse/registry';
import { stageFact } from '../../../packages/governance/src/stages/stage-entry.ts';
import { key } from '../governance/example-evaluation.ts';
import { git } from './ledger-clone.ts';

export const MODEL = 'mortgage-approval';

export interface Move {
  readonly at: string;
  readonly stage: string;
  readonly version: string;
  readonly move?: 'promoted' | 'rolled-back';
  readonly reason?: string;
}

/** One entry for each move, counted over all stages. */
export function movesOf(moves: readonly Move[], commit = 'a'.repeat(40)): readonly LedgerLine[] {
  const lines: LedgerLine[] = [];
  const newest = new Map<string, string>();
  for (const [index, { at, stage, version, move = 'promoted', reason = 'it was asked for' }] of moves.entries()) {
    const incident = move === 'promoted' ? null : 'https://github.com/bank/credit/issues/7';
    const change = {
      ...{ move, model: MODEL, stage, counter: index + 1, version: `${MODEL}@${version}`, commit, release: 5 },
      ...{ modelDigest: sha256(version), reason, incident, person: { id: 11, login: 'release-manager' } },
    };
    const fact = stageFact(change, newest.get(stage) ?? null);
    const previousOfPull = lines.at(-1)?.entry.seq ?? null;
    lines.push(nextEntry(lines.at(-1) ?? null, fact, { at: new Date(at), previousOfPull, signer: ledgerSigner(key) }));
    newest.set(stage, formatStageTag(change));
  }
  return lines;
}

/** The annotated tags of entries, or others. */
export function tagAll(folder: string, lines: readonly LedgerLine[], on = 'refs/heads/main'): void {
  for (const { entry } of lines) {
    tag(folder, entry.facts.tag ?? '', stageTagMessage(entry.facts.version ?? '', entry.facts.reason ?? ''), on);
  }
}

export function tag(folder: string, name: string, message: string | null, on = 'refs/heads/main'): void {
  const how = message === null ? [] : ['-a', '-m', message];
  const env = { ...process.env, GIT_COMMITTER_NAME: 'g', GIT_COMMITTER_EMAIL: 'g@example.org' };
  execFileSync('git', ['-C', folder, 'tag', '-f', ...how, name, on], { env, stdio: 'ignore' });
}

export const mainOf = (folder: string): string => git(folder, 'rev-parse', 'refs/heads/main');
