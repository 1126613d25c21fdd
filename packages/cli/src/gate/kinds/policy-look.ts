import { dirname, isAbsolute, join } from 'node:path';
import {
  ActionError,
  ConfigError,
  type DatasetConfig,
  type Decision,
  type Digest,
  isDigest,
  type ModelConfig,
  sha256,
  taskColumns,
} from '@gatehouse/core';
import { type GateChampion, type JudgedRows, type NamedBytes, withRows } from '@gatehouse/gate-runner';
import { datasetWithRole, quoted } from '@gatehouse/tables';
import { requireDistinctFiles } from '../flags/distinct.ts';
import type { Flag } from '../flags/flag.ts';
import { type Flags, givenTwice } from '../flags/read-flags.ts';
import type { GatePlace } from '../gate-kind.ts';
import { policyModel } from './policy-model.ts';

/** Flags that take columns, limits and data from a policy instead. */
export const POLICY_FLAGS: readonly Flag[] = [
  {
    name: 'config',
    value: 'FILE',
    help: 'gatehouse.yml: columns, split and limits are those of the model, as in the check',
  },
  { name: 'model', value: 'NAME', help: 'Model of the configuration; needed where it has several' },
  { name: 'predictions', value: 'FILE', help: 'With --config: what evaluate-model wrote' },
  { name: 'champion-predictions', value: 'FILE', help: 'With --config: the same of the champion' },
  { name: 'champion-version', value: 'TAG', help: 'With --config: how the champion is called (default: champion)' },
  {
    name: 'model-digest',
    value: 'DIGEST',
    help: 'With --config: digest of the model, of which the check seeds what it draws',
  },
];

/** How a gate is called with a policy. */
export const POLICY_USAGE =
  '--config FILE [--model NAME] --predictions FILE [--data FILE] [--champion-predictions FILE]';

const NEEDS_CONFIG = ['model', 'predictions', 'champion-predictions', 'champion-version', 'model-digest'];

/** True for a look by a policy; flags of the one way beside the other are faults. */
export function isPolicyLook(flags: Flags, allowed: readonly string[], all: readonly Flag[]): boolean {
  const byPolicy = flags.has('config');
  const strange = byPolicy
    ? all.map(({ name }) => name).filter((name) => !allowed.includes(name) && !POLICY_NAMES.has(name))
    : NEEDS_CONFIG;
  for (const name of strange.filter((flag) => flags.has(flag))) {
    flags.fault({
      where: `--${name}`,
      found: byPolicy ? 'it is given beside --config' : 'it is given without --config',
      allowed: byPolicy ? 'The configuration says it' : 'It belongs to --config',
      remedy: byPolicy ? 'Remove it, or look without --config' : 'Add --config, or remove it',
    });
  }
  // The one dataset of the model; a quick look may read several files.
  if (byPolicy && flags.list('data').length > 1) flags.fault(givenTwice('--data'));
  return byPolicy;
}

const POLICY_NAMES: ReadonlySet<string> = new Set(POLICY_FLAGS.map(({ name }) => name));

/** A model of a configuration with its rows. */
export type PolicyRows = JudgedRows & { readonly model: ModelConfig; readonly where: string };

/**
 * The rows that the check of a pull request judges, from files: the evaluation part of the dataset, whose digest must be
 * the one that the configuration names, joined by id with predictions, which are hostile here too.
 *
 * @throws ConfigError, ActionError as the decide run does.
 */
export async function withPolicyRows(
  flags: Flags,
  place: GatePlace,
  judge: (rows: PolicyRows) => Promise<Decision>,
): Promise<Decision> {
  const predictionsFile = flags.required('predictions');
  const digest = digestOf(flags);
  requireDistinctFiles(flags, 'predictions', 'champion-predictions');
  flags.check();
  const { file, name, model } = await policyModel(flags, place);
  const dataset = datasetWithRole(model, 'evaluation');
  const { championFile, champion } = championOf(flags);
  const named = async (path: string): Promise<NamedBytes> => {
    const bytes = await place.read(path);
    return { bytes, digest: sha256(bytes) };
  };
  const data = await named(dataFile(flags, dataset, file));
  if (data.digest !== dataset.digest) throw otherData(dataset, data.digest);
  const predictions = await named(predictionsFile);
  const ofChampion = championFile === undefined ? null : await named(championFile);
  const request = { model, dataset, data, predictions, champion: ofChampion };
  return await withRows(request, { temp: place.temp, engine: place.open }, async (rows) => {
    const count = await rows.tables.rows(rows.relation);
    const inputs = [
      { name: 'evaluation-data', digest: data.digest, rows: count },
      { name: 'predictions', digest: predictions.digest, rows: count },
      ...(ofChampion === null ? [] : [{ name: 'champion-predictions', digest: ofChampion.digest, rows: count }]),
    ];
    const subject = digest === null ? null : { model: name, modelDigest: digest };
    const context = { subject, policyDigest: null, inputs };
    return await judge({
      rows,
      columns: taskColumns(model),
      champion,
      context,
      model,
      where: `${file}: models.${name}`,
    });
  });
}

/** The block of a gate, or what is missing. */
export function blockIn<T>(block: T | undefined, where: string, gate: string): T {
  if (block !== undefined) return block;
  const fault = { where: `${where}.gates`, found: `no block "${gate}"`, allowed: 'a block for every gate that is run' };
  throw new ConfigError([{ ...fault, remedy: 'Add the block, or look with flags instead of --config' }]);
}

function championOf(flags: Flags): { readonly championFile: string | undefined; readonly champion: GateChampion } {
  const championFile = flags.text('champion-predictions');
  const version = flags.text('champion-version');
  if (championFile !== undefined)
    return { championFile, champion: { state: 'evaluated', version: version ?? 'champion' } };
  return { championFile, champion: { state: 'none', versionsExist: version !== undefined } };
}

function digestOf(flags: Flags): Digest | null {
  const text = flags.text('model-digest');
  if (text === undefined || isDigest(text)) return text ?? null;
  const allowed = '"sha256:" and 64 lower-case hex digits';
  flags.fault({ where: '--model-digest', found: `got ${quoted(text)}`, allowed, remedy: 'Copy it from the check' });
  return null;
}

/** Beside the configuration, as in the repository, unless another place is named. */
function dataFile(flags: Flags, dataset: DatasetConfig, config: string): string {
  const named = flags.text('data');
  if (named !== undefined) return named;
  return isAbsolute(dataset.path) ? dataset.path : join(dirname(config), dataset.path);
}

function otherData(dataset: DatasetConfig, found: Digest): ActionError {
  const where = `The evaluation data at ${dataset.path}`;
  const remedy = 'Fetch the bytes that the configuration names, or look with flags instead of --config';
  return new ActionError(
    'refused',
    { where, found, allowed: dataset.digest, remedy },
    { reasonCode: 'digest-mismatch' },
  );
}
