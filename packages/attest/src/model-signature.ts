import { canonicalJson, type Digest, type ModelFile, omsPredicate, omsRootDigest, sha256 } from '@gatehouse/core';
import { MODEL_SIGNATURE_PREDICATE } from './predicate-types.ts';
import { refusedStatement, type Statement, statementOf } from './statement.ts';

/**
 * The statement of an OpenSSF Model Signing v1 signature: the root digest as subject and every file by name. Signed as
 * a Sigstore bundle it is `model.sig`, which other tools verify without knowing of Gatehouse.
 */
export function modelSignatureStatement(model: string, files: readonly ModelFile[]): Statement {
  const subject = { model, modelDigest: omsRootDigest(files) };
  return statementOf(subject, MODEL_SIGNATURE_PREDICATE, omsPredicate(files));
}

/**
 * The model digest that a model signature is about: by definition the digest of its predicate.
 *
 * @throws ActionError `signature-invalid` when the statement is no model signature.
 */
export function signedModelDigest(statement: Statement): Digest {
  if (statement.predicateType !== MODEL_SIGNATURE_PREDICATE) {
    throw refusedStatement({
      found: `predicate type ${JSON.stringify(statement.predicateType)}`,
      allowed: 'an OpenSSF Model Signing statement',
      reasonCode: 'signature-invalid',
    });
  }
  return sha256(canonicalJson(statement.predicate));
}
