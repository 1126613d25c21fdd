import { type Flag, flagLines, helpRows } from './flags/flag.ts';
import type { GateKind } from './gate-kind.ts';

/** Flags that say where the data engine is. */
export const ENGINE_FLAGS: readonly Flag[] = [
  {
    name: 'engine-path',
    value: 'DIR',
    help: 'Folder whose node_modules hold the data engine (or GATEHOUSE_ENGINE_PATH)',
  },
  {
    name: 'engine-mirror',
    value: 'URL',
    help: 'Registry with the paths of npm to fetch the data engine from (or GATEHOUSE_ENGINE_MIRROR)',
  },
];

export const HELP_FLAG: Flag = { name: 'help', value: null, help: 'This text' };

/** Flags that every gate has. */
export const COMMON_FLAGS: readonly Flag[] = [
  { name: 'json', value: null, help: 'Print the decision as JSON, and nothing else' },
  ...ENGINE_FLAGS,
  HELP_FLAG,
];

const WORDS = 'docs/glossary.md of the checkout says what the words of a decision mean.';
const EXIT_CODES = 'Exit codes: 0 pass, 1 fail, 2 inconclusive, 3 error or wrong usage.';

/** What `gatehouse gate --help` says. */
export function gateUsage(kinds: readonly GateKind[]): string {
  return `${[
    'Usage: gatehouse gate <kind> [flags]',
    '',
    'Judges files on this machine as the check of a pull request judges them.',
    '',
    ...helpRows(kinds.map(({ name, summary }) => ({ head: name, help: summary }))),
    '',
    '"gatehouse gate <kind> --help" lists the flags of a kind.',
    EXIT_CODES,
    WORDS,
  ].join('\n')}\n`;
}

/** What `gatehouse gate <kind> --help` says. */
export function kindUsage({ name, summary, usage, flags, examples = [] }: GateKind): string {
  const [first = '', ...more] = usage;
  return `${[
    `Usage: gatehouse gate ${name} ${first}`,
    ...more.map((line) => `       gatehouse gate ${name} ${line}`),
    '',
    `${summary}.`,
    '',
    ...flagLines(flags),
    '',
    'of every gate',
    ...flagLines(COMMON_FLAGS),
    '',
    ...(examples.length === 0 ? [] : ['Examples:', ...examples.map((line) => `  ${line}`), '']),
    EXIT_CODES,
    WORDS,
  ].join('\n')}\n`;
}
