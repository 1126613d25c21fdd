import { type Decision, type DriftGateConfig, gateBlockSchema, parseBaselineProfile, sha256 } from '@gatehouse/core';
import { driftSource, judgeDrift, type NamedProfile } from '@gatehouse/gate-runner';
import { blockFlags, blockOf } from '../flags/block-flags.ts';
import { requireDistinctFiles, requireOneOfEach } from '../flags/distinct.ts';
import type { Flag } from '../flags/flag.ts';
import { parsedBlock } from '../flags/parsed-block.ts';
import { commaList, decimalOf, type Flags, notNumber } from '../flags/read-flags.ts';
import type { GateKind, GatePlace } from '../gate-kind.ts';
import { type DriftFiles, driftFromConfig } from './drift-config.ts';
import { DATA_FLAGS, declaredFormat, requireColumns } from './quick-table.ts';

const SCHEMA = gateBlockSchema('drift');
/** Keys of the block that have flags of their own. */
const OWN = ['data', 'reference', 'profile', 'columns', 'exclude', 'column-rules', 'limits'];

const FLAGS: readonly Flag[] = [
  ...DATA_FLAGS,
  { name: 'reference', value: 'FILE', repeats: true, help: 'What the data is compared with; read as --data is' },
  { name: 'profile', value: 'FILE', help: 'A baseline profile in place of --reference' },
  { name: 'config', value: 'FILE', help: 'A gatehouse.yml whose drift gate judges, in place of the flags below' },
  { name: 'model', value: 'NAME', help: 'The model of --config; needed where the file has several' },
  { name: 'columns', value: 'A,B', repeats: true, help: 'Columns that are compared; without it all that can be' },
  { name: 'exclude', value: 'A,B', repeats: true, help: 'Columns that are not compared, such as ids and times' },
  { name: 'critical', value: 'A,B', repeats: true, help: 'Columns whose drift alone fails the gate' },
  {
    name: 'limit',
    value: 'MEASURE=NUMBER',
    repeats: true,
    help: 'Effect from which a column has drifted; half of it warns',
  },
  ...blockFlags(SCHEMA, OWN),
];

/** `gatehouse gate drift`. */
export const driftKind: GateKind = {
  name: 'drift',
  summary: 'Whether data has drifted from a reference or a profile: effect and evidence by column, and as a whole',
  usage: [
    '--data FILE --reference FILE [--columns A,B] [--limit MEASURE=NUMBER] [flags]',
    '--data FILE --profile FILE [flags]',
    '--config gatehouse.yml --model NAME [--data FILE]',
  ],
  flags: FLAGS,
  examples: [
    'gatehouse gate drift --reference january.parquet --data february.parquet --exclude id --limit ks=0.15',
    'gatehouse gate drift --profile baseline-profile.json --data batch.csv',
  ],
  async judge(flags, place) {
    const files = flags.has('config') ? await driftFromConfig(flags, place) : driftFromFlags(flags);
    return await judgeFiles(files, place);
  },
};

async function judgeFiles(look: DriftFiles, place: GatePlace): Promise<Decision> {
  const { config, data, reference, expected } = look;
  const profile = look.profile === null ? null : await readProfile(look.profile, place);
  const format = look.format === undefined ? {} : { format: look.format };
  const sources = [driftSource('data', data), ...(reference === null ? [] : [driftSource('reference', reference)])].map(
    (source) => ({ ...source, ...format }),
  );
  const about = { subject: null, policyDigest: null };
  return await place.engineFor([...data, ...(reference ?? [])]).withTables(sources, async (tables) => {
    const described = await Promise.all(sources.map(({ name }) => tables.describe(name)));
    const known = Object.keys(profile?.profile.columns ?? {}).map((name) => ({ name }));
    requireColumns([...described.flatMap(({ columns }) => columns), ...known], look.named ?? new Map());
    const decision = await judgeDrift(config, { tables, profile, expected, about });
    return look.named !== undefined && profile?.profile.privacyFloor === null ? againstPart(decision) : decision;
  });
}

/** A part looks like a whole to everything but this. */
function againstPart(decision: Decision): Decision {
  const unseen = 'drift from all of the data: the profile was written with --part, as one that is still to be merged';
  return { ...decision, notMeasured: [...decision.notMeasured, unseen] };
}

async function readProfile(path: string, place: GatePlace): Promise<NamedProfile> {
  const bytes = await place.read(path);
  return { profile: parseBaselineProfile(bytes), digest: sha256(bytes) };
}

function driftFromFlags(flags: Flags): DriftFiles {
  flags.required('data');
  const [reference, profile] = [flags.list('reference'), flags.text('profile')];
  if ((reference.length === 0) === (profile === undefined)) {
    const both = profile !== undefined;
    flags.fault({
      where: '--reference',
      found: both ? 'got --reference and --profile' : 'got neither --reference nor --profile',
      allowed: 'Exactly one of them says what the data is compared with',
      remedy: both ? 'Remove one of the two' : 'Add --reference FILE',
    });
  }
  for (const name of ['data', 'reference']) requireOneOfEach(flags, name);
  refuseProfileAsReference(flags, reference);
  requireDistinctFiles(flags, 'reference', 'data');
  const format = declaredFormat(flags);
  const config = configOf(flags);
  return {
    config,
    ...format,
    named: new Map(
      ['columns', 'exclude', 'critical', 'target', 'prediction'].map((name) => [name, commaList(flags, name)]),
    ),
    data: flags.list('data'),
    reference: profile === undefined ? reference : null,
    profile: profile ?? null,
    expected: new Map(),
  };
}

/** No table has this ending, and a profile is what people compare with. */
function refuseProfileAsReference(flags: Flags, reference: readonly string[]): void {
  const named = reference.find((path) => path.endsWith('.json'));
  if (named === undefined || flags.has('format')) return;
  flags.fault({
    where: '--reference',
    found: `got ${JSON.stringify(named)}, which is no table by its name`,
    allowed: 'Tables; a baseline profile has a flag of its own',
    remedy: `Write --profile ${named}`,
  });
}

function configOf(flags: Flags): DriftGateConfig {
  const limits = flags.pairs('limit').flatMap(({ name, value }) => {
    const fail = decimalOf(value);
    if (fail === null) flags.fault(notNumber(`--limit ${name}`, value));
    return fail === null ? [] : [[name, { warn: fail / 2, fail }] as const];
  });
  const [columns, exclude] = [commaList(flags, 'columns'), commaList(flags, 'exclude')];
  const profile = flags.text('profile');
  const raw = {
    ...blockOf(flags, SCHEMA, OWN),
    data: 'data',
    ...(profile === undefined ? { reference: 'reference' } : { profile: { path: 'profile', digest: sha256(profile) } }),
    ...(columns.length === 0 ? {} : { columns }),
    exclude,
    'column-rules': Object.fromEntries(commaList(flags, 'critical').map((column) => [column, { critical: true }])),
    limits: Object.fromEntries(limits),
  };
  const flagOf = ([key, name]: readonly (string | number)[]): string | undefined => {
    if (key === 'limits') return name === undefined ? '--limit' : `--limit ${name}`;
    return key === 'column-rules' ? `--critical ${name ?? ''}`.trim() : undefined;
  };
  return parsedBlock(flags, { gate: 'drift', task: 'binary-classification', raw, flagOf });
}
