import { dirname, join, relative } from 'node:path';
import {
  ActionError,
  ConfigError,
  type DataGateConfig,
  type DatasetConfig,
  type Digest,
  type ModelConfig,
  sha256,
  type TableFormat,
  taskColumns,
} from '@gatehouse/core';
import { quoted } from '@gatehouse/tables';
import type { Flag } from '../flags/flag.ts';
import type { Flags } from '../flags/read-flags.ts';
import type { GatePlace } from '../gate-kind.ts';
import { policyModel } from './policy-model.ts';

/** What a data gate on the command line judges. */
export interface DataLook {
  readonly config: DataGateConfig;
  readonly data: readonly string[];
  /** What flags say of the files. */
  readonly format?: TableFormat;
  readonly other: readonly string[] | null;
  readonly label: string | null;
  readonly split: NonNullable<DatasetConfig['split']> | null;
  /** Files beside the data. */
  readonly profile: string | null;
  readonly pointer: string | null;
  readonly croissant: string | null;
  /** What the data must be; `null` where nobody said it. */
  readonly named: Digest | null;
}

const BESIDE = ['config', 'model', 'data', 'as-of'];

/** The data gate of a gatehouse.yml, on the files that it names: what the check of a pull request judges. */
export async function dataFromConfig(
  flags: Flags,
  { place, all }: { readonly place: GatePlace; readonly all: readonly Flag[] },
): Promise<DataLook> {
  for (const { name } of all.filter((flag) => !BESIDE.includes(flag.name) && flags.has(flag.name))) {
    const found = 'it stands beside --config';
    const remedy = `Remove --${name}, or --config`;
    flags.fault({ where: `--${name}`, found, allowed: 'The configuration says it', remedy });
  }
  flags.check();
  const { file: path, model } = await policyModel(flags, place);
  const config = model.gates.data;
  if (config === undefined)
    throw fault('--config', 'got no block "data"', 'A block "gates.data" for this gate', 'Add it');
  const inFolder = (file: string | undefined): string | null =>
    file === undefined ? null : relative(process.cwd(), join(dirname(path), file)) || '.';
  const dataset = datasetOf(model, config.dataset);
  const other = config.overlap?.with === undefined ? null : datasetOf(model, config.overlap.with);
  const given = flags.list('data');
  const profile = inFolder(config.profile?.path);
  if (profile !== null && config.profile !== undefined) {
    requireDigest(profile, sha256(await place.read(profile)), config.profile.digest);
  }
  const own = config.overlap !== undefined && other === null;
  return {
    config,
    data: given.length > 0 ? given : [inFolder(dataset.path) ?? ''],
    other: other === null ? null : [inFolder(other.path) ?? ''],
    label: taskColumns(model).label,
    split: own ? (dataset.split ?? null) : null,
    profile,
    pointer: inFolder(dataset.pointer),
    croissant: inFolder(dataset.croissant),
    // A file that a person names may be a copy elsewhere, and must be the same.
    named: dataset.digest,
  };
}

function datasetOf({ data }: ModelConfig, name: string): DatasetConfig {
  const dataset = Object.hasOwn(data, name) ? data[name] : undefined;
  if (dataset !== undefined) return dataset;
  throw fault('--config', `got the dataset ${quoted(name)}`, `One of ${Object.keys(data).join(', ')}`, 'Correct it');
}

function requireDigest(where: string, found: Digest, named: Digest): void {
  if (found === named) return;
  const allowed = `what the configuration names: ${named}`;
  const remedy = 'Fetch the profile that it names, or change its digest';
  throw new ActionError('refused', { where, found, allowed, remedy }, { reasonCode: 'digest-mismatch' });
}

function fault(...[where, found, allowed, remedy]: [string, string, string, string]): ConfigError {
  return new ConfigError([{ where, found, allowed, remedy }]);
}
