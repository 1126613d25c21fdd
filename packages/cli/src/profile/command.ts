import { readFile, writeFile } from 'node:fs/promises';
import {
  ActionError,
  type BaselineProfile,
  ConfigError,
  canonicalJson,
  isDigest,
  mergeProfiles,
  nearestName,
  parseBaselineProfile,
  withPrivacyFloor,
} from '@gatehouse/core';
import { collectProfile } from '@gatehouse/gate-runner';
import { terminalLine } from '@gatehouse/report';
import { requireOneOfEach } from '../gate/flags/distinct.ts';
import { type Flag, flagLines } from '../gate/flags/flag.ts';
import { commaList, type Flags, readFlags } from '../gate/flags/read-flags.ts';
import { ENGINE_FLAGS, HELP_FLAG } from '../gate/gate-help.ts';
import { withGatePlace } from '../gate/gate-place.ts';
import { DATA_FLAGS, declaredFormat } from '../gate/kinds/quick-table.ts';
import { renderProfile } from './render-profile.ts';

const EXIT_ERROR = 3;
/** Counts of fewer rows are not shown (stats.md §6). */
const DEFAULT_FLOOR = 10;

const OUTPUT: readonly Flag[] = [
  { name: 'output', value: 'FILE', help: 'Where the profile is written' },
  {
    name: 'privacy-floor',
    value: 'ROWS',
    help: `The fewest rows that a count shows (default: ${DEFAULT_FLOOR}); finer bins and rarer categories are joined`,
  },
  {
    name: 'part',
    value: null,
    help: 'A part that is still to be merged: no floor yet, as what was joined cannot be added',
  },
];

const BUILD: readonly Flag[] = [
  ...DATA_FLAGS,
  { name: 'columns', value: 'A,B', repeats: true, help: 'Columns that the profile holds; without it all that can be' },
  { name: 'exclude', value: 'A,B', repeats: true, help: 'Columns that it does not hold, such as ids and names' },
  {
    name: 'edges-from',
    value: 'FILE',
    help: 'A profile whose columns and bins are taken, so that parts can be merged',
  },
  { name: 'dataset-digest', value: 'DIGEST', help: 'Digest of the whole dataset, where the data is a part of it' },
  ...OUTPUT,
  ...ENGINE_FLAGS,
];

const SHOW: readonly Flag[] = [{ name: 'json', value: null, help: 'Print the profile as JSON, and nothing else' }];

const COMMANDS = ['build', 'merge', 'show'] as const;

const USAGE = `Usage: gatehouse profile build --data FILE --output PROFILE [flags]
       gatehouse profile merge PROFILE… --output PROFILE [flags]
       gatehouse profile show PROFILE [--json]

A baseline profile is what is kept of data to compare later data with: counts, no rows. It ships with a model, and
"gatehouse gate drift --profile" judges against it.

build
${flagLines(BUILD).join('\n')}

merge
${flagLines(OUTPUT).join('\n')}

show
${flagLines(SHOW).join('\n')}

of every command
${flagLines([HELP_FLAG]).join('\n')}

Parts of one dataset, counted by the jobs of a matrix:
  gatehouse profile build --data part-1.parquet --part --dataset-digest sha256:… --output first.json
  gatehouse profile build --data part-2.parquet --part --dataset-digest sha256:… --edges-from first.json --output second.json
  gatehouse profile merge first.json second.json --output baseline-profile.json

Exit codes: 0 done, 3 error or wrong usage.
`;

/** Runs `gatehouse profile`; the exit code is its result. */
export async function runProfile(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  process.stdout.on('error', () => undefined);
  if (name === undefined) return wrong('the word after "profile" is missing');
  if (args.some((arg) => ['help', '--help', '-h'].includes(arg))) return say(USAGE);
  const at = rest.findIndex((arg) => arg.startsWith('-'));
  const files = at < 0 ? rest : rest.slice(0, at);
  // `-o` as every compiler has it.
  const given = (at < 0 ? [] : rest.slice(at)).map((arg) => (arg === '-o' ? '--output' : arg));
  try {
    switch (name) {
      case 'build':
        return await build(files, readFlags(given, BUILD));
      case 'merge':
        return await merge(files, readFlags(given, OUTPUT));
      case 'show':
        return await show(files, readFlags(given, SHOW));
      default: {
        const near = nearestName(name, COMMANDS);
        return wrong(`"${terminalLine(name)}" is no command${near === null ? '' : `. Did you mean "${near}"?`}`);
      }
    }
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof ActionError)) throw error;
    const code = error instanceof ActionError && error.reasonCode !== undefined ? ` (${error.reasonCode})` : '';
    process.stderr.write(`gatehouse: ${error.message.split('\n').map(terminalLine).join('\ngatehouse: ')}${code}\n`);
    return EXIT_ERROR;
  }
}

