import { dirname, join, relative } from 'node:path';
import {
  ConfigError,
  type Digest,
  type DriftGateConfig,
  type Fault,
  type ModelConfig,
  parseConfig,
  type TableFormat,
} from '@gatehouse/core';
import { quoted } from '@gatehouse/tables';
import type { Flags } from '../flags/read-flags.ts';
import type { GatePlace } from '../gate-kind.ts';

/** What a drift gate on the command line judges. */
export interface DriftFiles {
  readonly config: DriftGateConfig;
  readonly data: readonly string[];
  /** What flags say of the files. */
  readonly format?: TableFormat;
  /** Columns that flags name, by flag. */
  readonly named?: ReadonlyMap<string, readonly string[]>;
  /** `null` where a profile takes its place. */
  readonly reference: readonly string[] | null;
  readonly profile: string | null;
  /** Digests that a policy names. */
  readonly expected: ReadonlyMap<string, Digest>;
}

/** Flags that say what a configuration says. */
const NOT_BESIDE = [
  'format',
  'reference',
  'profile',
  'columns',
  'exclude',
  'critical',
  'limit',
  'mode',
  'target',
  'prediction',
];

/** The drift gate of a gatehouse.yml, on the files that it names: what the check of a pull request judges. */
export async function driftFromConfig(flags: Flags, place: GatePlace): Promise<DriftFiles> {
  for (const name of NOT_BESIDE.filter((flag) => flags.has(flag))) {
    flags.fault({
      where: `--${name}`,
      found: 'it stands beside --config',
      allowed: 'The configuration says how data is compared',
      remedy: `Remove --${name}, or --config`,
    });
  }
  flags.check();
  const path = flags.required('config');
  const { models } = parseConfig(await place.read(path), path);
  const model = modelOf(models, flags.text('model'));
  const config = model.gates.drift;
  if (config === undefined) {
    const allowed = 'A block "gates.drift" for this gate';
    throw fault({ found: 'got no block "drift"', allowed, remedy: 'Add the block' });
  }
  const given = flags.list('data');
  const inFolder = (file: string): string => relative(process.cwd(), join(dirname(path), file)) || '.';
  const datasets = { data: config.data, reference: config.reference };
  const wanted = new Map<string, Digest>();
  const fileOf = (name: keyof typeof datasets): string | null => {
    const dataset = datasets[name] === undefined ? undefined : model.data[datasets[name]];
    if (dataset === undefined) return null;
    wanted.set(name, dataset.digest);
    return inFolder(dataset.path);
  };
  // A file that a person names may be a copy elsewhere, and must be the same: a decision by the policy is of its data.
  const [data, reference] = [fileOf('data'), fileOf('reference')];
  if (config.profile !== undefined) wanted.set('profile', config.profile.digest);
  return {
    config,
    data: given.length > 0 ? given : [data ?? ''],
    reference: reference === null ? null : [reference],
    profile: config.profile === undefined ? null : inFolder(config.profile.path),
    expected: wanted,
  };
}

function modelOf(models: Readonly<Record<string, ModelConfig>>, wanted: string | undefined): ModelConfig {
  const names = Object.keys(models);
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  const found = name !== undefined && Object.hasOwn(models, name) ? models[name] : undefined;
  if (found !== undefined) return found;
  const got = wanted === undefined ? 'got no model' : `got ${quoted(wanted)}`;
  const allowed = `One of the models ${names.map(quoted).join(', ')}`;
  throw fault({ found: got, allowed, remedy: 'Add --model NAME' }, '--model');
}

function fault(parts: Omit<Fault, 'where'>, where = '--config'): ConfigError {
  return new ConfigError([{ where, ...parts }]);
}
