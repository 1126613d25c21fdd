import { parseArgs } from 'node:util';
import { ConfigError, nearestName } from '@gatehouse/core';
import { isWrongOption, requireOnce } from './given-once.ts';

const HELP = new Set(['help', '--help', '-h']);
const USAGE = `Usage: gatehouse <command>

  demo [--json] [--keep]   one model from pull request to deployment, on this machine
                           --json   write the report to standard output and nothing else;
                                    npm adds lines of its own: npm run --silent demo -- --json
                           --keep   leave the local GitHub running until Ctrl-C
  gate <kind>              judges files on this machine as the check of a pull request does;
                           gatehouse gate --help lists the kinds and their exit codes
  profile build|merge|show what is kept of data to judge drift of later data by;
                           gatehouse profile --help tells its options
  ledger verify|show       the ledger of a clone: whether it is whole, and what it says;
                           gatehouse ledger --help tells its options and exit codes
  history [--at DATE]      which version was in which stage, and when: from the clone's ledger and tags alone;
                           gatehouse history --help tells its options and exit codes
  --version                the version of this checkout

Exit codes of demo: 0 done, 1 a step did not happen as expected or could not be tried, 3 wrong usage,
130 stopped by Ctrl-C (129 and 143: by SIGHUP and SIGTERM).
`;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  demo,
  gate: async (args) => await (await import('./gate/command.ts')).runGate(args),
  profile: async (args) => await (await import('./profile/command.ts')).runProfile(args),
  history: async (args) => await (await import('./history/command.ts')).runHistory(args),
  ledger: async (args) => await (await import('./ledger/command.ts')).runLedger(args),
};

/** Runs one command; the exit code is its result. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    process.stderr.write(USAGE);
    return 3;
  }
  if (HELP.has(name)) return say(USAGE);
  if (name === '--version') return say(`${await version()}\n`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return await unknownCommand(name);
  try {
    return await command(rest);
  } catch (error) {
    // An exit code of 1 would say that a gate failed or a ledger is broken, so no fault of ours may end with it.
    const told = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`gatehouse: this is a bug of Gatehouse, please report it.\n${told}\n`);
    return 3;
  }
}

const DEMO = {
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
} as const;

async function demo(args: readonly string[]): Promise<number> {
  try {
    requireOnce(args, DEMO);
    const { values } = parseArgs({ args: [...args], options: DEMO });
    if (values.help) return say(USAGE);
    // Loaded last: the usage need not wait for the whole of GitHub.
    const { runDemo } = await import('./demo/run-demo.ts');
    return await runDemo({ json: values.json, keep: values.keep });
  } catch (error) {
    if (isWrongOption(error)) return wrongUsage(`${error.message.replace(/\.$/, '')}.`);
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`gatehouse: ${error.message}\n`);
    return 1;
  }
}

async function version(): Promise<string> {
  const { default: manifest } = await import('../package.json', { with: { type: 'json' } });
  return manifest.version;
}

async function unknownCommand(name: string): Promise<number> {
  const { terminalLine } = await import('@gatehouse/report');
  const near = nearestName(name, Object.keys(COMMANDS));
  const hint = near === null ? '.' : `. Did you mean "${near}"?`;
  return wrongUsage(`"${terminalLine(name)}" is not a command${hint}`);
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function wrongUsage(found: string): number {
  process.stderr.write(`gatehouse: ${found}\n\n${USAGE}`);
  return 3;
}

process.exitCode = await main(process.argv.slice(2));
// After a signal nothing that is still open, such as a connection, may hold the prompt back.
if (process.exitCode > 128) process.exit();
