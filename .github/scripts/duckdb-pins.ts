/**
 * Writes `packages/tables/src/duckdb/addon/addon-pins.ts`: the SHA-256 of everything that loading the DuckDB addon runs, of each
 * platform, taken from the npm tarballs of the version that `packages/tables/package.json` names.
 *
 *     node .github/scripts/duckdb-pins.ts
 *
 * A tarball counts only when it has the integrity that `package-lock.json` holds, so a registry cannot change the pins
 * without a change of the lockfile in the same commit.
 */
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { treeDigest } from '../../packages/tables/src/duckdb/addon/addon-tree.ts';
import { readNpmTarball } from '../../packages/tables/src/duckdb/addon/tarball.ts';

const root = resolve(import.meta.dirname, '../..');
const OUT = resolve(root, 'packages/tables/src/duckdb/addon/addon-pins.ts');
const SHARED = ['@duckdb/node-api', '@duckdb/node-bindings', 'detect-libc'];
const PLATFORMS = [
  'darwin-arm64',
  'darwin-x64',
  'linux-arm64',
  'linux-arm64-musl',
  'linux-x64',
  'linux-x64-musl',
  'win32-arm64',
  'win32-x64',
];
const NATIVE = /\.(?:node|so|dylib|dll)$/;

const lockfile = z
  .object({
    packages: z.record(z.string(), z.object({ version: z.string().optional(), integrity: z.string().optional() })),
  })
  .parse(JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')));

async function pinOf(name: string): Promise<string> {
  const { version, integrity } = lockfile.packages[`node_modules/${name}`] ?? {};
  if (version === undefined || integrity === undefined) throw new Error(`package-lock.json does not hold ${name}.`);
  const url = `https://registry.npmjs.org/${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (`sha512-${hash('sha512', bytes, 'base64')}` !== integrity) throw new Error(`${url} is not ${integrity}.`);
  const digests = new Map([...readNpmTarball(bytes)].map(([path, file]) => [path, hash('sha256', file, 'hex')]));
  const native = [...digests].filter(([path]) => NATIVE.test(path)).sort();
  const lines = [
    `name: '${name}',`,
    `version: '${version}',`,
    `integrity: '${integrity}',`,
    `tree: '${treeDigest(digests)}',`,
    ...(native.length === 0 ? [] : ['native: {', ...native.map(([path, digest]) => `  '${path}': '${digest}',`), '},']),
  ];
  return lines.map((line) => `    ${line}`).join('\n');
}

const shared = await Promise.all(SHARED.map(pinOf));
const platforms: string[] = [];
for (const platform of PLATFORMS)
  platforms.push(`  '${platform}': {\n${await pinOf(`@duckdb/node-bindings-${platform}`)}\n  },`);
const text = `// Written by .github/scripts/duckdb-pins.ts from the npm tarballs; not edited by hand.
import type { PackagePin, PlatformPin } from './addon-pin.ts';

/** Loaded on every platform. */
export const SHARED_PACKAGES: readonly PackagePin[] = [
${shared.map((pin) => `  {\n${pin}\n  },`).join('\n')}
];

/** The native code, by platform as {@link addonPlatform} names it. */
export const PLATFORM_PACKAGES: Readonly<Record<string, PlatformPin>> = {
${platforms.join('\n')}
};
`;
writeFileSync(OUT, text);
console.log(`wrote ${OUT}`);
