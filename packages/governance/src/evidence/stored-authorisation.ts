import {
  parseReleaseAuthorisation,
  type ReleaseAuthorisation,
  signedModelDigest,
  type TrustRoot,
  type VerifiedStatement,
  verifyBundle,
} from '@gatehouse/attest';
import { ActionError } from '@gatehouse/core';
import { type AuthorisationId, authorisationPath, modelSignaturePath } from './layout.ts';

/** An authorisation read back, its signature verified. */
export interface StoredAuthorisation {
  readonly authorisation: ReleaseAuthorisation;
  readonly statement: VerifiedStatement;
  /** The Sigstore bundle as stored. */
  readonly bundle: string;
  /** OMS signature of the model, a Sigstore bundle: for consumers that know nothing of authorisations. */
  readonly modelSignature: string;
  readonly path: string;
}

/** The files of an authorisation. */
export function authorisationPaths(id: AuthorisationId): readonly [string, string] {
  return [authorisationPath(id), modelSignaturePath(id)];
}

/**
 * Verifies an authorisation as its files hold it.
 *
 * @returns `null` when there is none.
 * @throws ActionError `signature-invalid`, or `not-authorised` when it is about something else than its place says.
 */
export async function verifyStoredAuthorisation(
  files: ReadonlyMap<string, Uint8Array | null>,
  id: AuthorisationId,
  trustRoot: TrustRoot,
): Promise<StoredAuthorisation | null> {
  const { model, modelDigest, mergedSha } = id;
  const [path, signaturePath] = authorisationPaths(id);
  const bytes = files.get(path) ?? null;
  if (bytes === null) return null;
  const bundle = textOf(bytes);
  const statement = await verifyBundle(bundle, trustRoot);
  const authorisation = parseReleaseAuthorisation(statement.statement);
  if (
    authorisation.model !== model ||
    authorisation.modelDigest !== modelDigest ||
    authorisation.mergedSha !== mergedSha
  ) {
    const about = `${authorisation.model} ${authorisation.modelDigest} at ${authorisation.mergedSha}`;
    throw notAuthorised(`${path} holds an authorisation of ${about}`);
  }
  const signature = files.get(signaturePath) ?? null;
  if (signature === null) throw notAuthorised(`${path} without a model signature beside it`);
  const modelSignature = textOf(signature);
  const signedModel = signedModelDigest((await verifyBundle(modelSignature, trustRoot)).statement);
  if (signedModel !== modelDigest) throw notAuthorised(`a model signature of ${signedModel} beside ${path}`);
  return { authorisation, statement, bundle, modelSignature, path };
}

/** The error for an authorisation that is not what its place says. */
export function notAuthorised(found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: 'Authorisation on gatehouse-evidence',
      found,
      allowed: 'an authorisation that names the place it lies in',
      remedy: 'Run the authorise workflow again for the merged commit',
    },
    { reasonCode: 'not-authorised' },
  );
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimEnd();
}
