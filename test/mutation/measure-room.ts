import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Room, root, testsOf } from './rooms.ts';
import { digestsOf, type RoomResult, type Survivor } from './stored-result.ts';
import type { MutantResult, StrykerModule } from './stryker.ts';

/** Not a literal in the import: what it names has types that do not compile here. */
const STRYKER: string = '@stryker-mutator/core';

/** What of a room is measured, and whether what the last run found is taken over. */
export interface Extent {
  readonly sources: readonly string[];
  readonly incremental: boolean;
}

/** Runs Stryker over sources of a room. */
export async function measureRoom(room: Room, extent: Extent): Promise<RoomResult> {
  const tests = testsOf(room);
  const { Stryker } = (await import(STRYKER)) as StrykerModule;
  const mutants = await new Stryker(optionsOf(room, extent)).runMutationTest();
  const withStatus = (...statuses: readonly MutantResult['status'][]): readonly MutantResult[] =>
    mutants.filter(({ status }) => statuses.includes(status));
  const pending = withStatus('Pending');
  if (pending.length > 0) throw new Error(`${pending.length} changes of ${room.name} were not measured.`);
  return {
    room: room.name,
    tool: tool(),
    sources: digestsOf(room),
    tests: [...tests],
    counts: {
      killed: withStatus('Killed').length,
      timeout: withStatus('Timeout').length,
      survived: withStatus('Survived').length,
      uncovered: withStatus('NoCoverage').length,
      error: withStatus('RuntimeError', 'CompileError').length,
      ignored: withStatus('Ignored').length,
    },
    survivors: withStatus('Survived', 'NoCoverage').map(survivorOf).toSorted(byPlace),
  };
}

function optionsOf(room: Room, { sources, incremental }: Extent): Readonly<Record<string, unknown>> {
  return {
    mutate: [...sources],
    testRunner: 'resident',
    plugins: ['./test/mutation/resident-runner.ts', './test/mutation/wording-ignorer.ts'],
    ignorers: ['wording'],
    resident: { files: testsOf(room), without: room.without ?? [] },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Machines are shared: what is only slow must not look like an endless loop. Most endless loops end by their count.
    timeoutMS: 8_000,
    timeoutFactor: 1.2,
    // Below the root, so that `node_modules` is found without links to it.
    tempDirName: 'build/mutation/sandbox',
    symlinkNodeModules: false,
    incremental,
    incrementalFile: `build/mutation/${room.name}.json`,
    ignorePatterns: ['**', ...COPIED.map((path) => `!${path}`)],
    reporters: ['dots'],
    allowEmpty: false,
    warnings: { unknownOptions: false, slow: false },
  };
}

/** What a run needs: Stryker copies it for every room. */
const COPIED = [
  'package.json',
  'packages/{stats,core,gates}/{src/**,package.json}',
  'test/unit/{stats,gates}/**',
  'test/{fixtures,mutation}/**',
];

function tool(): string {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return `Stryker ${devDependencies[STRYKER] ?? ''}`;
}

function survivorOf({ fileName, location, mutatorName, replacement, status }: MutantResult): Survivor {
  const file = relative(root, fileName);
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const { start, end } = location;
  const taken = lines.slice(start.line - 1, end.line);
  const last = taken.length - 1;
  const from = taken
    .map((text, index) => text.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join('\n');
  return {
    file,
    line: start.line,
    code: (lines[start.line - 1] ?? '').trim(),
    mutator: mutatorName,
    from: shortened(from),
    to: shortened(replacement ?? ''),
    covered: status === 'Survived',
  };
}

function byPlace(a: Survivor, b: Survivor): number {
  return a.file.localeCompare(b.file, 'en') || a.line - b.line;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
