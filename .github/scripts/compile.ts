import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that are never shipped: the tests' GitHub and the command line. */
const NOT_SHIPPED = new Set(['cli', 'local-github']);

/**
 * Compiles the shipped packages and actions to JavaScript in `build/`, because ncc's own TypeScript loader fails on
 * TypeScript 7. Types are not checked here; `npm run types` does that.
 */
export function compile(root: string): void {
  const build = join(root, 'build');
  rmSync(build, { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(root, '.github', 'scripts', 'tsconfig.build.json');
  execFileSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
  writeJson(join(build, 'package.json'), { type: 'module' });
  linkPackages(root, build);
}

/** Makes `@gatehouse/<package>` mean the compiled package for everything under `build/`. */
function linkPackages(root: string, build: string): void {
  const scope = join(build, 'node_modules', '@gatehouse');
  mkdirSync(scope, { recursive: true });
  for (const name of readdirSync(join(root, 'packages')).sort()) {
    const folder = join(build, 'packages', name);
    if (NOT_SHIPPED.has(name) || !existsSync(folder)) continue;
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
    // sideEffects: our modules only declare, so that the bundler may drop what an action does not use.
    const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
    writeJson(join(folder, 'package.json'), {
      name: `@gatehouse/${name}`,
      version,
      type: 'module',
      license: 'Apache-2.0',
      sideEffects: false,
      exports: { '.': './src/index.js' },
    });
    symlinkSync(folder, join(scope, name), 'junction');
  }
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
