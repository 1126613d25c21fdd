import { ActionError, type ReasonCode } from '@gatehouse/core';

/** Why an age file is not opened. None of them says anything of a key. */
export type AgeRefusal = Extract<
  ReasonCode,
  'encrypted-header-invalid' | 'encrypted-header-changed' | 'encrypted-no-identity' | 'encrypted-payload-invalid'
>;

const REMEDY: Readonly<Record<AgeRefusal, string>> = {
  'encrypted-header-invalid': 'Fetch the file again; a header is never edited by hand',
  'encrypted-header-changed': 'Fetch the header again from the release that is signed',
  'encrypted-no-identity': 'Use an identity that the file is encrypted to, or let a holder add a recipient',
  'encrypted-payload-invalid': 'Fetch the payload again; throw away what was decrypted of it',
};

/** The error for an age file that is not as it was written, or not for this reader. */
export function refusedAge(reasonCode: AgeRefusal, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'integrity',
    {
      where: reasonCode === 'encrypted-payload-invalid' ? 'Payload of an age file' : 'Header of an age file',
      found,
      allowed: 'a file in the format age-encryption.org/v1 that one of the given identities opens',
      remedy: REMEDY[reasonCode],
    },
    { reasonCode, ...(cause === undefined ? {} : { cause }) },
  );
}
