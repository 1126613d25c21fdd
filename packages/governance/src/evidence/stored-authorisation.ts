import {
  parseReleaseAuthorisation,
  type ReleaseAuthorisation,
  signedModelDigest,
  type TrustRoot,
  type VerifiedStatement,
  verifyBundle,
} from '@gatehouse/attest';
import { ActionError, type CommitSha, type Digest } from '@gatehouse/core';
import { authorisationPath, modelSignaturePath } from './layout.ts';

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

/** Which authorisation: of one model digest at one merged commit. */
export interface AuthorisationId {
  readonly modelDigest: Digest;
  readonly mergedSha: CommitSha;
}

/** The files of an authorisation. */
export function authorisationPaths({ modelDigest, mergedSha }: AuthorisationId): readonly [string, string] {
  return [authorisationPath(modelDigest, mergedSha), modelSignaturePath(modelDigest, mergedSha)];
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
  const { modelDigest, mergedSha } = id;
  const [path, signaturePath] = authorisationPaths(id);
  const bytes = files.get(path) ?? null;
  if (bytes === null) return null;
  const bundle = textOf(bytes);
  const statement = await verifyBundle(bundle, trustRoot);
  const authorisation = parseReleaseAuthorisation(statement.statement);
  if (authorisation.modelDigest !== modelDigest || authorisation.mergedSha !== mergedSha) {
    throw notAuthorised(`${path} holds an authorisation of ${authorisation.modelDigest} at ${authorisation.mergedSha}`);
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
