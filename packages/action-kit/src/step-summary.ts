// GitHub drops a step's summary above 1 MiB; room is left for the note.
const MAX_BYTES = 1024 * 1024 - 1024;

/** Markdown cut at a line so that GitHub shows it, with a note that it was cut. */
export function toSummary(markdown: string): string {
  const bytes = Buffer.from(markdown, 'utf8');
  if (bytes.length <= MAX_BYTES) return markdown;
  const cut = bytes.lastIndexOf('\n', MAX_BYTES);
  const kept = bytes.subarray(0, Math.max(cut, 0)).toString('utf8');
  return `${kept}\n\n_The summary was cut at 1 MiB; the decision itself is complete in the outputs._\n`;
}
