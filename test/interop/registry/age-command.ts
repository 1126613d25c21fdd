import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedSet } from '../stats/environment.ts';
import { runWith } from './process.ts';

/** The age command and its key maker, or why they could not be had. */
export type AgeCommand =
  | { readonly age: string; readonly keygen: string; readonly version: string }
  | { readonly missing: string };

/**
 * The installed command, such as Debian's; where there is none, the release that `age/go.mod` pins is built with Go, its
 * sources held to `age/go.sum`.
 */
export async function ageCommand(): Promise<AgeCommand> {
  const installed = await started({ age: 'age', keygen: 'age-keygen' });
  if (installed !== null) return installed;
  const bin = join(pinnedSet('registry').cache, 'go-bin');
  const paths = { age: join(bin, 'age'), keygen: join(bin, 'age-keygen') };
  const before = await started(paths);
  if (before !== null) return before;
  mkdirSync(bin, { recursive: true });
  console.log(`age is not installed; builds the pinned release into ${bin} …`);
  const built = await runWith('go', ['install', '-mod=readonly', 'tool'], {
    cwd: join(import.meta.dirname, 'age'),
    env: { GOBIN: bin, CGO_ENABLED: '0' },
  });
  const after = await started(paths);
  if (after !== null) return after;
  return { missing: `it is not installed, and "go install" ended with ${built.status}: ${lastLine(built.stderr)}` };
}

async function started(paths: {
  readonly age: string;
  readonly keygen: string;
}): Promise<Extract<AgeCommand, { readonly version: string }> | null> {
  const [age, keygen] = await Promise.all([runWith(paths.age, ['--version']), runWith(paths.keygen, ['--version'])]);
  return age.status === 0 && keygen.status === 0 ? { ...paths, version: age.stdout.toString().trim() } : null;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
