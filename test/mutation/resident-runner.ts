import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { BroadcastChannel } from 'node:worker_threads';
import { createVitest, type Vitest } from 'vitest/node';
import type { Coverage, Ran, Reply, Request, RunRequest, Start, TestEnd } from './resident-messages.ts';
import type { DryRunResult, MutantRunOptions, MutantRunResult, TestResult, TestRunner } from './stryker.ts';

const NAMESPACE = '__stryker__';
/** What the tests did without a change, for the processes that Stryker starts after one that did not end. */
const KNOWN_FILE = 'resident-known.json';
/** A test that reaches a change so many times as often as without it does not end; seldom reached, not before that often. */
const ENDLESS_FACTOR = 100;
const ENDLESS_LEAST = 50_000;

/** How often each test reaches each change while it runs, and how long it takes. */
interface Known {
  readonly hits: Coverage['perTest'];
  readonly milliseconds: Readonly<Record<string, number>>;
}

/** Runs tests in one vitest worker that stays, and starts another only for code that runs when it is loaded. */
class ResidentRunner implements TestRunner {
  readonly #tests: Pick<Start, 'files' | 'without'>;
  readonly #channel = new BroadcastChannel('gatehouse-mutation');
  #vitest: Vitest | null = null;
  /** Ends with the worker, and says why it ended; `null` while there is none. */
  #worker: Promise<string> | null = null;
  #loadedWith: string | null = null;
  /** `null` before the tests ran without a change. */
  #known: Known | null = null;
  #receive: ((reply: Reply) => void) | null = null;