async function build(files: readonly string[], flags: Flags): Promise<number> {
  flags.required('data');
  const output = flags.required('output');
  const digest = flags.text('dataset-digest');
  if (digest !== undefined && !isDigest(digest)) {
    const allowed = '"sha256:" and 64 lower-case hex digits';
    flags.fault({ where: '--dataset-digest', found: `got "${digest}"`, allowed, remedy: 'Write the whole digest' });
  }
  if (files.length > 0) stray(flags, files, 'Write --data before it');
  requireOneOfEach(flags, 'data');
  const floor = floorOf(flags);
  const format = declaredFormat(flags);
  flags.check();
  const edges = flags.text('edges-from');
  const edgesFrom = edges === undefined ? undefined : await readProfile(edges);
  const [columns, exclude] = [commaList(flags, 'columns'), commaList(flags, 'exclude')];
  const { profile, leftOut } = await withGatePlace(flags, (place) =>
    place
      .engineFor(flags.list('data'))
      .withTables([{ name: 'data', files: flags.list('data'), missing: [''], ...format }], (tables) =>
        collectProfile(
          { tables, relation: { table: 'data' } },
          {
            exclude,
            ...(columns.length === 0 ? {} : { columns }),
            ...(edgesFrom === undefined ? {} : { edgesFrom }),
            ...(digest !== undefined && isDigest(digest) ? { datasetDigest: digest } : {}),
          },
        ),
      ),
  );
  for (const column of leftOut) process.stderr.write(`gatehouse: left out ${terminalLine(column)}\n`);
  return await write(output, profile, floor);
}

async function merge(files: readonly string[], flags: Flags): Promise<number> {
  const output = flags.required('output');
  const floor = floorOf(flags);
  if (files.length < 2) {
    const found = files.length === 0 ? 'got no profile' : 'got one profile';
    flags.fault({ where: 'gatehouse profile merge', found, allowed: 'Two profiles or more', remedy: 'Name all parts' });
  }
  flags.check();
  const [first, ...others] = await Promise.all(files.map(readProfile));
  if (first === undefined) return EXIT_ERROR;
  return await write(output, others.reduce(mergeProfiles, first), floor);
}

async function show(files: readonly string[], flags: Flags): Promise<number> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) {
    const found = file === undefined ? 'got no profile' : `got ${files.length} profiles`;
    flags.fault({ where: 'gatehouse profile show', found, allowed: 'One profile', remedy: 'Name one file' });
  }
  flags.check();
  const profile = await readProfile(file ?? '');
  return say(flags.has('json') ? `${canonicalJson(profile)}\n` : renderProfile(profile, process.stdout.columns ?? 100));
}

function stray(flags: Flags, files: readonly string[], remedy: string): void {
  for (const file of files) {
    flags.fault({ where: file, found: 'it belongs to no flag', allowed: 'The flags that --help lists', remedy });
  }
}

/** `null` for a part. */
function floorOf(flags: Flags): number | null {
  const floor = flags.number('privacy-floor');
  if (flags.has('part') && floor !== undefined) {
    const allowed = 'A part has no floor, as what was joined cannot be added';
    flags.fault({
      where: '--privacy-floor',
      found: 'it stands beside --part',
      allowed,
      remedy: 'Remove one of the two',
    });
  }
  if (floor !== undefined && !(Number.isSafeInteger(floor) && floor >= 1)) {
    const allowed = 'A whole number from 1';
    flags.fault({ where: '--privacy-floor', found: `got ${floor}`, allowed, remedy: `Write ${DEFAULT_FLOOR}` });
  }
  return flags.has('part') ? null : (floor ?? DEFAULT_FLOOR);
}

async function write(output: string, profile: BaselineProfile, floor: number | null): Promise<number> {
  const kept = floor === null ? profile : withPrivacyFloor(profile, floor);
  try {
    await writeFile(output, `${canonicalJson(kept)}\n`);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(
      [{ where: '--output', found, allowed: 'a file that can be written', remedy: 'Name another file' }],
      { cause },
    );
  }
  const { rows, columns } = kept;
  const floored = floor === null ? 'a part, to be merged' : `no count of fewer than ${floor} rows`;
  process.stderr.write(
    `gatehouse: ${rows} rows, ${Object.keys(columns).length} columns, ${floored}: ${terminalLine(output)}\n`,
  );
  return 0;
}

async function readProfile(path: string): Promise<BaselineProfile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    const fault = { where: path, found, allowed: 'a baseline profile that can be read', remedy: 'Correct the path' };
    throw new ConfigError([fault], { cause });
  }
  try {
    return parseBaselineProfile(bytes);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    throw new ActionError('integrity', { ...error.fault, where: `${error.fault.where} ${path}` }, { cause: error });
  }
}

function wrong(found: string): number {
  process.stderr.write(`gatehouse: ${found}${found.endsWith('?') ? '' : '.'}\n\n${USAGE}`);
  return EXIT_ERROR;
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}
