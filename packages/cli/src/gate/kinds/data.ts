import {
  type DataGateConfig,
  type Decision,
  type Digest,
  dataRules,
  gateBlockSchema,
  isDigest,
  parseYamlDocument,
  type TableDescription,
} from '@gatehouse/core';
import { judgeData, parseDataFiles, rulesOf } from '@gatehouse/gate-runner';
import { blockFlags, blockOf } from '../flags/block-flags.ts';
import { requireDistinctFiles, requireOneOfEach } from '../flags/distinct.ts';
import type { Flag } from '../flags/flag.ts';
import { parsedBlock } from '../flags/parsed-block.ts';
import { commaList, decimalOf, type Flags, notNumber } from '../flags/read-flags.ts';
import type { GateKind, GatePlace } from '../gate-kind.ts';
import { type DataLook, dataFromConfig } from './data-config.ts';
import { md5OfFile } from './file-md5.ts';
import { DATA_FLAGS, declaredFormat } from './quick-table.ts';

const SCHEMA = gateBlockSchema('data');
/** Keys of the block that have flags of their own. */
const OWN = ['dataset', 'key', 'columns', 'probabilities', 'profile', 'leakage', 'overlap'];

const FLAGS: readonly Flag[] = [
  ...DATA_FLAGS,
  { name: 'schema', value: 'FILE', help: 'YAML with the keys of gates.data, such as "columns"; flags come before it' },
  { name: 'key', value: 'A,B', repeats: true, help: 'Columns that together name a row' },
  { name: 'profile', value: 'FILE', help: 'A baseline profile that the data are compared with' },
  {
    name: 'limit',
    value: 'MEASURE=NUMBER',
    repeats: true,
    help: 'With --profile: limits such as out-of-range-rate=0.02',
  },
  { name: 'label', value: 'COLUMN', help: 'What is true: looks for columns that give it away' },
  { name: 'ignore', value: 'A,B', repeats: true, help: 'With --label: columns that may tell it' },
  { name: 'other', value: 'FILE', repeats: true, help: 'Data that no row may be shared with, by the columns of --key' },
  { name: 'compare-rows', value: null, help: 'With --other: rows are shared when all columns but the key are equal' },
  { name: 'croissant', value: 'FILE', help: 'A Croissant 1.1 description that the data are held against' },
  { name: 'pointer', value: 'FILE', help: 'A Git LFS or DVC pointer that the data are held against' },
  { name: 'digest', value: 'DIGEST', help: 'What the data are: "sha256:" and 64 digits' },
  { name: 'as-of', value: 'DAY', help: 'Day that ages are measured from, such as 2026-01-31 (default: today, UTC)' },
  { name: 'config', value: 'FILE', help: 'A gatehouse.yml whose data gate judges, in place of the other flags' },
  { name: 'model', value: 'NAME', help: 'The model of --config; needed where the file has several' },
  ...blockFlags(SCHEMA, OWN),
];

/** `gatehouse gate data`. */
export const dataKind: GateKind = {
  name: 'data',
  summary: 'Whether data are what they should be: identity, schema, values, copies, leakage, change',
  usage: [
    '--data FILE [--key A,B] [--schema FILE] [--profile FILE] [--croissant FILE] [flags]',
    '--config gatehouse.yml [--model NAME] [--data FILE]',
  ],
  flags: FLAGS,
  examples: [
    'gatehouse gate data --data applications.csv --key id --missing-rate 0.05 --label approved',
    'gatehouse gate data --data batch.parquet --schema schema.yml --profile baseline-profile.json',
  ],
  async judge(flags, place) {
    const today = dayOf(flags);
    const look = flags.has('config')
      ? await dataFromConfig(flags, { place, all: FLAGS })
      : await dataFromFlags(flags, place);
    return await judgeLook(look, today, place);
  },
};

async function judgeLook(look: DataLook, today: string, place: GatePlace): Promise<Decision> {
  const { config, data, other, label, split, named } = look;
  const format = look.format === undefined ? {} : { format: look.format };
  const read = async (path: string | null): Promise<readonly [string, Uint8Array] | null> =>
    path === null ? null : [path, await place.read(path)];
  const files = parseDataFiles({
    profile: await read(look.profile),
    pointer: await read(look.pointer),
    croissant: await read(look.croissant),
  });
  const { decision } = await judgeData(place.engineFor([...data, ...(other ?? [])]), {
    ...files,
    question: {
      rules: rulesOf(config),
      data: { name: 'data', files: data, ...format },
      ...(other === null ? {} : { other: { name: 'other-data', files: other, ...format } }),
      ...(split === null ? {} : { split }),
      ...(label === null ? {} : { label }),
      today,
    },
    named,
    md5: ({ digest }: TableDescription) => md5OfFile(data, digest),
    about: { subject: null, policyDigest: null },
  });
  return decision;
}

