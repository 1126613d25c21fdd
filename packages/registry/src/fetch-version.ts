import type { RegistryReadPorts } from './registry-ports.ts';
import { type VerifiedRelease, type VerifyRequest, verifyRelease } from './verify-release.ts';

/** A verified version with its model files in memory. */
export interface FetchedVersion extends VerifiedRelease {
  readonly tag: string;
  /** Bytes by model file name. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/**
 * Downloads and verifies a version into memory.
 *
 * @param expect the model digest that the version must have
 * @throws ActionError as {@link verifyRelease} does
 */
export async function fetchVersion(
  ports: RegistryReadPorts,
  tag: string,
  expect: Pick<VerifyRequest, 'modelDigest'> = {},
): Promise<FetchedVersion> {
  const bytes = new Map<string, Uint8Array>();
  const verified = await verifyRelease(ports, {
    ...expect,
    tag,
    async receive(file, chunks) {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(chunk);
      bytes.set(file.name, Buffer.concat(parts));
    },
  });
  return { ...verified, tag, bytes };
}
