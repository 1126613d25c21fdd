import { BroadcastChannel } from 'node:worker_threads';
import { configureGlobal } from 'fast-check';
import { describe, inject, it, type RunnerTask, type RunnerTestCase, TestRunner } from 'vitest';
import type { Coverage, Ran, Reply, Request, RunRequest, Switches, TestEnd } from './resident-messages.ts';

/**
 * Loads all test files of a room once and runs tests of theirs on request, again and again. Starting vitest anew takes
 * half a second, a test of a formula less than a millisecond; only the second is worth paying for every change.
 * It calls the test functions themselves, so a test file with hooks is refused.
 */
const start = inject('start');
const channel = new BroadcastChannel(start.channel);
const switches = switchesOf(start.namespace);
switches.activeMutant = start.mutant ?? undefined;
// The same examples for every change, and no search for a smaller one: that a test fails is all that counts here.
configureGlobal({ seed: 1, numRuns: 25, endOnFailure: true });

for (const file of start.files) {
  describe(file, async () => {
    await import(/* @vite-ignore */ `../../${file}`);
  });
}

it('serves requests until it is told to stop', async ({ task }) => {
  const all = start.files.flatMap((file) => testsOf(task.file.tasks, file));
  const tests = new Map(all.filter(({ id }) => !isLeftOut(id)).map((test) => [test.id, test]));
  await new Promise<void>((resolve) => {
    channel.onmessage = ({ data }): void => {
      const request = data as Request;
      if (request.kind === 'stop') {
        channel.close();
        resolve();
      } else {
        void run(request, tests).then((reply) => channel.postMessage(reply satisfies Reply));
      }
    };
    channel.postMessage({ kind: 'ready' } satisfies Reply);
  });
});

function isLeftOut(id: string): boolean {
  return start.without.some((words) => id.includes(words));
}

interface Known {
  readonly id: string;
  readonly file: string;
  readonly test: RunnerTestCase;
}

/** The tests of one file; tests of the same name are told apart by their order. */
function testsOf(tasks: readonly RunnerTask[], file: string): readonly Known[] {
  const counts = new Map<string, number>();
  const suites = tasks.filter(({ name, type }) => type === 'suite' && name === file);
  return below(suites, '').map(({ name, test }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { id: count === 1 ? name : `${name} (${count})`, file, test };
  });
}

interface Named {
  readonly name: string;
  readonly test: RunnerTestCase;
}

function below(tasks: readonly RunnerTask[], path: string): readonly Named[] {
  return tasks.flatMap((task) => {
    const name = path === '' ? task.name : `${path} > ${task.name}`;
    if (task.type === 'test') return [{ name, test: task }];
    const hooks = Object.values(TestRunner.getSuiteHooks(task)).flat();
    if (hooks.length > 0) throw new Error(`${name} has hooks, which are not run here.`);
    return below(task.tasks, name);
  });
}

async function run({ mutant, tests, limits }: RunRequest, known: ReadonlyMap<string, Known>): Promise<Ran> {
  const ends: TestEnd[] = [];
  let isEndless = false;
  switches.activeMutant = mutant ?? undefined;
  for (const [index, id] of (tests ?? [...known.keys()]).entries()) {
    const limit = limits?.[index];
    switches.hitCount = limit === undefined ? undefined : 0;
    switches.hitLimit = limit;
    const end = await runOne(id, known.get(id));
    ends.push(end);
    isEndless = limit !== undefined && (switches.hitCount ?? 0) > limit;
    if (isEndless || (mutant !== null && end.failure !== null)) break;
  }
  switches.activeMutant = start.mutant ?? undefined;
  return { kind: 'ran', ends, isEndless, coverage: coverage() };
}

async function runOne(id: string, known: Known | undefined): Promise<TestEnd> {
  const started = performance.now();
  let failure: string | null = null;
  switches.currentTestId = id;
  try {
    if (known === undefined) throw new Error(`There is no test ${id}.`);
    await TestRunner.getTestFn(known.test)();
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  switches.currentTestId = undefined;
  return { id, file: known?.file ?? '', milliseconds: performance.now() - started, failure };
}

function coverage(): Coverage {
  return switches.mutantCoverage ?? { static: {}, perTest: {} };
}

function switchesOf(namespace: string): Switches {
  const holder = globalThis as unknown as Record<string, Switches>;
  holder[namespace] ??= {};
  return holder[namespace];
}
