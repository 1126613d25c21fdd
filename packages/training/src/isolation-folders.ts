import { access, constants, realpath } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import type { Environment } from './clean-environment.ts';

/** Where Linux keeps programs and libraries, and the settings they need. `/opt` is not: runners are installed there. */
const SYSTEM = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/etc', '/nix'];
/** Variables that name the folder of a tool which lies elsewhere. */
const TOOLS = [
  'RUNNER_TOOL_CACHE',
  'AGENT_TOOLSDIRECTORY',
  'VIRTUAL_ENV',
  'CONDA_PREFIX',
  'pythonLocation',
  'JAVA_HOME',
  'CUDA_HOME',
  'CUDA_PATH',
];
/** Folders of the job, which no tool folder may contain. */
const OF_THE_JOB = ['HOME', 'GITHUB_WORKSPACE', 'RUNNER_WORKSPACE', 'RUNNER_TEMP', 'GITHUB_ENV', 'GITHUB_EVENT_PATH'];
const OF_THE_MACHINE = ['/proc', '/dev', '/sys', '/run', '/var/run'];

/**
 * The folders an isolated program may read: the system's, those of `PATH`, of the tools that the environment names, and
 * the one where the program really lies. A folder that contains the job's own, or the sandbox, is left out.
 */
export async function readableFolders(env: Environment, program: string, sandbox: string): Promise<readonly string[]> {
  const path = (env['PATH'] ?? '').split(delimiter);
  const wanted = [...path, ...TOOLS.map((name) => env[name] ?? ''), await folderOf(program, path)];
  const job = [sandbox, ...OF_THE_JOB.map((name) => env[name] ?? '')].filter((folder) => folder !== '');
  const allowed = wanted
    .filter((folder) => isAbsolute(folder))
    .map((folder) => resolve(folder))
    .filter((folder) => !job.some((own) => contains(folder, resolve(own))))
    .filter((folder) => !OF_THE_MACHINE.some((own) => contains(own, folder)));
  const all = [...new Set([...SYSTEM, ...allowed])];
  return all.filter((folder, index) => !all.some((other, at) => at !== index && contains(other, folder)));
}

/** Folder of the file behind a program's name; empty where there is none, and starting it will say so. */
async function folderOf(program: string, path: readonly string[]): Promise<string> {
  const candidates = program.includes('/') ? [program] : path.map((folder) => join(folder, program));
  for (const candidate of candidates.filter((file) => isAbsolute(file))) {
    try {
      await access(candidate, constants.X_OK);
      return dirname(await realpath(candidate));
    } catch {
      // Not here: the next folder of PATH.
    }
  }
  return '';
}

function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);
}
