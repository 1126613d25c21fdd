import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type GitHubEvent,
  type LocalGitHub,
  type RepositoryRecord,
  type Runner,
  startLocalGitHub,
  startRunner,
  type User,
  type WorkflowRunRecord,
} from '@gatehouse/local-github';

export type Files = Readonly<Record<string, string>>;

/** A local GitHub with one repository, `octo/app`, and a runner whose `octo/tools` is a folder of small actions. */
export interface Story {
  readonly github: LocalGitHub;
  readonly runner: Runner;
  readonly repository: RepositoryRecord;
  readonly author: User;
  readonly folder: string;
  /** Commits files on a branch of the bare repository; says nothing to the runner. */
  commit(files: Files, branch?: string): string;
  /** Tells the runner that something happened, and waits until every run it starts is over. */
  happen(event: Partial<GitHubEvent> & Pick<GitHubEvent, 'name'>): Promise<readonly WorkflowRunRecord[]>;
  /** Commits a workflow as the whole repository and pushes it. */
  push(workflow: string, more?: Files): Promise<WorkflowRunRecord>;
  close(): Promise<void>;
}

export interface StoryOptions {
  /** Files of `octo/tools`. */
  readonly tools?: Files;
  readonly clock?: () => Date;
  readonly concurrency?: number;
  /** Tools of the runner's image. */
  readonly image?: Readonly<Record<string, string>>;
}

export async function startStory(options: StoryOptions = {}): Promise<Story> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-story-'));
  const github = await startLocalGitHub({
    root: join(folder, 'github'),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  const author = github.admin.createUser('author');
  github.admin.createOrg('octo', { admins: [author] });
  const repository = await github.admin.createRepository({ owner: 'octo', name: 'app' });
  const tools = join(folder, 'tools');
  mkdirSync(tools);
  for (const [path, text] of Object.entries(options.tools ?? {})) writeFile(join(tools, path), text);
  const runner = await startRunner(github, {
    actionsRoot: { 'octo/tools': tools },
    workRoot: join(folder, 'work'),
    concurrency: options.concurrency ?? 4,
    ...(options.image === undefined ? {} : { tools: options.image }),
  });
  const checkout = join(folder, 'checkout');
  git(folder, 'init', '--quiet', '-b', 'main', checkout);

  function commit(files: Files, branch = 'main'): string {
    git(checkout, 'checkout', '--quiet', '-B', branch);
    for (const [path, text] of Object.entries(files)) writeFile(join(checkout, path), text);
    git(checkout, 'add', '--all');
    git(checkout, 'commit', '--quiet', '--allow-empty', '-m', 'change');
    git(checkout, 'push', '--quiet', '--force', repository.gitDir, `HEAD:refs/heads/${branch}`);
    return git(checkout, 'rev-parse', 'HEAD').trim();
  }
  async function happen(
    event: Partial<GitHubEvent> & Pick<GitHubEvent, 'name'>,
  ): Promise<readonly WorkflowRunRecord[]> {
    const before = new Set(repository.runs);
    github.events.emit({
      action: null,
      repository: repository.fullName,
      payload: {},
      sha: '',
      ref: 'refs/heads/main',
      actor: author,
      causedBy: 'user',
      ...event,
    });
    await runner.idle();
    return repository.runs.filter((run) => !before.has(run));
  }
  return {
    github,
    runner,
    repository,
    author,
    folder,
    commit,
    happen,
    push: async (workflow, more = {}) => {
      const sha = commit({ ...more, '.github/workflows/story.yml': workflow });
      const [run] = await happen({ name: 'push', sha });
      if (run === undefined) throw new Error(`No run started. ${runner.faults.join('\n')}`);
      return run;
    },
    close: async () => {
      await runner.close();
      await github.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Author', '-c', 'user.email=author@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Conclusion of every job by its name. */
export function conclusions(run: WorkflowRunRecord): Readonly<Record<string, string | null>> {
  return Object.fromEntries(run.jobs.map((job) => [job.name, job.conclusion]));
}

/** All log lines of a run. */
export function logOf(run: WorkflowRunRecord): string {
  return run.jobs.flatMap((job) => job.log).join('\n');
}
