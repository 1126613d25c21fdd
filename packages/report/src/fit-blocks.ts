/**
 * Joins blocks with line breaks and leaves out from the end what does not fit into `maxBytes` of UTF-8, saying how many
 * blocks are missing. Blocks are whole, so no table row, reference or tag is cut.
 */
export function fitBlocks(blocks: readonly string[], maxBytes: number): string {
  const encoder = new TextEncoder();
  const size = (text: string): number => encoder.encode(text).byteLength;
  const whole = `${blocks.join('\n')}\n`;
  if (size(whole) <= maxBytes) return whole;
  const note = (left: number): string =>
    `\n\nShortened: ${left} parts are left out here; the decision files hold them.\n`;
  let used = size(note(blocks.length));
  const kept: string[] = [];
  for (const block of blocks) {
    used += size(block) + 1;
    if (used > maxBytes) break;
    kept.push(block);
  }
  return `${kept.join('\n')}${note(blocks.length - kept.length)}`;
}
