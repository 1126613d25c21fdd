import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const ADAPTER = ['core'];
const APP = ['action-kit', 'attest', 'core', 'gates', 'github', 'governance', 'registry', 'report', 'stats', 'tables'];

/** Which `@gatehouse/*` packages each folder may import; everything that is not listed is refused. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/stats': [],
  'packages/core': [],
  'packages/gates': ['core', 'stats'],
  'packages/report': ['core'],
  'packages/action-kit': ADAPTER,
  'packages/attest': ADAPTER,
  'packages/github': ADAPTER,
  'packages/tables': ADAPTER,
  'packages/training': ADAPTER,
  'packages/governance': ['attest', 'core'],
  'packages/registry': ['attest', 'core'],
  // What the actions of the gates and the command line share: it joins adapters, so nothing else may import it.
  'packages/gate-runner': ['core', 'gates', 'governance', 'registry', 'stats', 'tables'],
  'packages/local-github': ADAPTER,
  'packages/cli': [...APP, 'gate-runner', 'training', 'local-github'],
  actions: [...APP, 'gate-runner', 'training'],
};
/** Toolkit packages that a folder other than action-kit may import: the local runner's parser and evaluator. */
const TOOLKIT: Readonly<Record<string, RegExp>> = {
  'packages/action-kit': /^@actions\//,
  'packages/local-github': /^@actions\/(?:workflow-parser|expressions)(?:\/|$)/,
};
const PURE = new Set(['packages/stats', 'packages/core', 'packages/gates', 'packages/report']);
const IMPURE_WORDS =
  /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bprocess\.|\bconsole\.|\bsetTimeout\(|\bfetch\(/;

/** The folder that owns a file: `packages/<name>`, or `actions` for any action. */
function ownerOf(path: string): string {
  const parts = path.split('/');
  return parts[0] === 'actions' ? 'actions' : parts.slice(0, 2).join('/');
}

function importsOf(source: string): readonly string[] {
  const from = [...source.matchAll(/^\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]/gm)];
  const bare = [...source.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm)];
  const dynamic = [...source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)];
  return [...from, ...bare, ...dynamic].flatMap((match) => match[1] ?? []);
}

/** What is wrong with one import of one file, or null. */
function faultOf(path: string, target: string): string | null {
  const owner = ownerOf(path);
  const allowed = MAY_IMPORT[owner];
  if (allowed === undefined) return `${owner} has no row in the table of import directions`;
  if (target.startsWith('.')) {
    const unit = path.split('/').slice(0, 2).join('/');
    const file = relative(root, resolve(root, path, '..', target)).replaceAll('\\', '/');
    return file.startsWith(`${unit}/`) ? null : `${path} reaches ${target} by a path instead of a package name`;
  }
  if (target.startsWith('@gatehouse/')) {
    return allowed.includes(target.slice('@gatehouse/'.length)) ? null : `${path} may not import ${target}`;
  }
  if (target.startsWith('@actions/')) {
    return TOOLKIT[owner]?.test(target) === true ? null : `${path} may not import ${target}: only action-kit does`;
  }
  if (owner === 'packages/stats') return `${path} imports ${target}, and stats has no dependency`;
  if (PURE.has(owner) && target.startsWith('node:') && !(owner === 'packages/core' && target === 'node:crypto')) {
    return `${path} imports ${target}, and ${owner} is pure`;
  }
  return null;
}

function sourceFiles(): readonly string[] {
  return ['packages', 'actions'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .map((path) => `${top}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && path.includes('/src/') && !path.includes('node_modules')),
  );
}

function declaredOf(folder: string): ReadonlySet<string> {
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  return new Set(Object.keys(manifest.dependencies ?? {}));
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('the checker itself', () => {
  it.each([
    ['packages/gates/src/a.ts', '@gatehouse/report'],
    ['packages/gates/src/a.ts', 'node:fs'],
    ['packages/core/src/a.ts', '@gatehouse/stats'],
    ['packages/stats/src/a.ts', 'zod'],
    ['packages/github/src/a.ts', '@actions/core'],
    ['packages/local-github/src/a.ts', '@actions/core'],
    ['packages/report/src/a.ts', '../../gates/src/b.ts'],
    ['packages/unheard-of/src/a.ts', '@gatehouse/core'],
    ['actions/decide/src/main.ts', '../../publish-model/src/run.ts'],
    ['actions/decide/src/main.ts', '@gatehouse/local-github'],
  ])('refuses %s importing %s', (path, target) => {
    expect(faultOf(path, target)).not.toBeNull();
  });

  it.each([
    ['packages/gates/src/deep/a.ts', '../b.ts'],
    ['packages/core/src/a.ts', 'node:crypto'],
    ['packages/registry/src/a.ts', '@gatehouse/attest'],
    ['packages/local-github/src/a.ts', '@actions/expressions'],
    ['actions/decide/src/main.ts', './run.ts'],
  ])('allows %s importing %s', (path, target) => {
    expect(faultOf(path, target)).toBeNull();
  });

  it('finds every kind of import', () => {
    const source =
      "import a from 'a';\nimport {\n  b,\n} from 'b';\nexport { c } from 'c';\nimport 'd';\nimport type { E } from 'e';\nawait import('f');";

    expect([...importsOf(source)].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('the sources', () => {
  const files = sourceFiles().map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }));

  it('import in the allowed directions only', () => {
    const faults = files.flatMap(({ path, source }) =>
      importsOf(source).flatMap((target) => faultOf(path, target) ?? []),
    );

    expect(files.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });

  it('declare what they import in the package.json of their package', () => {
    const undeclared = files
      .filter(({ path }) => path.startsWith('packages/'))
      .flatMap(({ path, source }) => {
        const declared = declaredOf(ownerOf(path));
        return importsOf(source)
          .filter((target) => !target.startsWith('.') && !target.startsWith('node:'))
          .filter((target) => !declared.has(packageOf(target)))
          .map((target) => `${path}: ${target}`);
      });

    expect(undeclared).toEqual([]);
  });

  it('use no clock, environment, randomness or console in the pure packages', () => {
    const impure = files
      .filter(({ path }) => PURE.has(ownerOf(path)))
      .flatMap(({ path, source }) =>
        source
          .split('\n')
          .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && IMPURE_WORDS.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );

    expect(impure).toEqual([]);
  });
});
