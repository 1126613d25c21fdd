export { headerFor, newFileKey, openHeader } from './age/file-key.ts';
export { type AgeHeader, parseHeader, requireMac, writeHeader } from './age/header.ts';
export { type KeyPurpose, type KeyService, keyServiceIdentity, keyServiceRecipient } from './age/key-service.ts';
export { type ByteSource, decryptPayload, encryptPayload, payloadBytes } from './age/payload.ts';
export type { AgeIdentity, AgeRecipient, Stanza } from './age/recipients.ts';
export { newX25519Identity, x25519Identity, x25519Recipient } from './age/x25519.ts';
export {
  type DssePayload,
  type DsseSignature,
  type DsseVerdict,
  dsseSignatureSchema,
  preAuthenticationEncoding,
  signDsse,
  signDsseRemotely,
  verifyDsse,
} from './dsse.ts';
export {
  type EvaluationSummary,
  type EvaluationSummaryInput,
  evaluationSummary,
  parseEvaluationSummary,
  type SummaryDecision,
} from './evaluation-summary.ts';
export {
  type BoundDecision,
  evidenceDigest,
  evidenceDigestOf,
  evidenceStatement,
  parseEvidence,
} from './evidence-statement.ts';
export { type KeyLifetime, keyFaultAt } from './key-lifetime.ts';
export type { SigstoreTrustRoot } from './keyless/instance.ts';
export { type KeylessServices, signStatementKeyless } from './keyless/sign-keyless.ts';
export { type VerifiedEnvelope, verifyEnvelope } from './keyless/verify-keyless.ts';
export type { WorkflowIdentity } from './keyless/workflow-identity.ts';
export { awsKeyService, awsSigningKey } from './kms/aws-keys.ts';
export { type AwsCredentials, type AwsKms, type AwsKmsOptions, awsCredentials, awsKms } from './kms/aws-kms.ts';
export { modelSignatureStatement, signedModelDigest } from './model-signature.ts';
export { differentModel, type FoundFile, type ModelDifference, modelDifferences } from './oms/differences.ts';
export { parseSignedModel, type SignedModel } from './oms/signed-model.ts';
export { type VerifiedModel, verifyModel } from './oms/verify-model.ts';
export { DECISION_PREDICATE, PROVENANCE_PREDICATE, TRAINING_BUILD_TYPE, VSA_PREDICATE } from './predicate-types.ts';
export {
  type Approval,
  parseReleaseAuthorisation,
  type ReleaseAuthorisation,
  type ReleaseAuthorisationInput,
  releaseAuthorisation,
} from './release-authorisation.ts';
export { parseRunRecord, type RunRecord, type RunRecordInput, runRecord } from './run-record.ts';
export { signStatement } from './sign.ts';
export {
  loadPublicKey,
  loadSigningKey,
  publicKeyHint,
  type RemoteSigningKey,
  type SigningKey,
} from './signing-key.ts';
export {
  parseStatement,
  type Statement,
  statementDigest,
  statementOf,
  statementPayload,
  subjectDigest,
} from './statement.ts';
export { keysByHint, type LoadedKey, requireTrustedKey, type TrustedKey, type TrustRoot } from './trust-root.ts';
export type { UsedWaiver } from './used-waivers.ts';
export { type VerifiedStatement, verifyBundle } from './verify.ts';
