import { ActionError, ConfigError, type Decision, nearestName, type Outcome } from '@gatehouse/core';
import { renderDecisionText, terminalLine } from '@gatehouse/report';
import { type Flags, readFlags } from './flags/read-flags.ts';
import { COMMON_FLAGS, gateUsage, kindUsage } from './gate-help.ts';
import type { GateKind } from './gate-kind.ts';
import { withGatePlace } from './gate-place.ts';
import { GATE_KINDS } from './kinds.ts';

const EXIT: Readonly<Record<Outcome, number>> = { pass: 0, fail: 1, inconclusive: 2 };
/** Nothing was judged: a fail and an error must not be taken for each other. */
const EXIT_ERROR = 3;
const HELP = new Set(['help', '--help', '-h']);

/** Runs `gatehouse gate`; the exit code is its result. */
export async function runGate(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  // Whoever reads the first lines only closes the pipe, which is no error.
  process.stdout.on('error', () => undefined);
  if (name === undefined) return wrongKind('The word after "gate" is missing');
  if (HELP.has(name)) return say(gateUsage(GATE_KINDS));
  const kind = GATE_KINDS.find((known) => known.name === name);
  if (kind === undefined) return wrongKind(`"${terminalLine(name)}" is no gate`, name);
  if (rest.some((arg) => HELP.has(arg))) return say(kindUsage(kind));
  try {
    return await judge(kind, readFlags(rest, [...kind.flags, ...COMMON_FLAGS]));
  } catch (error) {
    process.stderr.write(`${messageOf(error, kind)}\n`);
    return EXIT_ERROR;
  }
}

async function judge(kind: GateKind, flags: Flags): Promise<number> {
  const decision = await withGatePlace(flags, (place) => kind.judge(flags, place));
  say(flags.has('json') ? `${JSON.stringify(decision)}\n` : forTerminal(decision));
  return EXIT[decision.outcome];
}

function forTerminal(decision: Decision): string {
  const { stdout, env } = process;
  const color = stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return renderDecisionText(decision, { width: stdout.columns ?? widthOf(env['COLUMNS']), color });
}

/** A pipe has no width; who wants one says so. */
function widthOf(columns: string | undefined): number {
  return columns !== undefined && /^\d{2,4}$/.test(columns) ? Number(columns) : 100;
}

function messageOf(error: unknown, kind: GateKind): string {
  if (error instanceof ConfigError) {
    const faults = error.message.split('\n').map((line) => `gatehouse: ${terminalLine(line)}`);
    return `${faults.join('\n')}\n"gatehouse gate ${kind.name} --help" lists the flags.`;
  }
  if (error instanceof ActionError) {
    const code = error.reasonCode === undefined ? '' : ` (${error.reasonCode})`;
    return `gatehouse: ${terminalLine(error.message)}${code}`;
  }
  // An exit code of 1 would say that a gate failed.
  return `gatehouse: this is a bug of Gatehouse, please report it.\n${error instanceof Error ? error.stack : String(error)}`;
}

function wrongKind(found: string, name = ''): number {
  const near = nearestName(
    name,
    GATE_KINDS.map((kind) => kind.name),
  );
  const hint = near === null ? '' : ` Did you mean "${near}"?`;
  process.stderr.write(`gatehouse: ${found}.${hint}\n\n${gateUsage(GATE_KINDS)}`);
  return EXIT_ERROR;
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}
