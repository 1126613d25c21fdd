import { parseArgs } from 'node:util';
import { ConfigError } from '@gatehouse/core';

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

Exit codes of demo: 0 done, 1 a step did not happen as expected or could not be tried, 3 wrong usage,
130 stopped by Ctrl-C (129 and 143: by SIGHUP and SIGTERM).
`;

/** Parses the command line and runs one command; the exit code is its result. */
async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined) {
    process.stderr.write(USAGE);
    return 3;
  }
  if (HELP.has(command)) return usage();
  if (command !== 'demo' && command !== 'ledger' && command !== 'gate' && command !== 'profile')
    return wrongUsage(`"${command}" is not a command`);
  try {
    if (command === 'gate') return await gate(rest);
    if (command === 'profile') {
      const { runProfile } = await import('./profile/command.ts');
      return await runProfile(rest);
    }
    if (command === 'ledger') {
      const { runLedger } = await import('./ledger/command.ts');
      return await runLedger(rest);
    }
    const { values } = parseArgs({
      args: rest,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
      },
    });
    if (values.help) return usage();
    // Loaded last: the usage need not wait for the whole of GitHub.
    const { runDemo } = await import('./demo/run-demo.ts');
    return await runDemo({ json: values.json, keep: values.keep });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return wrongUsage(error.message.replace(/\.$/, ''));
    }
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`gatehouse: ${error.message}\n`);
    return 1;
  }
}

/** An exit code of 1 would say that a gate failed, so nothing that goes wrong here may end with it. */
async function gate(args: readonly string[]): Promise<number> {
  try {
    const { runGate } = await import('./gate/command.ts');
    return await runGate(args);
  } catch (error) {
    process.stderr.write(`gatehouse: this is a bug of Gatehouse, please report it.\n${String(error)}\n`);
    return 3;
  }
}

function usage(): number {
  process.stdout.write(USAGE);
  return 0;
}

function wrongUsage(found: string): number {
  process.stderr.write(`gatehouse: ${found}.\n\n${USAGE}`);
  return 3;
}

process.exitCode = await main(process.argv.slice(2));
// After a signal nothing that is still open, such as a connection, may hold the prompt back.
if (process.exitCode > 128) process.exit();
