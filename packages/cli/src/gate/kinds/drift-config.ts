import { dirname, join, relative } from 'node:path';
import { ConfigError, type Digest, type DriftGateConfig, type TableFormat } from '@gatehouse/core';
import type { Flags } from '../flags/read-flags.ts';
import type { GatePlace } from '../gate-kind.ts';
import { policyModel } from './policy-model.ts';

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
  const { file: path, model } = await policyModel(flags, place);
  const config = model.gates.drift;
  if (config === undefined) {
    const allowed = 'A block "gates.drift" for this gate';
    throw new ConfigError([{ where: '--config', found: 'got no block "drift"', allowed, remedy: 'Add the block' }]);
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