  constructor(tests: Pick<Start, 'files' | 'without'>) {
    this.#tests = tests;
    this.#channel.onmessage = ({ data }): void => this.#receive?.(data as Reply);
  }

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    process.env['NODE_ENV'] = 'test';
    process.env['VITEST'] = '1';
    if (existsSync(KNOWN_FILE)) this.#known = JSON.parse(readFileSync(KNOWN_FILE, 'utf8')) as Known;
    this.#vitest = await createVitest('test', {
      config: 'test/mutation/vitest.config.ts',
      watch: false,
      reporters: [{}],
      onConsoleLog: () => false,
    });
  }

  async dryRun(): Promise<DryRunResult> {
    const ran = await this.#ask({ kind: 'run', mutant: null, tests: null, limits: null }, null);
    if (typeof ran === 'string') return { status: 'error', errorMessage: ran };
    const milliseconds = Object.fromEntries(ran.ends.map((end) => [end.id, end.milliseconds]));
    this.#known = { hits: ran.coverage.perTest, milliseconds };
    writeFileSync(KNOWN_FILE, JSON.stringify(this.#known));
    return { status: 'complete', tests: ran.ends.map(resultOf), mutantCoverage: ran.coverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, mutantActivation, testFilter } = options;
    if (this.#known === null) throw new Error('No test ran without a change.');
    const { hits, milliseconds } = this.#known;
    // The quickest first: most changes are noticed by many.
    const tests = (testFilter ?? Object.keys(milliseconds)).toSorted(
      (a, b) => (milliseconds[a] ?? 0) - (milliseconds[b] ?? 0),
    );
    const request: RunRequest = {
      kind: 'run',
      mutant: activeMutant.id,
      tests,
      limits: tests.map((test) => Math.max(ENDLESS_LEAST, ENDLESS_FACTOR * (hits[test]?.[activeMutant.id] ?? 0))),
    };
    const ran = await this.#askTwice(request, mutantActivation === 'static');
    if (typeof ran === 'string') return { status: 'error', errorMessage: ran };
    if (ran.isEndless) return { status: 'timeout', reason: 'The change was reached again and again.' };
    const failed = ran.ends.find(({ failure }) => failure !== null);
    const nrOfTests = ran.ends.length;
    return failed === undefined
      ? { status: 'survived', nrOfTests }
      : { status: 'killed', nrOfTests, killedBy: [failed.id], failureMessage: failed.failure ?? '' };
  }

  async dispose(): Promise<void> {
    await this.#stop();
    this.#channel.close();
    await this.#vitest?.close();
  }

  /**
   * Code that ran when the files were loaded mostly runs in tests as well. Only where no test fails with the change
   * switched on later, it is switched on before the files are loaded; at once where no test reaches it.
   */
  async #askTwice(request: RunRequest, isStatic: boolean): Promise<Ran | string> {
    if (isStatic && !this.#isReached(request.mutant ?? '')) return await this.#ask(request, request.mutant);
    const ran = await this.#askUnspoilt(request);
    if (!isStatic || typeof ran === 'string' || ran.ends.some(({ failure }) => failure !== null)) return ran;
    return await this.#ask(request, request.mutant);
  }

  /**
   * A change may leave something behind in the modules that stay loaded, and the next one would look noticed. So a test
   * that failed must pass again without the change; else another worker is asked.
   */
  async #askUnspoilt(request: RunRequest): Promise<Ran | string> {
    const ran = await this.#ask(request, null);
    if (typeof ran === 'string') return ran;
    const failed = ran.ends.filter(({ failure }) => failure !== null).map(({ id }) => id);
    if (failed.length === 0) return ran;
    const without = await this.#ask({ kind: 'run', mutant: null, tests: failed, limits: null }, null);
    if (typeof without !== 'string' && without.ends.every(({ failure }) => failure === null)) return ran;
    await this.#stop();
    return await this.#ask(request, null);
  }

  #isReached(mutant: string): boolean {
    return Object.values(this.#known?.hits ?? {}).some((counts) => mutant in counts);
  }

  /** The answer of a worker that was loaded with this change, or why there is none. */
  async #ask(request: RunRequest, loadWith: string | null): Promise<Ran | string> {
    if (this.#worker !== null && this.#loadedWith !== loadWith) await this.#stop();
    if (this.#worker === null) {
      const failure = await this.#begin(loadWith);
      if (failure !== null) return failure;
    }
    const reply = await this.#reply(() => this.#channel.postMessage(request));
    return typeof reply === 'string' || reply.kind === 'ran' ? reply : 'The worker answered out of turn.';
  }

  async #begin(mutant: string | null): Promise<string | null> {
    const vitest = this.#vitest;
    if (vitest === null) throw new Error('The runner was not initialised.');
    vitest.provide('start', { channel: this.#channel.name, namespace: NAMESPACE, ...this.#tests, mutant });
    vitest.state.filesMap.clear();
    this.#loadedWith = mutant;
    const reply = await this.#reply(() => {
      this.#worker = vitest.start().then(() => failuresOf(vitest), String);
    });
    if (typeof reply !== 'string') return null;
    this.#worker = null;
    return reply;
  }

  async #stop(): Promise<void> {
    if (this.#worker === null) return;
    this.#channel.postMessage({ kind: 'stop' } satisfies Request);
    await this.#worker;
    this.#worker = null;
  }

  /** The next reply, or why the worker ended where that comes first. */
  async #reply(act: () => void): Promise<Reply | string> {
    const reply = new Promise<Reply>((resolve) => {
      this.#receive = resolve;
    });
    act();
    return await Promise.race([reply, this.#worker ?? reply]);
  }
}

function failuresOf(vitest: Vitest): string {
  const tasks = vitest.state.getFiles().flatMap((file) => [file, ...file.tasks]);
  const errors = [...tasks.flatMap(({ result }) => result?.errors ?? []), ...vitest.state.getUnhandledErrors()];
  const messages = errors.map((error) =>
    error instanceof Object && 'message' in error ? String(error.message) : String(error),
  );
  return ['The worker ended.', ...messages].join('\n');
}

function resultOf({ id, file, milliseconds, failure }: TestEnd): TestResult {
  const test = { id, name: id, fileName: file, timeSpentMs: milliseconds };
  return failure === null ? { ...test, status: 0 } : { ...test, status: 1, failureMessage: failure };
}

/** Stryker makes the runner through this, with its options. */
function factory(options: { readonly resident: Pick<Start, 'files' | 'without'> }): ResidentRunner {
  return new ResidentRunner(options.resident);
}
factory.inject = ['options'] as const;

export const strykerPlugins = [{ kind: 'TestRunner', name: 'resident', factory }];
