import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesBelow, read, root } from './repository-files.ts';

const files = filesBelow('');
const GIVEN = new Set([
  ...['package.json', 'tsconfig.json', 'actions', 'packages', 'dist', 'test', 'action-templates', 'README.md'],
  ...['LICENSE', 'package-lock.json', 'docs'],
]);
// What npm, the build and coverage leave in a working copy; git ignores all of it.
const IGNORED = new Set(['node_modules', 'build', 'coverage', 'shared']);

/** Longest file by kind of path; `null` where length says nothing: data, generated text, third-party descriptions. */
function maxLines(path: string): number | null {
  if (/(^|\/)(fixtures|openapi|golden)\//.test(path) || /\.generated\.\w+$/.test(path)) return null;
  if (!/\.(ts|mjs|js|yml|sh)$/.test(path)) return null;
  return path.startsWith('test/') ? 400 : 300;
}

interface Locked {
  readonly link?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
}

const UNSCOPED =
  /\b(?:npx|bunx|pnpx|npm (?:i|install|exec|x|add)|pnpm (?:dlx|add)|yarn (?:dlx|add))(?: -{1,2}[\w-]+)* gatehouse\b/;

describe('the rules themselves', () => {
  it.each([
    'npx gatehouse demo',
    'npx --yes gatehouse demo',
    'npm install -g gatehouse',
    'npm i gatehouse',
    'pnpm dlx gatehouse init',
    'npx --no-install gatehouse demo',
  ])('find the unscoped name in %s', (command) => {
    expect(UNSCOPED.test(command)).toBe(true);
  });

  it.each(['npx --no-install @scope/gatehouse', 'node packages/cli/src/main.ts demo', 'npm run demo'])(
    'let %s be',
    (command) => {
      expect(UNSCOPED.test(command)).toBe(false);
    },
  );

  it('measure code and leave data alone', () => {
    expect(maxLines('packages/core/src/a.ts')).toBe(300);
    expect(maxLines('test/unit/core/a.test.ts')).toBe(400);
    expect(maxLines('test/unit/core/fixtures/a.json')).toBeNull();
  });
});

describe('the repository', () => {
  it('has no other names at its top than those the design gives', () => {
    const names = readdirSync(root).filter((name) => !name.startsWith('.') && !GIVEN.has(name) && !IGNORED.has(name));

    expect(names).toEqual([]);
  });

  it('has a lockfile that names every package by its hash and no registry', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
    const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);

    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('has no file that is too long', () => {
    const long = files.flatMap((path) => {
      const limit = maxLines(path);
      const lines = limit === null ? 0 : read(path).trimEnd().split('\n').length;
      return limit !== null && lines > limit ? [`${path}: ${lines}`] : [];
    });

    expect(files.length).toBeGreaterThan(100);
    expect(long).toEqual([]);
  });

  it('has package indexes of explicit names', () => {
    const stars = files.filter((path) => /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && /^export \*/m.test(read(path)));

    expect(stars).toEqual([]);
  });

  it('never tells anybody to fetch the unscoped npm name', () => {
    const readers = files.filter((path) =>
      /^(README\.md|docs\/|action-templates\/|actions\/[^/]+\/README\.md)/.test(path),
    );
    const calls = readers.filter((path) => /\.(md|yml|mjs|json)$/.test(path) && UNSCOPED.test(withoutLocalCalls(path)));

    expect(calls).toEqual([]);
  });
});

/** Pages that speak of a checkout: the local command is meant, and `--no-install` keeps npm from fetching another. */
const LOCAL_CALLS: readonly string[] = ['README.md', 'docs/command-line.md'];

function withoutLocalCalls(path: string): string {
  return LOCAL_CALLS.includes(path) ? read(path).replaceAll('npx --no-install gatehouse', '') : read(path);
}
