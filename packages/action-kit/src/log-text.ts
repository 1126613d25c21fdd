/**
 * Makes text safe to print in a job log: the runner takes a line that begins with `::`, or holds `##[`, for a command
 * (set an output, add a path, stop masking). Such marks get a backslash; carriage returns, which the runner reads as
 * line ends, become line ends; terminal escapes and other control characters are removed. Tabs and line ends stay.
 */
export function toLogText(text: string): string {
  return stripControls(text)
    .split('\n')
    .map((line) => line.replace(/^(\s*)::/, '$1\\::').replaceAll('##[', '#\\#['))
    .join('\n');
}

/** As {@link toLogText}, in one line of at most `length` characters. */
export function toLogLine(text: string, length = 1000): string {
  const line = toLogText(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

function stripControls(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(TERMINAL_SEQUENCES, '')
    .replaceAll(INVISIBLE, '');
}

// A control character followed by a CSI or OSC body: colours, cursor moves, window titles, links.
const TERMINAL_SEQUENCES = /(?![\n\t])\p{Cc}(?:\[[0-?]*[ -/]*[@-~]|\][^\p{Cc}]*)/gu;
const INVISIBLE = /(?![\n\t])(?:\p{Cc}|\p{Bidi_Control}|[\u200b\ufeff])/gu;
