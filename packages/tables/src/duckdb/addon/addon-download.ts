import { hash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { engineUnavailable, engineUntrusted } from './addon-errors.ts';
import type { PackagePin } from './addon-pin.ts';
import { readNpmTarball } from './tarball.ts';
import type { AddonPins } from './verify-addon.ts';

const REGISTRY = 'https://registry.npmjs.org';

/** Fetches bytes over the network. */
export interface Downloads {
  /** Rejects when the answer is not the file. */
  fetch(url: string): Promise<Uint8Array>;
}

/** Where a download comes from and goes to. */
export interface DownloadPlan {
  readonly downloads: Downloads;
  /** A registry with npm's paths, for example `https://npm.example.com`; npm's own if left out. */
  readonly mirror?: string;
  /** Folder that gets `node_modules`; made if it is not there, replaced as a whole if it is. */
  readonly into: string;
}

/**
 * Fetches the packages of the addon and unpacks them. A tarball is unpacked only when it has the pinned SHA-512, so it
 * does not matter who runs the mirror.
 *
 * @throws ActionError `service`, reason `engine-unavailable`; `integrity`, reason `engine-untrusted`.
 */
export async function downloadAddon(plan: DownloadPlan, pins: AddonPins): Promise<void> {
  await mkdir(dirname(plan.into), { recursive: true });
  const part = await mkdtemp(`${plan.into}.part-`);
  try {
    for (const pin of [...pins.shared, pins.platform]) {
      const files = readNpmTarball(await fetchTarball(plan, pin));
      for (const [path, content] of files) {
        const file = join(part, 'node_modules', ...pin.name.split('/'), ...path.split('/'));
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
    }
    await rm(plan.into, { recursive: true, force: true });
    await rename(part, plan.into);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

async function fetchTarball(plan: DownloadPlan, pin: PackagePin): Promise<Uint8Array> {
  const base = (plan.mirror ?? REGISTRY).replace(/\/+$/, '');
  const url = `${base}/${pin.name}/-/${pin.name.split('/').at(-1)}-${pin.version}.tgz`;
  let bytes: Uint8Array;
  try {
    bytes = await plan.downloads.fetch(url);
  } catch (cause) {
    const found = `no answer with the file: ${cause instanceof Error ? cause.message : String(cause)}`;
    const remedy =
      'Name a mirror that the runner reaches, or provide the addon in the tool cache or by an explicit path';
    throw engineUnavailable({ where: url, found, allowed: 'the pinned tarball', remedy }, cause);
  }
  const integrity = `sha512-${hash('sha512', bytes, 'base64')}`;
  if (integrity !== pin.integrity) throw engineUntrusted(url, integrity, pin.integrity);
  return bytes;
}