async function dataFromFlags(flags: Flags, place: GatePlace): Promise<DataLook> {
  flags.required('data');
  needs(flags, 'limit', 'profile');
  needs(flags, 'ignore', 'label');
  needs(flags, 'compare-rows', 'other');
  needs(flags, 'model', 'config');
  for (const name of ['data', 'other']) requireOneOfEach(flags, name);
  requireDistinctFiles(flags, 'data', 'other');
  const named = digestOf(flags);
  const format = declaredFormat(flags);
  const config = configOf(flags, await schemaOf(flags, place));
  const listOrNull = (name: string): readonly string[] | null => (flags.has(name) ? flags.list(name) : null);
  return {
    config,
    data: flags.list('data'),
    ...format,
    other: listOrNull('other'),
    label: flags.text('label') ?? null,
    split: null,
    profile: flags.text('profile') ?? null,
    pointer: flags.text('pointer') ?? null,
    croissant: flags.text('croissant') ?? null,
    named,
  };
}

/** A flag that says nothing without another is a mistake, and no wish. */
function needs(flags: Flags, name: string, other: string): void {
  if (!flags.has(name) || flags.has(other)) return;
  const found = `it is given without --${other}`;
  flags.fault({
    where: `--${name}`,
    found,
    allowed: `It belongs to --${other}`,
    remedy: `Add --${other}, or remove it`,
  });
}

async function schemaOf(flags: Flags, place: GatePlace): Promise<object> {
  const file = flags.text('schema');
  if (file === undefined) return {};
  return parseYamlDocument(await place.read(file), { file, schema: dataRules, what: 'a schema of data' });
}

function configOf(flags: Flags, schema: object): DataGateConfig {
  const key = commaList(flags, 'key');
  const profile = flags.text('profile');
  const given = blockOf(flags, SCHEMA, OWN);
  const rows = { ...Object(Reflect.get(schema, 'rows')), ...Object(given['rows']) };
  const raw = {
    ...schema,
    ...given,
    rows,
    dataset: 'data',
    ...(key.length === 0 ? {} : { key }),
    ...(profile === undefined
      ? {}
      : { profile: { path: 'profile', digest: `sha256:${'0'.repeat(64)}`, ...limitsOf(flags) } }),
    ...(flags.has('label') ? { leakage: { ignore: commaList(flags, 'ignore') } } : {}),
    ...(flags.has('other') ? { overlap: { with: 'other', rows: flags.has('compare-rows') } } : {}),
  };
  const flagOf = ([first, name]: readonly (string | number)[]): string | undefined => {
    if (first === 'profile') return name === undefined ? '--profile' : `--limit ${name}`;
    if (first === 'leakage') return '--ignore';
    return first === 'overlap' ? '--other' : undefined;
  };
  return parsedBlock(flags, { gate: 'data', task: 'binary-classification', raw, flagOf });
}

function limitsOf(flags: Flags): Readonly<Record<string, number>> {
  const limits = flags.pairs('limit').flatMap(({ name, value }) => {
    const limit = decimalOf(value);
    if (limit === null) flags.fault(notNumber(`--limit ${name}`, value));
    return limit === null ? [] : [[name, limit] as const];
  });
  return Object.fromEntries(limits);
}

function digestOf(flags: Flags): Digest | null {
  const text = flags.text('digest');
  if (text === undefined || isDigest(text)) return text ?? null;
  const allowed = 'It must be "sha256:" and 64 lower-case hex digits';
  flags.fault({ where: '--digest', found: `got ${JSON.stringify(text)}`, allowed, remedy: 'Copy it from the policy' });
  return null;
}

function dayOf(flags: Flags): string {
  const text = flags.text('as-of');
  if (text === undefined) return new Date().toISOString().slice(0, 10);
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  // A day that does not exist would be read as one of the next month.
  if (!Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)) return text;
  const found = `got ${JSON.stringify(text)}`;
  flags.fault({ where: '--as-of', found, allowed: 'It must be a day', remedy: 'Write a day such as 2026-01-31' });
  return text;
}
