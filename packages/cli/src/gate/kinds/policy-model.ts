import { ConfigError, type ModelConfig, nearestName, parseConfig } from '@gatehouse/core';
import { quoted } from '@gatehouse/tables';
import type { Flags } from '../flags/read-flags.ts';
import type { GatePlace } from '../gate-kind.ts';

/** A model of the configuration that `--config` names. */
export interface PolicyModel {
  /** Path of the configuration. */
  readonly file: string;
  readonly name: string;
  readonly model: ModelConfig;
}

/**
 * The model that `--model` names, or the only one.
 *
 * @throws ConfigError for a configuration with faults, and where no model or an unknown one is named.
 */
export async function policyModel(flags: Flags, place: GatePlace): Promise<PolicyModel> {
  const file = flags.required('config');
  const { models } = parseConfig(await place.read(file), file);
  const names = Object.keys(models);
  const name = flags.text('model') ?? (names.length === 1 ? names[0] : undefined) ?? '';
  const model = Object.hasOwn(models, name) ? models[name] : undefined;
  if (model !== undefined) return { file, name, model };
  const near = nearestName(name, names);
  const found = name === '' ? `got nothing, and ${file} has several models` : `got ${quoted(name)}`;
  const remedy = near === null ? 'Name one of them' : `Did you mean ${quoted(near)}?`;
  throw new ConfigError([{ where: '--model', found, allowed: `The models are ${names.join(', ')}`, remedy }]);
}
