import {
  ActionError,
  type BlockName,
  ConfigError,
  type Fault,
  type GateBlock,
  type ModelConfig,
  parseGateBlock,
} from '@gatehouse/core';
import type { Flags } from './read-flags.ts';

/** A block that flags give, and how its paths are called. */
export interface FlagBlock<G extends BlockName> {
  readonly gate: G;
  readonly task: ModelConfig['task'];
  readonly raw: unknown;
  /** The flag behind a path within the block, where its name is not the path. */
  readonly flagOf?: FlagOf;
}

/** The flag behind a path within a block, where its name is not the path. */
export type FlagOf = (path: readonly (string | number)[]) => string | undefined;

/**
 * The block, checked as that of a file. Its faults come to those of the flags, all of which are thrown together.
 *
 * @throws ConfigError with every fault there is until now.
 */
export function parsedBlock<G extends BlockName>(flags: Flags, block: FlagBlock<G>): GateBlock<G> {
  const nameOf = (path: readonly (string | number)[]): string => flagName(path, block.flagOf);
  const parsed = faultsInto(flags, () => parseGateBlock(block.gate, block.raw, { task: block.task, nameOf }));
  flags.check();
  if (parsed === undefined) throw new RangeError('A block without faults was not read.');
  return parsed;
}

/**
 * Judges by flags: what a gate says of a key of the configuration is said of the flag that stands for it, since a person
 * who gave flags has no file to correct.
 */
export async function judgedByFlags<T>(flagOf: FlagOf, judge: () => Promise<T>): Promise<T> {
  try {
    return await judge();
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError(error.faults.map((fault) => byFlag(fault, flagOf)));
    if (!(error instanceof ActionError)) throw error;
    const reason = error.reasonCode === undefined ? {} : { reasonCode: error.reasonCode };
    throw new ActionError(error.code, byFlag(error.fault, flagOf), { ...reason, cause: error });
  }
}

function flagName(path: readonly (string | number)[], flagOf: FlagOf | undefined): string {
  return flagOf?.(path) ?? `--${path.filter((step) => typeof step === 'string').join('-')}`;
}

function byFlag({ where, found, allowed, remedy }: Fault, flagOf: FlagOf): Fault {
  const [, key] = /^(?:gatehouse\.yml[,:] )?(?:[^ ]*\.)?gates\.[a-z]+\.([^ ]+)$/.exec(where) ?? [];
  const [, meaning] = /^no column for the (label|score|query|item)$/.exec(found) ?? [];
  return {
    where: key === undefined ? where : flagName(key.split('.'), flagOf),
    found,
    allowed,
    remedy:
      meaning === undefined ? remedy.replace(/ in "columns\.([a-z]+)"/, ' with --$1') : `Name it with --${meaning}`,
  };
}

function faultsInto<T>(flags: Flags, parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const fault of withoutEchoes(error.faults)) flags.fault(inWords(fault));
    return undefined;
  }
}

/** Without what is wrong with a whole because of a part of it that is named as well. */
function withoutEchoes(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ where }) => !faults.some((other) => other.where.startsWith(`${where} `)));
}

/** A key is a word of files. */
function inWords({ found, allowed, remedy, ...rest }: Fault): Fault {
  return {
    ...rest,
    found: found.replace(/^got the unknown key /, 'there is no '),
    // Forty names hide the one that was meant.
    allowed: remedy.startsWith('Did you mean')
      ? 'A name that is known here'
      : allowed.replace(/^The keys here/, 'The names'),
    remedy,
  };
}
