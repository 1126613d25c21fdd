import { ActionError, type RecordedStage, type StageMove, type StageRule } from '@gatehouse/core';

/** A move as the rules of its stage judge it. */
export interface JudgedMove {
  readonly move: StageMove;
  readonly model: string;
  readonly stage: string;
  readonly version: string;
}

/** What the policy says of a stage and of versions; left out where it says nothing. */
export interface StagePolicy {
  readonly rule: StageRule | undefined;
  /** Reasons by version, `v1.2.0`. */
  readonly revoked: Readonly<Record<string, string>>;
}

const HOUR_MS = 3_600_000;

/**
 * Whether the rules of a stage let a version come into it. A promotion needs the time in the stage before; a rollback
 * needs that the version was here already, since a way back must not be a way around the stages.
 *
 * @param recorded every move of the model's stages, oldest first
 * @throws ActionError `refused`: `version-revoked`, `stage-rule-unmet`
 */
export function requireStageRules(
  asked: JudgedMove,
  policy: StagePolicy,
  facts: { readonly recorded: readonly RecordedStage[]; readonly now: Date },
): void {
  const { version, model, stage } = asked;
  const short = version.slice(model.length + 1);
  const why = Object.hasOwn(policy.revoked, short) ? policy.revoked[short] : undefined;
  if (why !== undefined) throw revoked(version, why);
  const counted = facts.recorded.filter(({ counts }) => counts);
  if (asked.move === 'rolled-back') {
    const wasHere = counted.some((each) => each.stage === stage && each.version === version);
    if (wasHere || policy.rule?.['rollback-to'] === 'any') return;
    const found = `${version} was never in it`;
    throw unmet(asked, found, 'a rollback brings back a version that was in the stage before');
  }
  const { after, 'for-hours': hours = 0 } = policy.rule ?? {};
  if (after === undefined) return;
  const there = millisecondsIn(counted, { stage: after, version, now: facts.now });
  if (there === null)
    throw unmet(asked, `${version} was never in "${after}"`, `a version that was in "${after}" before`);
  if (there >= hours * HOUR_MS) return;
  const found = `${version} was in "${after}" for ${(there / HOUR_MS).toFixed(1)} hours`;
  throw unmet(asked, found, `a version that was there for ${hours} hours`);
}

/**
 * How long a version was in a stage in all: from each of its assignments to the next assignment of the stage, or to now.
 *
 * @returns `null` when it never was.
 */
export function millisecondsIn(
  recorded: readonly RecordedStage[],
  of: { readonly stage: string; readonly version: string; readonly now: Date },
): number | null {
  const moves = recorded.filter(({ stage }) => stage === of.stage);
  let total: number | null = null;
  for (const [index, move] of moves.entries()) {
    if (move.version !== of.version) continue;
    const until = moves[index + 1]?.at;
    const end = until === undefined ? of.now.getTime() : Date.parse(until);
    // The clock of this runner may be behind the one that wrote the entry.
    total = (total ?? 0) + Math.max(0, end - Date.parse(move.at));
  }
  return total;
}

function revoked(version: string, why: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Version ${version}`,
      found: `the policy revokes it: ${why}`,
      allowed: 'versions that are not under "revoked-versions" in gatehouse.yml of the default branch',
      remedy: 'Name another version',
    },
    { reasonCode: 'version-revoked' },
  );
}

function unmet({ model, stage }: JudgedMove, found: string, allowed: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Stage "${stage}" of "${model}"`,
      found,
      allowed,
      remedy: 'See "stage-rules" in gatehouse.yml of the default branch',
    },
    { reasonCode: 'stage-rule-unmet' },
  );
}
