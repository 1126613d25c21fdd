import { ConfigError, type Fault } from '@gatehouse/core';

/** One folder of `governance/` whose every file is one document. */
export interface GovernanceFolder<T> {
  readonly folder: string;
  readonly reasonCode: 'waiver-invalid' | 'emergency-invalid';
  parse(file: { readonly path: string; readonly id: string; readonly bytes: Uint8Array }): T;
}

const FILE_NAME = /^([a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?)\.yaml$/;
/** Files that say something about the folder and are no document of it. */
const OTHER_FILES: readonly string[] = ['README.md', '.gitkeep'];

/**
 * Parses every file of a folder, in the order of their names. A file whose name is not understood is a fault: a waiver
 * that nobody applies and an emergency that nobody sees would both be surprises.
 *
 * @throws ConfigError with the faults of all files.
 */
export function parseFolder<T>(files: ReadonlyMap<string, Uint8Array>, kind: GovernanceFolder<T>): readonly T[] {
  const faults: Fault[] = [];
  const parsed: T[] = [];
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = path.slice(kind.folder.length + 1);
    if (OTHER_FILES.includes(name)) continue;
    const id = FILE_NAME.exec(name)?.[1];
    if (id === undefined) {
      faults.push(badName(path, kind.folder));
      continue;
    }
    try {
      parsed.push(kind.parse({ path, id, bytes }));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults, { reasonCode: kind.reasonCode });
  return parsed;
}

function badName(path: string, folder: string): Fault {
  return {
    where: path,
    found: `got a file of this name`,
    allowed: `Files of ${folder} are called <id>.yaml; an id has 1 to 64 lower-case letters, digits, "-" or "_"`,
    remedy: 'Rename it, or move it out of the folder.',
  };
}
