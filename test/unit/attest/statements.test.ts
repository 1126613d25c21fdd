import {
  type Approval,
  evaluationSummary,
  evidenceDigest,
  evidenceStatement,
  parseEvaluationSummary,
  parseEvidence,
  parseReleaseAuthorisation,
  parseRunRecord,
  type RunRecordInput,
  releaseAuthorisation,
  runRecord,
  type Statement,
  statementDigest,
  statementPayload,
} from '@gatehouse/attest';
import { canonicalJson, type Decision, sha256 } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import {
  CANDIDATE_KEY,
  decision,
  HEAD_SHA,
  MODEL,
  MODEL_DIGEST,
  POLICY_DIGEST,
  passedSummary,
  summaryInput,
  TUPLE_DIGEST,
} from './example.ts';

const reason = (reasonCode: string): unknown => expect.objectContaining({ name: 'ActionError', reasonCode });

/** The statement with one member of it replaced, given as a path. */
function edited<S extends Statement>(statement: S, path: string, value: unknown): Statement {
  const copy = JSON.parse(canonicalJson(statement));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((at, key) => at[key], copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

describe('evidence', () => {
  it('gives equal bytes for equal decisions and survives parsing', () => {
    const statement = evidenceStatement(decision());

    expect(statementPayload(evidenceStatement(structuredClone(decision())))).toEqual(statementPayload(statement));
    expect(parseEvidence(statement)).toEqual(decision());
    expect(statement.subject).toEqual([{ name: MODEL, digest: { sha256: MODEL_DIGEST.slice(7) } }]);
  });

  it.each<[string, Partial<Decision>]>([
    ['no model', { subject: null }],
    ['no policy', { policyDigest: null }],
  ])('refuses a decision with %s', (_, change) => {
    expect(() => evidenceStatement({ ...decision(), ...change })).toThrow(reason('decision-mismatch'));
  });

  it.each([
    ['another predicate type', 'predicateType', 'https://slsa.dev/provenance/v1'],
    ['another subject', 'subject.0.digest.sha256', 'f'.repeat(64)],
    ['another name', 'subject.0.name', 'other'],
    ['an unknown member', 'predicate.note', 'x'],
    ['an unknown reason code', 'predicate.findings.0.reasonCode', 'because'],
    ['an unknown outcome', 'predicate.outcome', 'warn'],
    ['a pass without findings', 'predicate.findings', []],
    ['a pass with a blocking failure', 'predicate.findings.0.outcome', 'fail'],
    ['a missing member', 'predicate.notMeasured', undefined],
    ['a text where a number belongs', 'predicate.findings.0.value', '0.8'],
  ])('refuses %s', (_, path, value) => {
    expect(() => parseEvidence(edited(evidenceStatement(decision()), path, value))).toThrow(
      reason('decision-mismatch'),
    );
  });

  it('names a set of decisions whatever the order', () => {
    const [a, b] = [decision('performance'), decision('fairness')];
    const digests = [a, b].map((d) => statementDigest(evidenceStatement(d))).sort();

    expect(evidenceDigest([a, b])).toBe(sha256(canonicalJson(digests)));
    expect(evidenceDigest([b, a])).toBe(evidenceDigest([a, b]));
    expect(evidenceDigest([a])).not.toBe(evidenceDigest([a, b]));
    expect(() => evidenceDigest([])).toThrow(reason('decision-missing'));
    expect(() => evidenceDigest([a, a])).toThrow(reason('decision-mismatch'));
  });
});

describe('evaluation summary', () => {
  it('is a VSA that parses to what went in', () => {
    const statement = evaluationSummary(summaryInput());

    expect(statement.predicateType).toBe('https://slsa.dev/verification_summary/v1');
    expect(statement.predicate).toMatchObject({ verificationResult: 'PASSED', timeVerified: '2026-01-02T03:04:05Z' });
    expect(parseEvaluationSummary(statement)).toMatchObject({
      model: MODEL,
      modelDigest: MODEL_DIGEST,
      policyDigest: POLICY_DIGEST,
      candidateKey: CANDIDATE_KEY,
      evidenceDigest: evidenceDigest(summaryInput().decisions),
      result: 'PASSED',
      decisions: [{ gate: 'performance' }, { gate: 'fairness' }],
    });
  });

  it.each([
    ['pass', 'pass', 'PASSED'],
    ['pass', 'fail', 'FAILED'],
    ['inconclusive', 'pass', 'FAILED'],
    ['inconclusive', 'fail', 'FAILED'],
  ] as const)('%s and %s give %s', (performance, fairness, result) => {
    const decisions = [decision('performance', performance), decision('fairness', fairness)];

    expect(parseEvaluationSummary(evaluationSummary({ ...summaryInput(), decisions })).result).toBe(result);
  });

  const other = sha256('other');
  it.each<[string, Decision[], string]>([
    ['a required gate without decision', [decision('performance')], 'decision-missing'],
    ['no decision', [], 'decision-missing'],
    ['two decisions of one gate', [...summaryInput().decisions, decision('fairness', 'fail')], 'decision-mismatch'],
    [
      'another model digest',
      [decision('performance'), { ...decision('fairness'), subject: { model: MODEL, modelDigest: other } }],
      'decision-mismatch',
    ],
    [
      'another model name',
      [decision('performance'), { ...decision('fairness'), subject: { model: 'x', modelDigest: MODEL_DIGEST } }],
      'decision-mismatch',
    ],
    [
      'another policy',
      [decision('performance'), { ...decision('fairness'), policyDigest: other }],
      'decision-mismatch',
    ],
  ])('refuses %s', (_, decisions, code) => {
    expect(() => evaluationSummary({ ...summaryInput(), decisions })).toThrow(reason(code));
  });

  it('refuses to pass when no gate is required and none decided', () => {
    expect(() => evaluationSummary({ ...summaryInput(), requiredGates: [], decisions: [] })).toThrow(
      reason('decision-missing'),
    );
  });

  it.each([
    ['an edited outcome', 'predicate.gatehouse_evaluation.decisions.0.outcome', 'fail'],
    ['an edited result', 'predicate.verificationResult', 'FAILED'],
    ['another evidence digest', 'predicate.gatehouse_evaluation.evidenceDigest', other],
    ['another input', 'predicate.inputAttestations.0.digest.sha256', 'f'.repeat(64)],
    ['an input left out', 'predicate.inputAttestations.1', undefined],
    ['no level', 'predicate.verifiedLevels', []],
    ['another verifier', 'predicate.verifier.id', 'https://example.org/'],
    ['a time that is none', 'predicate.timeVerified', 'yesterday'],
    ['an unknown member', 'predicate.extra', 1],
  ])('parsing refuses %s', (_, path, value) => {
    expect(() => parseEvaluationSummary(edited(evaluationSummary(summaryInput()), path, value))).toThrow(
      reason('decision-mismatch'),
    );
  });
});

describe('release authorisation', () => {
  const approval: Approval = { role: 'validator', userId: 7, login: 'validator-1', reviewId: 70, tuple: TUPLE_DIGEST };
  const input = (): Parameters<typeof releaseAuthorisation>[0] => ({
    summary: passedSummary(),
    candidateKey: CANDIDATE_KEY,
    approvals: [approval],
    pullRequest: 3,
    headSha: HEAD_SHA,
    mergedSha: 'b'.repeat(40),
    policyUri: 'https://github.localhost/acme/models/blob/main/gatehouse.yml',
    timeVerified: new Date(0),
  });

  it('binds summary, people, commits and tuple', () => {
    const authorisation = parseReleaseAuthorisation(releaseAuthorisation(input()));

    expect(authorisation).toMatchObject({
      model: MODEL,
      modelDigest: MODEL_DIGEST,
      policyDigest: POLICY_DIGEST,
      summaryDigest: passedSummary().digest,
      candidateKey: CANDIDATE_KEY,
      tupleDigest: TUPLE_DIGEST,
      approvals: [approval],
      pullRequest: 3,
      headSha: HEAD_SHA,
      mergedSha: 'b'.repeat(40),
    });
  });

  const failed = evaluationSummary({
    ...summaryInput(),
    decisions: [decision('performance'), decision('fairness', 'inconclusive')],
  });
  it.each<[string, Partial<ReturnType<typeof input>>, string]>([
    ['a failed summary', { summary: { statement: failed, digest: statementDigest(failed) } }, 'not-authorised'],
    [
      'evidence instead of a summary',
      { summary: { statement: evidenceStatement(decision()), digest: sha256('x') } },
      'decision-mismatch',
    ],
    ['another candidate key', { candidateKey: sha256('other') }, 'tree-changed'],
    ['no approval', { approvals: [] }, 'not-authorised'],
    [
      'an approval of another tuple',
      { approvals: [approval, { ...approval, tuple: sha256('other') }] },
      'not-authorised',
    ],
    ['another head', { headSha: 'c'.repeat(40) }, 'not-authorised'],
    ['a merge commit that is none', { mergedSha: 'main' }, 'not-authorised'],
  ])('refuses %s', (_, change, code) => {
    expect(() => releaseAuthorisation({ ...input(), ...change })).toThrow(reason(code));
  });

  it.each([
    ['another subject', 'subject.0.digest.sha256', 'f'.repeat(64)],
    ['another policy', 'predicate.policy.digest.sha256', 'f'.repeat(64)],
    ['another tuple', 'predicate.gatehouse_authorisation.tuple', sha256('x')],
    ['another head', 'predicate.gatehouse_authorisation.headSha', 'c'.repeat(40)],
    ['no approvals', 'predicate.gatehouse_authorisation.approvals', []],
    ['an approval without user id', 'predicate.gatehouse_authorisation.approvals.0.userId', undefined],
    ['FAILED', 'predicate.verificationResult', 'FAILED'],
  ])('parsing refuses %s', (_, path, value) => {
    expect(() => parseReleaseAuthorisation(edited(releaseAuthorisation(input()), path, value))).toThrow(
      reason('not-authorised'),
    );
  });

  it('is not an evaluation summary, nor the other way round', () => {
    expect(() => parseReleaseAuthorisation(passedSummary().statement)).toThrow(reason('not-authorised'));
    expect(() => parseEvaluationSummary(releaseAuthorisation(input()))).toThrow(reason('decision-mismatch'));
  });
});

describe('run record', () => {
  const input: RunRecordInput = {
    model: MODEL,
    modelDigest: MODEL_DIGEST,
    omsRootDigest: sha256('root'),
    candidateKey: sha256('key'),
    reusedFrom: { runId: 7, artifactId: 9 },
    command: ['node', 'train.js'],
    repository: 'https://github.localhost/acme/models',
    commit: HEAD_SHA,
    ref: 'refs/pull/3/head',
    datasets: [{ name: 'applications', path: 'data/a.csv', digest: sha256('data') }],
    baseModels: [{ name: 'base', digest: sha256('base') }],
    lockfiles: [{ path: 'package-lock.json', digest: sha256('lock') }],
    image: null,
    seeds: { split: 7 },
    hardware: { platform: 'linux-x64', cpuModel: null, cpuCount: 2, memoryBytes: 8e9, gpus: [] },
    energyJoules: null,
    builderId: 'https://github.localhost/acme/models/.github/workflows/train.yml@refs/heads/x',
    invocationId: 'https://github.localhost/acme/models/actions/runs/1/attempts/1',
    runnerEnvironment: 'unknown',
    startedOn: new Date(0),
    finishedOn: new Date(1000),
  };
  const record = runRecord(input);

  it('is SLSA provenance that parses', () => {
    expect(record.predicateType).toBe('https://slsa.dev/provenance/v1');
    expect(parseRunRecord(record)).toEqual(record.predicate);
    expect(record.predicate.buildDefinition.resolvedDependencies.map((d) => d.annotations.kind)).toEqual([
      'source',
      'dataset',
      'base-model',
      'lockfile',
    ]);
  });

  it.each<[string, string, unknown[]]>([
    [
      'a digest',
      `ghcr.io/acme/train:3@sha256:${'b'.repeat(64)}`,
      [
        {
          uri: `docker://ghcr.io/acme/train:3@sha256:${'b'.repeat(64)}`,
          name: 'ghcr.io/acme/train:3',
          digest: { sha256: 'b'.repeat(64) },
          annotations: { kind: 'image' },
        },
      ],
    ],
    ['a tag alone', 'ghcr.io/acme/train:3', []],
    ['half a digest', 'ghcr.io/acme/train@sha256:abcd', []],
  ])('resolves an image with %s', (_, image, expected) => {
    const { predicate } = runRecord({ ...input, image });
    const images = predicate.buildDefinition.resolvedDependencies.filter((d) => d.annotations.kind === 'image');

    expect(images).toEqual(expected);
    expect(predicate.buildDefinition.internalParameters.image).toBe(image);
    expect(parseRunRecord(runRecord({ ...input, image }))).toEqual(predicate);
  });

  it('refuses unknown members', () => {
    expect(() => parseRunRecord(edited(record, 'predicate.buildDefinition.score', 1))).toThrow(
      reason('evaluation-error'),
    );
  });
});
