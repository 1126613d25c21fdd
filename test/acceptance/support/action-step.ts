import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..', '..', '..');

const actionFile = z.object({
  inputs: z.record(z.string(), z.object({ required: z.boolean(), default: z.string().optional() })),
  runs: z.object({ main: z.string() }),
});

export interface ActionStep {
  /** Folder below `actions/`. */
  readonly action: string;
  /** `with:` of the step; the defaults of action.yml are filled in as the runner does. */
  readonly with?: Readonly<Record<string, string>>;
  /** Laid over the runner's variables; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly event?: unknown;
  /** Files of the workspace. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

export interface StepEnd {
  readonly code: number | null;
  /** What people see as red annotations, in order. */
  readonly errors: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Everything the step printed. */
  readonly log: string;
}

/** The inputs of an action that have no value unless somebody gives one. */
export function requiredInputs(action: string): readonly string[] {
  return Object.entries(definition(action).inputs)
    .filter(([, input]) => input.required)
    .map(([name]) => name);
}

function definition(action: string): z.output<typeof actionFile> {
  return actionFile.parse(parse(readFileSync(join(root, 'actions', action, 'action.yml'), 'utf8')));
}

/** Runs the shipped bundle of one action as a process, with the files and variables that a runner gives it. */
export async function runActionStep(step: ActionStep): Promise<StepEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-step-'));
  const place = (name: string, content: string | Uint8Array): string => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  for (const [name, content] of Object.entries(step.files ?? {})) place(`workspace/${name}`, content);
  mkdirSync(join(folder, 'workspace'), { recursive: true });
  mkdirSync(join(folder, 'temp'));
  const files = { output: place('output', ''), summary: place('summary', '') };
  const { inputs, runs } = definition(step.action);
  const given = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default ?? ''])),
    // The data engine of this checkout: a step outside of a runner has no tool cache.
    ...('engine-path' in inputs ? { 'engine-path': root } : {}),
  };
  const env: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'bank/credit',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'workflow_run',
    GITHUB_RUN_ID: '1',
    GITHUB_ACTOR: 'maintainer',
    GITHUB_SERVER_URL: 'http://github.localhost:1',
    GITHUB_API_URL: 'http://127.0.0.1:1',
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    RUNNER_TEMP: join(folder, 'temp'),
    GITHUB_EVENT_PATH: place('event.json', JSON.stringify(step.event ?? {})),
    ...Object.fromEntries(
      Object.entries({ ...given, ...step.with }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...step.env,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
  };
  const main = join(root, 'actions', step.action, runs.main);
  const { code, log } = await run(main, join(folder, 'workspace'), env);
  const end = {
    code,
    log,
    errors: annotations(log),
    outputs: readOutputs(readFileSync(files.output, 'utf8')),
    summary: readFileSync(files.summary, 'utf8'),
  };
  rmSync(folder, { recursive: true, force: true });
  return end;
}

function run(
  main: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly code: number | null; readonly log: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [main], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
    child.once('error', fail);
    child.once('close', (code) => done({ code, log: Buffer.concat(parts).toString('utf8') }));
  });
}

function annotations(log: string): readonly string[] {
  const unescaped = (text: string): string =>
    text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
  return [...log.matchAll(/^::error[^:]*(?:%3A[^:]*)*::(.*)$/gm)].map((match) => unescaped(match[1] ?? ''));
}

/** `name<<delimiter`, the value, the delimiter: what the toolkit appends to GITHUB_OUTPUT. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^([^\n]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2\r?\n/gm);
  return Object.fromEntries([...found].map((match) => [match[1] ?? '', match[3] ?? '']));
}
