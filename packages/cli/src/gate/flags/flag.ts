/** One flag of a command. */
export interface Flag {
  /** Without the two hyphens. */
  readonly name: string;
  /** What stands for the value in the help, such as `FILE`; `null` where the flag is there or not. */
  readonly value: string | null;
  /** True when it may be given several times. */
  readonly repeats?: boolean;
  /** One line. */
  readonly help: string;
}

/** A help text fits the terminal that it is read on. */
const HELP_WIDTH = Math.min(110, Math.max(60, process.stdout.columns ?? 80));
const GAP = '  ';
const INDENT = '  ';
/** A longer flag has its help below it, so that the help of the others is not pushed aside. */
const WIDEST_HEAD = 30;

/** The flags as lines of a help text, no longer than `width`. */
export function flagLines(flags: readonly Flag[], width = HELP_WIDTH): readonly string[] {
  return helpRows(
    flags.map(({ name, value, help, repeats }) => ({
      head: value === null ? `--${name}` : `--${name} ${value}`,
      help: repeats === true ? `${help}; may be repeated` : help,
    })),
    width,
  );
}

/** Words beside what they mean, no longer than `width`. */
export function helpRows(
  rows: readonly { readonly head: string; readonly help: string }[],
  width = HELP_WIDTH,
): readonly string[] {
  const heads = rows.map(({ head }) => head);
  const column = Math.max(...heads.map((head) => head.length).filter((length) => length <= WIDEST_HEAD), 0);
  const room = width - INDENT.length - column - GAP.length;
  return rows.flatMap(({ head, help }) => {
    const lines = wrapped(help, room);
    const blank = ' '.repeat(column);
    const [first = '', ...more] = head.length > column ? ['', ...lines] : lines;
    return [
      `${INDENT}${head.padEnd(column)}${GAP}${first}`.trimEnd(),
      ...more.map((line) => `${INDENT}${blank}${GAP}${line}`),
    ];
  });
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
