import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs inside receive-pack, where the new objects can be read but no ref has moved; the server decides by environment. */
const PRE_RECEIVE = `#!/bin/sh
exit 0
`;

export async function installHooks(gitDir: string): Promise<void> {
  await writeFile(join(gitDir, 'hooks', 'pre-receive'), PRE_RECEIVE, { mode: 0o755 });
}
