import type { RecordedStage, StageChange, StageMove } from '@gatehouse/core';
import type { HistoryLine } from '../evidence/pull-history.ts';
import { brokenLedger } from '../ledger/broken.ts';
import type { LedgerFact } from '../ledger/entry.ts';
import { ledgerPath } from '../ledger/paths.ts';

/** Role of whoever asked for a move, in its entry. */
const MOVER_ROLE = 'stage-mover';
const MOVES: readonly StageMove[] = ['promoted', 'rolled-back'];
const TAG = /^([^#]+)#([^#]+)#([1-9]\d{0,14})$/;

/** What the ledger is told of a stage that moves. */
export function stageFact(change: StageChange, replaces: string | null): LedgerFact {
  const { move, model, stage, counter, version, commit, modelDigest, release, reason, incident, person } = change;
  return {
    kind: move,
    reasonCode: null,
    subject: { model, modelDigest },
    pull: null,
    people: [{ id: person.id, login: person.login, role: MOVER_ROLE }],
    facts: {
      tag: `${model}#${stage}#${counter}`,
      version,
      commit,
      release,
      reason,
      ...(incident === null ? {} : { incident }),
      ...(replaces === null ? {} : { replaces }),
    },
  };
}

/**
 * Every move of a model's stages, oldest first. What lies among them and is none, or does not follow the move that it
 * says it follows, breaks the ledger: a hole in it would let an older assignment look like the newest.
 *
 * @param lines the copies of the model's stages, their signatures and links verified.
 * @throws ActionError `ledger-broken` naming the entry.
 */
export function recordedStages(model: string, lines: readonly HistoryLine[]): readonly RecordedStage[] {
  const newest = new Map<string, RecordedStage>();
  return lines.map((line) => {
    const stage = recordedStage(model, line);
    const before = newest.get(stage.stage) ?? null;
    const tagOf = ({ counter }: RecordedStage): string => `${model}#${stage.stage}#${counter}`;
    if (stage.replaces !== (before === null ? null : tagOf(before))) {
      const found = `it takes the place of ${stage.replaces ?? 'nothing'}, which was not in force`;
      throw brokenLedger(ledgerPath(stage.seq), found);
    }
    if (before !== null && stage.counter <= before.counter) {
      throw brokenLedger(ledgerPath(stage.seq), `its counter ${stage.counter} does not rise above ${before.counter}`);
    }
    newest.set(stage.stage, stage);
    return stage;
  });
}

function recordedStage(model: string, { line, counts }: HistoryLine): RecordedStage {
  const { seq, at, kind, subject, people, facts } = line.entry;
  const { tag = '', version, commit, release, reason, incident = null, replaces = null } = facts;
  const [, tagModel, stage, counter] = TAG.exec(tag) ?? [];
  const move = MOVES.find((known) => known === kind);
  const [person] = people;
  if (
    move === undefined ||
    person === undefined ||
    people.length !== 1 ||
    stage === undefined ||
    tagModel !== model ||
    version === undefined ||
    !version.startsWith(`${model}@v`) ||
    commit === undefined ||
    release === undefined ||
    reason === undefined ||
    subject.modelDigest === null
  ) {
    throw brokenLedger(ledgerPath(seq), `it is no promotion or rollback of "${model}" that says what came where`);
  }
  const { id, login } = person;
  return {
    ...{ seq, at, move, model, stage, counter: Number(counter), version, commit, release, reason, incident, replaces },
    modelDigest: subject.modelDigest,
    person: { id, login },
    counts,
  };
}
