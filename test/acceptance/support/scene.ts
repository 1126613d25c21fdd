import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Decision } from '@gatehouse/core';
import type { ArtifactRecord, RepositoryRecord, RunnerProgress, WorkflowRunRecord } from '@gatehouse/local-github';
import { type Answer, call, git, numberField } from '../../../packages/cli/src/demo/person.ts';
import type { CheckView } from '../../../packages/cli/src/demo/repository.ts';
import { cloneOf, enrolRepository } from '../../../packages/cli/src/demo/steps/enrol.ts';
import { createWorld, type DemoWorld, MODEL, REPOSITORY, type Role } from '../../../packages/cli/src/demo/world.ts';

const sources = resolve(import.meta.dirname, '..', '..', '..');
const example = join(sources, 'action-templates', 'mortgage-approval');

const EVIDENCE_BRANCH = 'gatehouse-evidence';

/** Training scripts of the example: the first is blocked by fairness, the second passes every gate. */
export const UNFAIR_TRAINING = readFileSync(join(example, 'train.mjs'), 'utf8');
export const FAIR_TRAINING = readFileSync(join(example, 'candidate-2', 'train.mjs'), 'utf8');

/** Content by path; a function changes what is there, `null` deletes. */
export type Files = Readonly<Record<string, string | Uint8Array | null | ((before: string) => string)>>;

export interface Change {
  /** Who commits and pushes; default `ml-engineer`. */
  readonly by?: Role;
  /** Whose credentials push it; default whoever commits. */
  readonly pushedBy?: Role;
  /** Default: the training script that passes every gate. */
  readonly files?: Files;
  /** `Name <address>` that the commit says wrote it; default whoever commits. */
  readonly author?: string;
  /** Last paragraph of the commit message. */
  readonly trailer?: string;
}

export interface Pull {
  readonly number: number;
  readonly branch: string;
  /** The commit that was pushed last through the scene. */
  readonly head: string;
}

/**
 * An enrolled repository on a local GitHub of its own, with the shipped workflows and the shipped bundle. Scenarios of
 * one file may share a scene while they use pull requests of their own; what changes main ends that.
 */
