import { type ReleaseAuthorisation, signedModelDigest, type VerifiedStatement, verifyBundle } from '@gatehouse/attest';
import { ActionError } from '@gatehouse/core';
import { type Policy, trustRootOf } from './policy.ts';
import { type VersionToVerify, verifyReleaseAuthorisation } from './version-authorisation.ts';

/**
 * Verifies every signed statement that a version brings along: the authorisation, the model's signature, and the
 * evidence with the summary that the authorisation rests on.
 *
 * @throws ActionError `refused`: `not-authorised`, `signature-invalid`.
 */
export async function verifyVersionStatements(
  policy: Pick<Policy, 'keys'>,
  version: VersionToVerify,
  expected: { readonly repositoryUrl: string; readonly model: string },
): Promise<ReleaseAuthorisation> {
  const authorisation = await verifyReleaseAuthorisation(policy, version, expected);
  const trustRoot = trustRootOf(policy);
  const verified = (text: string): Promise<VerifiedStatement> => verifyBundle(text, trustRoot);

  const signed = signedModelDigest((await verified(textOf(version, 'model.sig').trimEnd())).statement);
  if (signed !== version.modelDigest) throw refused(version, `a model signature of ${signed}`);

  const lines = textOf(version, 'evidence.jsonl').trimEnd().split('\n');
  const statements = await Promise.all(lines.map(verified));
  // The summary is the last line; the decisions before it are what it was made of.
  if (statements.length < 2 || statements.at(-1)?.digest !== authorisation.summaryDigest) {
    throw refused(version, 'evidence without the summary that the authorisation rests on');
  }
  return authorisation;
}

function textOf(version: VersionToVerify, name: string): string {
  const bytes = version.attachments.get(name);
  if (bytes === undefined) throw refused(version, `a release without ${name}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refused(version, `${name} that is not UTF-8`, cause);
  }
}

function refused(version: VersionToVerify, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Version ${version.tag}`,
      found,
      allowed: 'the signed model and the signed evidence that its authorisation names',
      remedy: 'Use a version that publish-model made, from its own tag',
    },
    { reasonCode: 'not-authorised', cause },
  );
}
