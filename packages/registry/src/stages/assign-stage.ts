import {
  ActionError,
  type Clock,
  type RecordedStage,
  type StageChange,
  type StageLedger,
  type Tags,
} from '@gatehouse/core';
import { formatStageTag, parseGtoTag } from './gto-tag.ts';
import { nextCounter } from './stage-counter.ts';
import { forceFinding, newestOf } from './stage-in-force.ts';
import { stageMessageVersion, stageTagMessage } from './stage-message.ts';

/** How long a claim of somebody else may stay without its entry before it is passed over. */
export interface ClaimPatience {
  readonly claimMs: number;
  readonly deadlineMs: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const DEFAULT_CLAIM_PATIENCE: ClaimPatience = {
  claimMs: 30_000,
  deadlineMs: 10 * 60_000,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const POLL_MS = 1000;

export interface AssignPorts {
  readonly tags: Tags;
  readonly stages: StageLedger;
  readonly clock: Clock;
  readonly patience: ClaimPatience;
}

/** What is to come into a stage; the counter is claimed here. */
export type StageIntent = Omit<StageChange, 'counter'>;

export interface AssignedStage {
  readonly tag: string;
  readonly stage: RecordedStage;
  /** True when the version was in the stage already, by an earlier run or by somebody else. */
  readonly alreadyAssigned: boolean;
}

/**
 * Brings a version into a stage: a counter is claimed by the create-only tag, then the ledger tells of it.
 *
 * A run that was interrupted in between left its tag; the next one with the same version takes that over. Whoever loses
 * a counter looks again: the same version in force is what was wanted, another version is `stage-moved`, and only while
 * the stage is as it was when this run began is the next counter taken.
 *
 * @param seen the newest assignment that this run has judged by; `null` when the stage had none
 * @throws ActionError `refused`, reasons `stage-moved` and `stage-broken`; `ledger-broken`.
 */
export async function assignStage(
  ports: AssignPorts,
  intent: StageIntent,
  seen: RecordedStage | null,
): Promise<AssignedStage> {
  const expected = seen === null ? null : formatStageTag(seen);
  const { clock, patience } = ports;
  const started = clock.now().getTime();
  const elapsed = (): number => clock.now().getTime() - started;
  for (;;) {
    const recorded = await ports.stages.read(intent.model);
    const newest = newestOf(recorded, intent.stage);
    if ((newest === null ? null : formatStageTag(newest)) !== expected) return settled(intent, newest);
    if (newest !== null && newest.version === intent.version && (await forceFinding(ports, newest)) === null) {
      return { tag: formatStageTag(newest), stage: newest, alreadyAssigned: true };
    }
    if (elapsed() > patience.deadlineMs) throw outOfTime(intent, patience);

    const names = await namesOf(ports, intent.model);
    const claims = claimsOf(names, intent, newest?.counter ?? 0);
    const own = await ownClaim(ports, intent, claims);
    if (own === null && claims.length > 0 && elapsed() < patience.claimMs) {
      await patience.sleep(POLL_MS);
      continue;
    }
    const counters = recorded.map(({ counter }) => counter);
    const counter = own ?? (await claim(ports, intent, nextCounter(names, counters, intent.model)));
    if (counter === null) continue;
    const result = await ports.stages.record({ ...intent, counter }, expected);
    if (result.kind === 'moved') return settled(intent, result.by);
    return { tag: formatStageTag(result.stage), stage: result.stage, alreadyAssigned: false };
  }
}

/** Names of the model's tags: of its stages and of its versions, whose counters are the same order. */
async function namesOf({ tags }: Pick<AssignPorts, 'tags'>, model: string): Promise<readonly string[]> {
  const names = await Promise.all([tags.names(`${model}#`), tags.names(`${model}@`)]);
  return names.flat();
}

/** Somebody else came first: fine when they wanted the same. */
function settled(intent: StageIntent, newest: RecordedStage | null): AssignedStage {
  if (newest !== null && newest.version === intent.version && newest.counts) {
    return { tag: formatStageTag(newest), stage: newest, alreadyAssigned: true };
  }
  throw stageMoved(intent, newest);
}

/** Counters of tags of the stage that are newer than the newest entry: claimed, and not yet told. */
function claimsOf(names: readonly string[], { model, stage }: StageIntent, above: number): readonly number[] {
  return names
    .flatMap((name) => {
      const tag = parseGtoTag(name);
      const isClaim = tag?.event === 'stage' && tag.model === model && tag.stage === stage && tag.counter !== null;
      return isClaim && tag.counter > above && name === formatStageTag({ model, stage, counter: tag.counter })
        ? [tag.counter]
        : [];
    })
    .toSorted((a, b) => a - b);
}

/**
 * The counter of a claim that says exactly what this run would say. Whoever made it: version and commit were verified
 * here, and what the ledger will tell is what this run says.
 */
async function ownClaim(ports: AssignPorts, intent: StageIntent, claims: readonly number[]): Promise<number | null> {
  for (const counter of claims.toReversed()) {
    const name = formatStageTag({ ...intent, counter });
    const tag = (await ports.tags.list(name)).find((each) => each.name === name);
    if (tag?.commit === intent.commit && stageMessageVersion(tag.message) === intent.version) return counter;
  }
  return null;
}

/** Claims a counter; `null` when somebody else has it. The answer of a request that took effect may be lost. */
async function claim(ports: AssignPorts, intent: StageIntent, counter: number): Promise<number | null> {
  const name = formatStageTag({ ...intent, counter });
  try {
    await ports.tags.create({ name, commit: intent.commit, message: stageTagMessage(intent.version, intent.reason) });
    return counter;
  } catch (error) {
    if ((await ports.tags.names(name)).includes(name)) return null;
    throw error;
  }
}

/** @param by what is in the stage now */
export function stageMoved(
  intent: Pick<StageIntent, 'model' | 'stage' | 'version'>,
  by: RecordedStage | null,
): ActionError {
  const found =
    by === null
      ? 'the assignment that it was judged by is gone'
      : `${formatStageTag(by)} brought ${by.version} there, asked for by ${by.person.login}`;
  return new ActionError(
    'refused',
    {
      where: `Stage "${intent.stage}" of "${intent.model}"`,
      found,
      allowed: `the assignment that was in force when ${intent.version} was asked for`,
      remedy: 'Look at what is in the stage now, and run again if it is to be replaced',
    },
    { reasonCode: 'stage-moved' },
  );
}

function outOfTime(intent: StageIntent, { deadlineMs }: ClaimPatience): ActionError {
  return new ActionError('service', {
    where: `Stage "${intent.stage}" of "${intent.model}"`,
    found: `no counter could be claimed in ${Math.round(deadlineMs / 1000)} seconds: each was taken by somebody else`,
    allowed: 'one of the attempts gets through',
    remedy: 'Run again, and find out who makes so many tags if it happens again',
  });
}
