#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { runDemo } from './demo/run-demo.ts';

const USAGE = `Usage: gatehouse <command>

  demo [--json] [--keep]   one model from pull request to deployment, on this machine
                           --json   write the report to standard output and nothing else
                           --keep   leave the local GitHub running until Ctrl-C

Exit codes: 0 done, 1 a step did not happen as expected, 3 wrong usage.
`;

/** Parses the command line and runs one command; the exit code is its result. */
async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined || command === 'help' || command === '--help') {
    process.stdout.write(USAGE);
    return command === undefined ? 3 : 0;
  }
  if (command !== 'demo') return wrongUsage(`"${command}" is not a command`);
  try {
    const { values } = parseArgs({
      args: rest,
      options: { json: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
    });
    return await runDemo({ json: values.json, keep: values.keep });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return wrongUsage(error.message);
    }
    throw error;
  }
}

function wrongUsage(found: string): number {
  process.stderr.write(`gatehouse: ${found}.\n\n${USAGE}`);
  return 3;
}

process.exitCode = await main(process.argv.slice(2));
