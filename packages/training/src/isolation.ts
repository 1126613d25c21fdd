import { readlink } from 'node:fs/promises';
import { ActionError } from '@gatehouse/core';
import { ISOLATION_SCRIPT, PROBE_SCRIPT } from './isolation-script.ts';
import { runCommand } from './run-command.ts';

/** What an isolated program gets: everything else of the machine is out of its sight. */
export interface IsolatedJob {
  readonly command: readonly string[];
  /** One of `writable`. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly writable: readonly string[];
  readonly readable: readonly string[];
  /** An empty folder, which stays empty for everybody else. */
  readonly root: string;
}

/** A way of isolating that works on this machine. */
export interface Isolation {
  readonly name: string;
  /** The command that runs the job isolated. */
  command(job: IsolatedJob): readonly string[];
}

/** Environment of the tools that isolate; the program's own is handed over as arguments. */
export const ISOLATION_ENV = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } as const;

const NAMESPACES = ['--pid', '--fork', '--kill-child', '--mount', '--net', '--ipc'];
const NOBODY = ['65534', '65534'];
// Root's own processes cannot be ended by the job, so the time limit is enforced a second time from above.
const EXTRA_SECONDS = 10;

/**
 * The first way that a probe finds to work: as root, new namespaces and the user nobody; as a user, a user namespace, and
 * where the machine refuses those, `sudo` without a password.
 *
 * @throws ActionError `refused`, `isolation-unavailable`, with what each way answered.
 */
export async function findIsolation(
  probe: Omit<IsolatedJob, 'command' | 'timeoutMs' | 'env'>,
  ways: readonly Isolation[] = waysOf(process.getuid?.(), process.getgid?.()),
): Promise<Isolation> {
  const refusals: string[] = [];
  for (const way of ways) {
    const refusal = await refusalOf(way, probe);
    if (refusal === null) return way;
    refusals.push(`${way.name}: ${refusal}`);
  }
  throw new ActionError(
    'refused',
    {
      where: "The candidate's evaluation code",
      found: `this machine cannot isolate it (${refusals.join('; ') || 'it has no namespaces'})`,
      allowed: 'Code of a pull request must see neither the job, nor the network, nor other files of the machine',
      remedy:
        'Use a Linux runner with util-linux (unshare, setpriv, findmnt) that allows user namespaces or sudo without a password, or set "evaluate.code: base"',
    },
    { reasonCode: 'isolation-unavailable' },
  );
}

/** The ways to try, in order, for a user id; none where there are no user ids. */
export function waysOf(uid: number | undefined, gid: number | undefined): readonly Isolation[] {
  if (process.platform !== 'linux' || uid === undefined || gid === undefined) return [];
  if (uid === 0) return [way('namespaces and the user nobody', NOBODY, () => ['unshare'])];
  return [
    way('user namespace', ['-', '-'], () => ['unshare', '--user', '--map-root-user']),
    way('namespaces by sudo', [String(uid), String(gid)], (seconds) => [
      ...['sudo', '-n', '--', 'timeout', '--signal=KILL', String(seconds), 'unshare'],
    ]),
  ];
}

function way(name: string, identity: readonly string[], unshare: (seconds: number) => readonly string[]): Isolation {
  return {
    name,
    command: (job) => [
      ...unshare(Math.ceil(job.timeoutMs / 1000) + EXTRA_SECONDS),
      ...[...NAMESPACES, '--', 'sh', '-c', ISOLATION_SCRIPT, 'isolation', job.root, ...identity, job.cwd],
      ...[String(job.writable.length), ...job.writable, String(job.readable.length), ...job.readable],
      ...['env', '-i', ...Object.entries(job.env).map(([key, value]) => `${key}=${value}`), ...job.command],
    ],
  };
}

/** Why a way does not isolate, or null. It must run, and what runs there must see nothing that it should not. */
async function refusalOf(
  isolation: Isolation,
  probe: Omit<IsolatedJob, 'command' | 'timeoutMs' | 'env'>,
): Promise<string | null> {
  const timeoutMs = 20_000;
  const lines: string[] = [];
  try {
    await runCommand({
      command: isolation.command({
        ...probe,
        timeoutMs,
        env: { ...ISOLATION_ENV },
        command: ['sh', '-c', PROBE_SCRIPT, 'probe', probe.root],
      }),
      cwd: '/',
      env: ISOLATION_ENV,
      timeoutMs,
      onLine: (line) => lines.push(line),
      shownAs: [isolation.name],
    });
  } catch (error) {
    if (error instanceof ActionError) return lines.at(-1) ?? error.fault.found;
    throw error;
  }
  return shortfallOf(lines, await ownNamespaces());
}

async function ownNamespaces(): Promise<ReadonlyMap<string, string>> {
  const names = ['pid', 'net', 'mnt', 'ipc'];
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readlink(`/proc/self/ns/${name}`)] as const)),
  );
}

// The shell that isolates, the probe's shell and what it starts.
const MOST_PROCESSES = 8;

/** What the output of the probe lacks to show isolation from `own` namespaces, or null; what is not shown is lacking. */
export function shortfallOf(lines: readonly string[], own: ReadonlyMap<string, string>): string | null {
  const facts = new Map(lines.map((line) => [line.replace(/\s+\S+$/, ''), line.split(/\s+/).at(-1) ?? '']));
  for (const [name, id] of own) {
    const there = facts.get(`namespace ${name}`);
    if (there === undefined || there === id) return `the ${name} namespace is not its own`;
  }
  const processes = Number(facts.get('processes') ?? Number.NaN);
  if (!lines.includes('own-proc') || !(processes <= MOST_PROCESSES)) return 'it sees other processes';
  const empty = ['CapPrm:', 'CapEff:', 'CapBnd:'].every((name) => /^0+$/.test(facts.get(name) ?? ''));
  if (!empty || facts.get('NoNewPrivs:') !== '1') return 'it keeps or can get privileges';
  if (facts.get('ipv4-routes') !== '0' || (facts.get('ipv6-routes') ?? '0') !== '0') return 'it has a network';
  if (lines.some((line) => line.startsWith('sees '))) return 'it sees files of the machine';
  return lines.at(-1) === 'end' ? null : 'the probe did not end';
}
