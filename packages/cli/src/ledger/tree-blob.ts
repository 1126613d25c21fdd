/** A file of a commit's tree. */
export interface TreeBlob {
  readonly path: string;
  readonly mode: string;
  readonly oid: string;
}

/** Parses what `git ls-tree -z` prints: `<mode> <type> <oid>\t<path>` for each file. */
export function parseTree(listing: string): readonly TreeBlob[] {
  return listing.split('\0').filter(Boolean).map(parseLine);
}

function parseLine(line: string): TreeBlob {
  const tab = line.indexOf('\t');
  const oid = line.slice(line.lastIndexOf(' ', tab) + 1, tab);
  return { mode: line.slice(0, line.indexOf(' ')), oid, path: line.slice(tab + 1) };
}
