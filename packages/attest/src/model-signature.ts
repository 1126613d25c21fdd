import { type ModelFile, omsPredicate, omsRootDigest } from '@gatehouse/core';
import { MODEL_SIGNATURE_PREDICATE } from './predicate-types.ts';
import { type Statement, statementOf } from './statement.ts';

/**
 * The statement of an OpenSSF Model Signing v1 signature: the root digest as subject and every file by name. Signed as
 * a Sigstore bundle it is `model.sig`, which other tools verify without knowing of Gatehouse.
 */
export function modelSignatureStatement(model: string, files: readonly ModelFile[]): Statement {
  const subject = { model, modelDigest: omsRootDigest(files) };
  return statementOf(subject, MODEL_SIGNATURE_PREDICATE, omsPredicate(files));
}
