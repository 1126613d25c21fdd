import { ConfigError } from '../errors.ts';
import type { Contradiction } from './contradiction.ts';
import { checkGates } from './gates/gate-checks.ts';
import { inputJsonSchema, type JsonSchema } from './json-schema.ts';
import { type ModelConfig, modelSchema } from './schema.ts';
import { schemaFaults } from './schema-faults.ts';
import type { DataPath } from './yaml-source.ts';

type Gates = ModelConfig['gates'];
/** Gates that have a block in `gates` of a model. */
export type BlockName = keyof Gates;
export type GateBlock<G extends BlockName> = NonNullable<Gates[G]>;

/** What a person writes in `gates.<gate>`, for those who make the same of flags. */
export function gateBlockSchema(gate: BlockName): JsonSchema {
  return inputJsonSchema(modelSchema.shape.gates.shape[gate]);
}

/** Where a block that no file holds comes from. */
export interface BlockPlace {
  readonly task: ModelConfig['task'];
  /** What a message calls the value at a path within the block: `--limit`. */
  readonly nameOf: (path: DataPath) => string;
}

/**
 * Checks the block of one gate as strictly as `gatehouse.yml`, rules between its fields included. Rules between gates, and
 * between a gate and declared columns, need a whole model and are left out.
 *
 * @throws {ConfigError} with every fault of the block.
 */
export function parseGateBlock<G extends BlockName>(gate: G, raw: unknown, place: BlockPlace): GateBlock<G> {
  const parsed = modelSchema.shape.gates.shape[gate].unwrap().safeParse(raw);
  if (!parsed.success) {
    const source = { data: raw, faults: [], where: place.nameOf, whereKey: place.nameOf, shown: shownIn(raw) };
    const faults = schemaFaults(parsed.error.issues, source, gateBlockSchema(gate));
    // The path in the block is for readers of a file.
    throw new ConfigError(faults.map((fault) => ({ ...fault, where: fault.where.replace(/ "[^"]*"$/, '') })));
  }
  const block = parsed.data as GateBlock<G>;
  const faults = checkGates({ task: place.task, gates: { [gate]: block } }).flatMap((fault) =>
    ownFault(gate, fault, place),
  );
  if (faults.length > 0) throw new ConfigError(faults);
  return block;
}

function ownFault(gate: BlockName, { path, ...rest }: Contradiction, place: BlockPlace): ConfigError['faults'] {
  const within = path.slice(2);
  return path[1] === gate && within.length > 0 ? [{ where: place.nameOf(within), ...rest }] : [];
}

function shownIn(raw: unknown): (path: DataPath) => string {
  return (path) => {
    let value = raw;
    for (const step of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    return JSON.stringify(value) ?? 'nothing';
  };
}
