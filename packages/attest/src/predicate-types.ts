/** Every URI that this package writes into statements, in one place. They name meanings; nothing is fetched from them. */
const OURS = 'https://github.com/gatehouse-actions/gatehouse';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** A gate's full decision. in-toto's test-result cannot say "inconclusive" nor carry intervals. */
export const DECISION_PREDICATE = `${OURS}/decision/v1`;
export const VSA_PREDICATE = 'https://slsa.dev/verification_summary/v1';
export const PROVENANCE_PREDICATE = 'https://slsa.dev/provenance/v1';

/** The two summaries share a predicate type; the verifier tells them apart, so that neither can pass for the other. */
export const EVALUATION_VERIFIER = `${OURS}/verifier/evaluation/v1`;
export const RELEASE_VERIFIER = `${OURS}/verifier/release/v1`;

/** OpenSSF Model Signing v1.0. */
export const MODEL_SIGNATURE_PREDICATE = 'https://model_signing/signature/v1.0';

export const TRAINING_BUILD_TYPE = `${OURS}/training/v1`;
