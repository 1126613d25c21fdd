import { type BlockName, ConfigError, type GateBlock, type ModelConfig, parseGateBlock } from '@gatehouse/core';
import type { Flags } from './read-flags.ts';

/** A block that flags give, and how its paths are called. */
export interface FlagBlock<G extends BlockName> {
  readonly gate: G;
  readonly task: ModelConfig['task'];
  readonly raw: unknown;
  /** The flag behind a path within the block, where its name is not the path. */
  readonly flagOf?: (path: readonly (string | number)[]) => string | undefined;
}

/**
 * The block, checked as that of a file. Its faults come to those of the flags, all of which are thrown together.
 *
 * @throws ConfigError with every fault there is until now.
 */
export function parsedBlock<G extends BlockName>(flags: Flags, block: FlagBlock<G>): GateBlock<G> {
  const nameOf = (path: readonly (string | number)[]): string =>
    block.flagOf?.(path) ?? `--${path.filter((step) => typeof step === 'string').join('-')}`;
  const parsed = faultsInto(flags, () => parseGateBlock(block.gate, block.raw, { task: block.task, nameOf }));
  flags.check();
  if (parsed === undefined) throw new RangeError('A block without faults was not read.');
  return parsed;
}

function faultsInto<T>(flags: Flags, parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const fault of error.faults) flags.fault(fault);
    return undefined;
  }
}
