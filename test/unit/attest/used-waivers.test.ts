import {
  evaluationSummary,
  parseEvaluationSummary,
  parseReleaseAuthorisation,
  releaseAuthorisation,
  type Statement,
  statementDigest,
  type UsedWaiver,
} from '@gatehouse/attest';
import { canonicalJson, type GateName, type Outcome, sha256, tupleDigest } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { CANDIDATE_KEY, decision, HEAD_SHA, MODEL_DIGEST, POLICY_DIGEST, summaryInput } from './example.ts';

const SMALL: UsedWaiver = {
  id: 'small-group',
  digest: sha256('waiver'),
  gate: 'fairness',
  measure: 'group-size',
  owner: 'olivia',
  ownerId: 42,
  expiresOn: '2026-12-01',
};
const LATE: UsedWaiver = { ...SMALL, id: 'late-labels', measure: 'group-count' };
const reason = (reasonCode: string): unknown => expect.objectContaining({ name: 'ActionError', reasonCode });

/** A summary whose fairness decision has an outcome. */
function summary(fairness: Outcome, waivers: readonly UsedWaiver[], waivedGates: readonly GateName[]): Statement {
  const decisions = [decision('performance'), decision('fairness', fairness)];
  return evaluationSummary({ ...summaryInput(), decisions, waivers, waivedGates });
}

const waived = (): Statement => summary('inconclusive', [SMALL, LATE], ['fairness']);

/** The statement with members of the evaluation replaced. */
function edited(
  statement: Statement,
  change: (evaluation: Record<string, unknown>) => Record<string, unknown>,
): Statement {
  const copy = JSON.parse(canonicalJson(statement));
  copy.predicate.gatehouse_evaluation = {
    ...copy.predicate.gatehouse_evaluation,
    ...change(copy.predicate.gatehouse_evaluation),
  };
  return copy;
}

describe('a summary with waivers', () => {
  it('is PASSED, on a level of its own, and names them by id', () => {
    const parsed = parseEvaluationSummary(waived());

    expect(parsed).toMatchObject({
      result: 'PASSED',
      decisions: [
        { gate: 'performance', outcome: 'pass', waived: false },
        { gate: 'fairness', outcome: 'inconclusive', waived: true },
      ],
      waivers: [LATE, SMALL],
    });
    expect(waived().predicate).toMatchObject({ verifiedLevels: ['GATEHOUSE_REQUIRED_GATES_PASSED_OR_WAIVED'] });
  });

  it('is FAILED when another gate fails, waived or not', () => {
    const decisions = [decision('performance', 'fail'), decision('fairness', 'fail')];
    const statement = evaluationSummary({ ...summaryInput(), decisions, waivers: [SMALL], waivedGates: ['fairness'] });

    expect(parseEvaluationSummary(statement).result).toBe('FAILED');
    expect(statement.predicate.verifiedLevels).toEqual([]);
  });

  it('holds nothing of a waiver but what the schema knows', () => {
    const more = { ...SMALL, reason: 'a text that could name people' };

    expect(parseEvaluationSummary(summary('fail', [more], ['fairness'])).waivers).toEqual([SMALL]);
  });

  it.each<[string, Outcome, readonly UsedWaiver[], readonly GateName[]]>([
    ['a waived gate without waiver', 'fail', [], ['fairness']],
    ['a waiver of a gate that is not waived', 'fail', [SMALL], []],
    ['a waived gate that passes', 'pass', [SMALL], ['fairness']],
    ['one waiver twice', 'fail', [SMALL, SMALL], ['fairness']],
  ])('is not made of %s', (_, outcome, waivers, gates) => {
    expect(() => parseEvaluationSummary(summary(outcome, waivers, gates))).toThrow(reason('decision-mismatch'));
  });

  it.each<[string, (evaluation: Record<string, unknown>) => Record<string, unknown>]>([
    ['no list of waivers', () => ({ waivers: undefined })],
    ['an emptied list', () => ({ waivers: [] })],
    ['another order', () => ({ waivers: [SMALL, LATE] })],
    ['one twice', () => ({ waivers: [SMALL, SMALL] })],
    ['one without the id of its owner', () => ({ waivers: [{ ...SMALL, ownerId: undefined }] })],
    ['one of a gate that was not decided', () => ({ waivers: [{ ...SMALL, gate: 'drift' }] })],
    ['one with more members', () => ({ waivers: [{ ...SMALL, reason: 'x' }] })],
    ['a day that is none', () => ({ waivers: [{ ...SMALL, expiresOn: '2026-02-30' }] })],
    ['a gate that was not waived when it was signed', ({ decisions }) => ({ decisions: withWaived(decisions, true) })],
    ['a gate whose waiver was taken away', ({ decisions }) => ({ decisions: withWaived(decisions, false) })],
  ])('is refused with %s', (_, change) => {
    expect(() => parseEvaluationSummary(edited(waived(), change))).toThrow(reason('decision-mismatch'));
  });

  it('cannot be told that it rests on none by its level', () => {
    const copy = JSON.parse(canonicalJson(waived()));
    copy.predicate.verifiedLevels = ['GATEHOUSE_REQUIRED_GATES_PASSED'];

    expect(() => parseEvaluationSummary(copy)).toThrow(reason('decision-mismatch'));
  });
});

describe('a release authorisation', () => {
  const authorise = (statement: Statement): Statement => {
    const { evidenceDigest } = parseEvaluationSummary(statement);
    const parts = { headSha: HEAD_SHA, modelDigest: MODEL_DIGEST, evidenceDigest, policyDigest: POLICY_DIGEST };
    return releaseAuthorisation({
      summary: { statement, digest: statementDigest(statement) },
      candidateKey: CANDIDATE_KEY,
      approvals: [{ role: 'risk', userId: 7, login: 'r', reviewId: 70, tuple: tupleDigest(parts) }],
      pullRequest: 3,
      headSha: HEAD_SHA,
      mergedSha: 'b'.repeat(40),
      policyUri: 'https://github.localhost/acme/models/blob/main/gatehouse.yml',
      timeVerified: new Date(0),
    });
  };

  it('lists the waivers of its summary', () => {
    expect(parseReleaseAuthorisation(authorise(waived())).waivers).toEqual([LATE, SMALL]);
    expect(parseReleaseAuthorisation(authorise(summary('pass', [], []))).waivers).toEqual([]);
  });

  it('is refused without the list', () => {
    const copy = JSON.parse(canonicalJson(authorise(waived())));
    delete copy.predicate.gatehouse_authorisation.waivers;

    expect(() => parseReleaseAuthorisation(copy)).toThrow(reason('not-authorised'));
  });
});

function withWaived(decisions: unknown, value: boolean): readonly unknown[] {
  return Array.isArray(decisions) ? decisions.map((each) => ({ ...each, waived: value })) : [];
}
