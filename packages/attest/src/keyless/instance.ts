import { ConfigError, parseStrictJson } from '@gatehouse/core';
import type { TrustMaterial, VerifierOptions } from '@sigstore/verify';
import { z } from 'zod';
import type { WorkflowIdentity } from './workflow-identity.ts';

/** A Sigstore instance, public or private, and the workflows that may sign by it. Nothing of it is fetched here. */
export interface SigstoreTrustRoot {
  readonly kind: 'sigstore';
  /** `trusted_root.json` of the instance: its certificate authorities, logs and timestamp authorities. */
  readonly trustedRoot: Uint8Array;
  readonly signers: readonly WorkflowIdentity[];
}

/** What a verifier needs of an instance. */
export interface SigstoreInstance {
  readonly material: TrustMaterial;
  /** Follow from what the instance has, never from what a bundle brings along. */
  readonly thresholds: Required<Pick<VerifierOptions, 'ctlogThreshold' | 'tlogThreshold' | 'timestampThreshold'>>;
}

const MAX_ROOT_BYTES = 4 * 1024 * 1024;

// A key without a beginning would count for all time, so one is required.
const period = z.object({ start: z.iso.datetime(), end: z.iso.datetime().optional() }).loose();
const logs = z.array(z.object({ publicKey: z.object({ rawBytes: z.base64(), validFor: period }).loose() }).loose());
const authorities = z.array(
  z
    .object({
      certChain: z.object({ certificates: z.array(z.object({ rawBytes: z.base64() }).loose()).min(1) }).loose(),
      validFor: period,
    })
    .loose(),
);
const schema = z
  .object({
    mediaType: z.string().regex(/^application\/vnd\.dev\.sigstore\.trustedroot(?:\+json;version=0\.1|\.v0\.2\+json)$/),
    certificateAuthorities: authorities.min(1),
    ctlogs: logs.default([]),
    tlogs: logs.default([]),
    timestampAuthorities: authorities.default([]),
  })
  .loose();

/**
 * Reads the trusted root of an instance.
 *
 * @throws ConfigError when it cannot be read, vouches for no time (neither log nor timestamp authority), or no workflow
 *   may sign.
 */
export async function loadInstance({ trustedRoot, signers }: SigstoreTrustRoot): Promise<SigstoreInstance> {
  if (signers.length === 0) throw rootFault('no workflow that may sign');
  if (trustedRoot.length > MAX_ROOT_BYTES) throw rootFault(`a trusted root of ${trustedRoot.length} bytes`);
  const [{ TrustedRoot }, { toTrustMaterial }] = await Promise.all([
    import('@sigstore/protobuf-specs'),
    import('@sigstore/verify'),
  ]);
  const { ctlogs, tlogs, timestampAuthorities, material } = readRoot(trustedRoot, (value) =>
    toTrustMaterial(TrustedRoot.fromJSON(value)),
  );
  if (tlogs.length + timestampAuthorities.length === 0) {
    throw rootFault('neither a log nor a timestamp authority, so that no certificate could be held to its minutes');
  }
  return {
    material,
    thresholds: {
      ctlogThreshold: ctlogs.length > 0 ? 1 : 0,
      tlogThreshold: tlogs.length > 0 ? 1 : 0,
      timestampThreshold: 1,
    },
  };
}

function readRoot(
  bytes: Uint8Array,
  toMaterial: (value: unknown) => TrustMaterial,
): z.output<typeof schema> & { readonly material: TrustMaterial } {
  try {
    const root = schema.parse(parseStrictJson(bytes, 16));
    return { ...root, material: toMaterial(root) };
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw rootFault(why.slice(0, 500));
  }
}

function rootFault(found: string): ConfigError {
  return new ConfigError([
    {
      where: 'Trust root of Sigstore',
      found,
      allowed:
        'the trusted_root.json of an instance, each authority and log with the time from which it counts, and at least one workflow that may sign',
      remedy: 'Take the file from the instance (for the public one: "cosign trusted-root create")',
    },
  ]);
}