export interface Scene {
  readonly world: DemoWorld;
  /** The local GitHub's own record: what a test may look into, and tamper with. */
  readonly repository: RepositoryRecord;
  /** Commits to a new branch from main, pushes it and opens a pull request. Workflows start; wait with `idle`. */
  openPull(change?: Change): Promise<Pull>;
  /** Commits to a new branch from main and pushes it, without a pull request. */
  pushBranch(change?: Change): Promise<Omit<Pull, 'number'>>;
  /** Commits to the branch of a pull request and pushes; returns it with its new head. */
  push(pull: Pull, change: Change): Promise<Pull>;
  /** Moves the branch of a pull request to a commit, by force. */
  forcePush(pull: Pull, sha: string, by?: Role): Promise<Pull>;
  /** Resolves when no workflow is queued or running. */
  idle(): Promise<void>;
  /** The newest governance check of the App on the head; throws when there is none. */
  check(pull: Pick<Pull, 'head'>): Promise<CheckView>;
  /** One review, at once. */
  review(pull: Pull, by: Role, event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT'): Promise<Answer>;
  /** Waits for the next second, lets everyone named approve each pull request, and waits for the checks to follow. */
  approve(pulls: Pull | readonly Pull[], ...by: readonly Role[]): Promise<void>;
  merge(pull: Pull, by?: Role): Promise<Answer>;
  /** Any call to the repository's API as a person; `path` begins below `/repos/owner/name`. */
  call(by: Role, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Runs of a workflow, newest first. */
  runs(workflow: string, headSha?: string): readonly WorkflowRunRecord[];
  /** The newest decide run about a training run of the head: the one that evaluated it. */
  decideRun(pull: Pick<Pull, 'head'>): WorkflowRunRecord | undefined;
  /** Starts a workflow by hand, as `ml-engineer`; wait with `idle`. */
  dispatch(workflow: string, ref: string, inputs: Readonly<Record<string, string>>): Promise<Answer>;
  /** The artifact of a run that has this name now. */
  artifact(run: WorkflowRunRecord | undefined, name: string): ArtifactRecord;
  /** What the ledger says about a pull request, oldest first. */
  history(pull: Pull): readonly LedgerLine[];
  /** The signed decisions that count for a pull request now, by gate. */
  decisions(pull: Pull): Readonly<Record<string, Decision>>;
  /** Names of all tags, sorted. */
  tags(): readonly string[];
  /** Tells of every change of a run, job or step while it happens; the returned function ends it. */
  onProgress(listener: (progress: RunnerProgress) => void): () => void;
  /** Ends everything and removes the folder; throws when an exchange broke GitHub's OpenAPI description. */
  close(): Promise<void>;
}

export interface LedgerLine {
  readonly kind: string;
  readonly reasonCode: string;
  readonly subject: { readonly modelDigest: string | null };
  readonly pull: { readonly headSha: string } | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly at: string;
}

export interface SceneOptions {
  /** Files that differ from the example in the first push: a changed policy, workflow or evaluation command. */
  readonly files?: Files;
  /** Tools of the runner's image; default the data engine of this checkout. */
  readonly tools?: Readonly<Record<string, string>>;
}

export async function enrolledScene(options: SceneOptions = {}): Promise<Scene> {
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-scene-'));
  const listeners = new Set<(progress: RunnerProgress) => void>();
  const world = await createWorld({
    sources,
    folder: join(root, 'world'),
    ...(options.tools === undefined ? {} : { tools: options.tools }),
    onProgress: (progress) => {
      for (const listener of listeners) listener(progress);
    },
  });
  await enrolRepository(world, (clone) => writeFiles(clone, options.files ?? {}));
  return sceneOf(world, root, listeners);
}

function sceneOf(world: DemoWorld, root: string, listeners: Set<(progress: RunnerProgress) => void>): Scene {
  const repository = world.github.state.repositories.get(REPOSITORY);
  if (repository === undefined) throw new Error(`No repository ${REPOSITORY}.`);
  const { people, github, runner } = world;
  const clone = cloneOf(world);
  const send: Scene['call'] = (by, method, path, body) =>
    call(github.apiUrl, people[by], {
      method,
      path: `/repos/${REPOSITORY}${path}`,
      ...(body === undefined ? {} : { body }),
    });
  const inBare = (...args: readonly string[]): readonly string[] =>
    execFileSync('git', args, { cwd: repository.gitDir, encoding: 'utf8' }).split('\n').filter(Boolean);
  let branches = 0;

  async function commitAndPush(branch: string, change: Change): Promise<string> {
    const { by = 'ml-engineer', pushedBy = by, files } = change;
    const author = change.author === undefined ? [] : ['--author', change.author];
    const message = [`A change on ${branch}`, change.trailer].filter(Boolean).join('\n\n');
    await writeFiles(clone, files ?? { 'train.mjs': FAIR_TRAINING });
    await git(people[by], clone, 'add', '--all');
    await git(people[by], clone, 'commit', '--quiet', '--allow-empty', ...author, '-m', message);
    await git(people[pushedBy], clone, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    return git(people[by], clone, 'rev-parse', 'HEAD');
  }

  async function pushBranch(change: Change = {}): Promise<Omit<Pull, 'number'>> {
    branches += 1;
    const branch = `change-${branches}`;
    await git(people['ml-engineer'], clone, 'fetch', '--quiet', 'origin');
    await git(people['ml-engineer'], clone, 'checkout', '--quiet', '--detach', 'origin/main');
    return { branch, head: await commitAndPush(branch, change) };
  }

  async function openPull(change: Change = {}): Promise<Pull> {
    const by = change.by ?? 'ml-engineer';
    const { branch, head } = await pushBranch(change);
    const answer = await send(by, 'POST', '/pulls', { title: branch, head: branch, base: 'main', body: 'A change.' });
    return { number: numberField(answer.body, 'number'), branch, head };
  }

  const scene: Scene = {
    world,
    repository,
    openPull,
    pushBranch,
    push: async (pull, change) => {
      await git(people['ml-engineer'], clone, 'checkout', '--quiet', '--detach', pull.head);
      return { ...pull, head: await commitAndPush(pull.branch, change) };
    },
    forcePush: async (pull, sha, by = 'ml-engineer') => {
      await git(people[by], clone, 'push', '--quiet', '--force', 'origin', `${sha}:refs/heads/${pull.branch}`);
      return { ...pull, head: sha };
    },
    idle: () => runner.idle(),
    check: async ({ head }) => {
      const check = await world.as('ml-engineer').check(head, world.appId);
      if (check === null) {
        throw new Error(`No check of the App on ${head}. ${runner.faults.join('; ')}\n${lastLogs(repository)}`);
      }
      return check;
    },
    review: (pull, by, event = 'APPROVE') =>
      send(by, 'POST', `/pulls/${pull.number}/reviews`, { event, body: 'Read the decision and the evidence.' }),
    approve: async (pulls, ...by) => {
      // GitHub's times have a resolution of one second; a review counts only in a later second than "ready".
      await new Promise((done) => setTimeout(done, 1100));
      for (const { number } of [pulls].flat()) {
        for (const person of by) {
          const { status, body } = await send(person, 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE' });
          if (status !== 200) throw new Error(`The review of ${person}: ${status} ${JSON.stringify(body)}`);
        }
      }
      await runner.idle();
    },
    merge: (pull, by = 'ml-engineer') => send(by, 'PUT', `/pulls/${pull.number}/merge`, { sha: pull.head }),
    call: send,
    runs: (workflow, headSha) =>
      repository.runs
        .filter((run) => run.name === workflow && (headSha === undefined || run.headSha === headSha))
        .toReversed(),
    decideRun: ({ head }) => {
      const training = repository.runs.filter((run) => run.name === 'train' && run.headSha === head);
      return repository.runs.findLast(
        (run) => run.name === 'decide' && training.some(({ id }) => logOf(run).includes(`run-id: ${id}\n`)),
      );
    },
    dispatch: (workflow, ref, inputs) =>
      send('ml-engineer', 'POST', `/actions/workflows/${workflow}/dispatches`, { ref, inputs }),
    artifact: (run, name) => {
      const found = repository.artifacts.find((one) => one.runId === run?.id && one.name === name && !one.deleted);
      if (found === undefined) throw new Error(`Run ${run?.id} has no artifact "${name}".`);
      return found;
    },
    history: (pull) => {
      const folder = `pulls/${pull.number}/${MODEL}`;
      return inBare('ls-tree', '-r', '--name-only', EVIDENCE_BRANCH, `${folder}/`).map(
        // The second line of a file is its signature.
        (path): LedgerLine => JSON.parse(inBare('show', `${EVIDENCE_BRANCH}:${path}`)[0] ?? ''),
      );
    },
    decisions: (pull) => {
      const decided = scene.history(pull).findLast(({ kind }) => kind === 'decision');
      const [model, evidence] = [decided?.subject.modelDigest, decided?.facts['evidenceDigest']].map(hexOf);
      const lines = inBare('show', `${EVIDENCE_BRANCH}:evidence/${model}/${evidence}/evidence.jsonl`);
      const decisions = lines.map((line): Decision => {
        const { payload } = JSON.parse(line).dsseEnvelope;
        return JSON.parse(Buffer.from(payload, 'base64').toString('utf8')).predicate;
      });
      return Object.fromEntries(decisions.map((decision) => [decision.gate, decision]));
    },
    tags: () => inBare('tag', '--list').toSorted(),
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await world.close();
      rmSync(root, { recursive: true, force: true });
      const [violation] = github.violations();
      if (violation !== undefined) throw new Error(`Against GitHub's OpenAPI description: ${violation.message}`);
    },
  };
  return scene;
}

function hexOf(digest: unknown): string {
  if (typeof digest !== 'string') throw new Error('There is no decision.');
  return digest.slice('sha256:'.length);
}

/** True for a job by its own name, also where its matrix comes after it or its caller's name before it. */
export function isJob(name: string, job: string): boolean {
  return name === job || name.endsWith(` / ${job}`) || name.startsWith(`${job} (`);
}

/** What every job of a run printed, or one job whose name is given. */
export function logOf(run: WorkflowRunRecord | undefined, job?: string): string {
  if (run === undefined) throw new Error('There is no such run.');
  const jobs = run.jobs.filter(({ name }) => job === undefined || isJob(name, job));
  return jobs.map(({ name, log }) => `--- ${run.name} › ${name}\n${log.join('\n')}`).join('\n');
}

/** Conclusion of one job of a run; `undefined` when the run has no such job. */
export function jobConclusion(run: WorkflowRunRecord | undefined, job: string): string | null | undefined {
  return run?.jobs.find(({ name }) => isJob(name, job))?.conclusion;
}

function lastLogs(repository: RepositoryRecord): string {
  return repository.runs
    .slice(-3)
    .map((run) => logOf(run))
    .join('\n');
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    if (content === null) {
      await rm(file);
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'function' ? content(await readFile(file, 'utf8')) : content);
  }
}
