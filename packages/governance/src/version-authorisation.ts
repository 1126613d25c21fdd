import { parseReleaseAuthorisation, type ReleaseAuthorisation, verifyBundle } from '@gatehouse/attest';
import { ActionError, type CommitSha, type Digest, resourceUri } from '@gatehouse/core';
import { type Policy, trustRootOf } from './policy.ts';

/** The asset that brings the signed authorisation along with a version. */
const AUTHORISATION_ASSET = 'authorisation.json';

/** A version of the registry whose bytes were verified; whether they were authorised is what is asked here. */
export interface VersionToVerify {
  readonly tag: string;
  readonly manifest: { readonly commit: CommitSha };
  readonly modelDigest: Digest;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/**
 * Verifies the authorisation that a version brings along: signed by a key of the policy, for this model of this
 * repository, for these bytes and for the commit of the version. The policy is that of the default branch; a release
 * that anybody could make by hand has no such signature.
 *
 * @throws ActionError `refused`: `not-authorised`, `signature-invalid`.
 */
export async function verifyReleaseAuthorisation(
  policy: Pick<Policy, 'keys'>,
  version: VersionToVerify,
  expected: { readonly repositoryUrl: string; readonly model: string },
): Promise<ReleaseAuthorisation> {
  const { model, repositoryUrl } = expected;
  const bundle = version.attachments.get(AUTHORISATION_ASSET);
  if (bundle === undefined) throw notAuthorised(version, `a release without ${AUTHORISATION_ASSET}`);
  const verified = await verifyBundle(textOf(version, bundle).trimEnd(), trustRootOf(policy));
  const authorisation = parseReleaseAuthorisation(verified.statement);
  const { headSha, mergedSha } = authorisation;
  const { commit } = version.manifest;
  const problems = [
    authorisation.model === model ? null : `an authorisation of the model "${authorisation.model}"`,
    authorisation.modelDigest === version.modelDigest ? null : `an authorisation of ${authorisation.modelDigest}`,
    authorisation.resourceUri === resourceUri({ repositoryUrl, headSha, model })
      ? null
      : `an authorisation for ${authorisation.resourceUri}`,
    mergedSha === commit ? null : `a release of commit ${commit}, authorised is ${mergedSha}`,
  ];
  const problem = problems.find((found) => found !== null);
  if (problem !== undefined && problem !== null) throw notAuthorised(version, problem);
  return authorisation;
}

function textOf(version: VersionToVerify, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notAuthorised(version, `${AUTHORISATION_ASSET} that is not UTF-8`, cause);
  }
}

function notAuthorised(version: VersionToVerify, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Version ${version.tag}`,
      found,
      allowed: 'a signed authorisation of this model of this repository, for these bytes and this commit',
      remedy: 'Use a version that publish-model made, from its own tag',
    },
    { reasonCode: 'not-authorised', cause },
  );
}
