import { type Account, type PullCommit, type ReasonCode, type Review, sha256 } from '@gatehouse/core';
import { type ApprovalResult, evaluateReviews, type ReviewInput } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';

const account = (id: number, login: string, type: Account['type'] = 'User'): Account => ({ id, login, type });
const author = account(1, 'author');
const committer = account(2, 'committer');
const trainer = account(3, 'trainer');
const pusher = account(4, 'pusher');
const coAuthor = account(5, 'co-author');
const waiverOwner = account(6, 'waiver-owner');
const validator = account(10, 'validator');
const riskOfficer = account(11, 'risk-officer');

const HEAD = 'a'.repeat(40);
const holders = (...ids: readonly number[]): { id: number; login: string }[] =>
  ids.map((id) => ({ id, login: `user-${id}` }));
const READY = new Date('2026-01-02T10:00:00Z');
const later = (seconds: number): Date => new Date(READY.getTime() + seconds * 1000);
const commit = (by: Account | null = author, committedBy: Account | null = by): PullCommit => ({
  sha: HEAD,
  author: by,
  committer: committedBy,
});

const approval: Review = { id: 100, reviewer: validator, state: 'APPROVED', commitSha: HEAD, submittedAt: later(1) };

/** A pull request whose one required role is filled by one review that counts. */
const green: ReviewInput = {
  headSha: HEAD,
  tuple: sha256('tuple'),
  readyAt: READY,
  author,
  commits: { commits: [commit(), commit(author, committer)], truncated: false },
  coAuthors: [coAuthor],
  pushers: { accounts: [pusher], complete: true },
  trainingActors: [trainer],
  waiverOwners: [waiverOwner],
  mergedAt: null,
  quorum: null,
  bots: [],
  reviews: [approval],
  permissions: new Map([
    [validator.id, 'write'],
    [riskOfficer.id, 'admin'],
  ]),
  requiredRoles: [{ role: 'validator', members: holders(validator.id, 1, 2, 3, 4, 5, 6, 20), complete: true }],
};

const verdictOf = (result: ApprovalResult, reviewId = 100): unknown => {
  const verdict = result.reviews.find((review) => review.reviewId === reviewId);
  return verdict === undefined ? undefined : [verdict.counts, verdict.reasonCode];
};

describe('a review', () => {
  it('counts when every rule holds', () => {
    const result = evaluateReviews(green);

    expect(result).toMatchObject({ state: 'approved', reasonCode: 'approved', missingRoles: [] });
    expect(result.approvals).toEqual([
      { role: 'validator', userId: 10, login: 'validator', reviewId: 100, tuple: green.tuple },
    ]);
    expect(verdictOf(result)).toEqual([true, 'approved']);
  });

  const from = (reviewer: Account): Partial<ReviewInput> => ({
    reviews: [{ ...approval, reviewer }],
    permissions: new Map([[reviewer.id, 'write']]),
  });
  const rows: [ReasonCode, string, Partial<ReviewInput>, ApprovalResult['state']][] = [
    ['reviewer-not-human', 'a bot', from(account(20, 'bot', 'Bot')), 'waiting'],
    ['reviewer-not-human', 'an organisation', from(account(20, 'org', 'Organization')), 'waiting'],
    ['reviewer-is-author', 'the author', from(author), 'waiting'],
    ['reviewer-is-author', 'the author under a new login', from(account(1, 'renamed')), 'waiting'],
    ['reviewer-is-committer', 'a committer', from(committer), 'waiting'],
    [
      'reviewer-is-committer',
      'the author of a commit',
      { commits: { commits: [commit(), commit(validator, author)], truncated: false } },
      'waiting',
    ],
    ['reviewer-is-pusher', 'who pushed under another name', from(pusher), 'waiting'],
    ['reviewer-co-authored', 'who is named as co-author', from(coAuthor), 'waiting'],
    ['reviewer-started-training', 'the actor of the training run', from(trainer), 'waiting'],
    ['reviewer-owns-waiver', 'the owner of a waiver that is used', from(waiverOwner), 'waiting'],
    ['review-after-merge', 'a review after the merge', { mergedAt: later(0) }, 'waiting'],
    [
      'review-not-approving',
      'changes requested',
      { reviews: [{ ...approval, state: 'CHANGES_REQUESTED' }] },
      'waiting',
    ],
    ['review-not-approving', 'a dismissed review', { reviews: [{ ...approval, state: 'DISMISSED' }] }, 'waiting'],
    [
      'review-of-other-commit',
      'a review of an older head',
      { reviews: [{ ...approval, commitSha: 'b'.repeat(40) }] },
      'waiting',
    ],
    [
      'review-of-other-commit',
      'a review of a deleted commit',
      { reviews: [{ ...approval, commitSha: null }] },
      'waiting',
    ],
    ['review-before-ready', 'an early review', { reviews: [{ ...approval, submittedAt: later(-1) }] }, 'waiting'],
    [
      'review-before-ready',
      'a review in the same second',
      { reviews: [{ ...approval, submittedAt: later(0) }], readyAt: later(0.9) },
      'waiting',
    ],
    ['review-before-ready', 'a review before any announcement', { readyAt: null }, 'waiting'],
    [
      'review-before-ready',
      'a review without a readable time',
      { reviews: [{ ...approval, submittedAt: new Date('?') }] },
      'waiting',
    ],
    ['reviewer-without-write', 'a reader', { permissions: new Map([[10, 'read']]) }, 'waiting'],
    ['reviewer-without-write', 'a stranger', { permissions: new Map([[10, 'none']]) }, 'waiting'],
    [
      'reviewer-permission-unknown',
      'an unreadable permission',
      { permissions: new Map([[10, 'unknown']]) },
      'inconclusive',
    ],
    ['reviewer-permission-unknown', 'a permission that was not read', { permissions: new Map() }, 'inconclusive'],
    ['reviewer-without-role', 'somebody without the role', from(account(30, 'engineer')), 'waiting'],
    [
      'role-unknown',
      'somebody while the team is unreadable',
      { requiredRoles: [{ role: 'validator', members: [], complete: false }] },
      'inconclusive',
    ],
  ];
  it.each(rows)('%s: %s', (reasonCode, _, change, state) => {
    expect(verdictOf(evaluateReviews(green))).toEqual([true, 'approved']);

    const result = evaluateReviews({ ...green, ...change });

    expect(verdictOf(result)).toEqual([false, reasonCode]);
    expect(result).toMatchObject({ state, approvals: [], missingRoles: ['validator'] });
  });

  it('counts for a known member although another team of the role is unreadable', () => {
    const requiredRoles = [{ role: 'validator', members: holders(10), complete: false }];

    expect(evaluateReviews({ ...green, requiredRoles }).state).toBe('approved');
  });
});

describe('the latest review', () => {
  it.each<[string, readonly Partial<Review>[], boolean]>([
    ['a comment after an approval changes nothing', [{}, { state: 'COMMENTED' }], true],
    ['a pending review changes nothing', [{}, { state: 'PENDING' }], true],
    ['changes requested after an approval withdraw it', [{}, { state: 'CHANGES_REQUESTED' }], false],
    ['an approval after changes requested counts', [{ state: 'CHANGES_REQUESTED' }, {}], true],
    ['an early approval is replaced by a later one', [{ submittedAt: later(-50) }, {}], true],
    ['a later approval of an old commit replaces a good one', [{}, { commitSha: 'b'.repeat(40) }], false],
  ])('%s', (_, changes, counts) => {
    const reviews = changes.map((change, index) => ({
      ...approval,
      id: 100 + index,
      submittedAt: later(1 + index),
      ...change,
    }));

    expect(evaluateReviews({ ...green, reviews }).state === 'approved').toBe(counts);
    expect(evaluateReviews({ ...green, reviews: [...reviews].reverse() }).state === 'approved').toBe(counts);
  });

  it('lists nobody who only commented', () => {
    expect(evaluateReviews({ ...green, reviews: [{ ...approval, state: 'COMMENTED' }] }).reviews).toEqual([]);
  });
});

describe('what could not be read', () => {
  it.each<[ReasonCode, string, ReviewInput['commits']]>([
    [
      'commit-without-user',
      'an author without account',
      { commits: [commit(), commit(null, author)], truncated: false },
    ],
    ['commit-without-user', 'a committer without account', { commits: [commit(author, null)], truncated: false }],
    ['commit-without-user', 'no commit at all', { commits: [], truncated: false }],
    ['too-many-commits', 'more commits than are listed', { commits: [commit()], truncated: true }],
  ])('%s: %s is inconclusive although the role is filled', (reasonCode, _, commits) => {
    expect(evaluateReviews({ ...green, commits })).toMatchObject({ state: 'inconclusive', reasonCode });
  });

  it('pushers-unknown: a branch that was pushed too often is inconclusive although the role is filled', () => {
    const pushers = { ...green.pushers, complete: false };

    expect(evaluateReviews({ ...green, pushers })).toMatchObject({
      state: 'inconclusive',
      reasonCode: 'pushers-unknown',
    });
  });

  describe('pushed-by-bot', () => {
    const robot = account(50, 'robot[bot]', 'Bot');
    const other = account(51, 'other[bot]', 'Bot');

    it.each<[string, Partial<ReviewInput>, string]>([
      ['that opened the pull request', { author: robot }, 'robot[bot]'],
      ['that pushed', { pushers: { accounts: [pusher, robot], complete: true } }, 'robot[bot]'],
      [
        'beside one that is listed',
        { author: robot, pushers: { accounts: [other], complete: true }, bots: ['robot[bot]'] },
        'other[bot]',
      ],
      ['that is an organisation', { author: account(52, 'org', 'Organization') }, 'org'],
    ])('a bot %s is inconclusive although the role is filled', (_, change, named) => {
      const result = evaluateReviews({ ...green, ...change });

      expect(result).toMatchObject({ state: 'inconclusive', reasonCode: 'pushed-by-bot' });
      expect(result.message.split(' is unknown. ')[1]).toBe(named);
    });

    it('is said of no bot that the policy lists, in whatever case', () => {
      const bots = ['Robot[bot]', 'other[bot]'];

      expect(evaluateReviews({ ...green, author: robot, bots }).state).toBe('approved');
    });
  });

  it('waits, and does not know, only when an unknown could fill a missing role', () => {
    const stranger = { ...approval, reviewer: account(30, 'engineer') };
    const result = evaluateReviews({ ...green, reviews: [stranger], permissions: new Map() });

    expect(verdictOf(result)).toEqual([false, 'reviewer-permission-unknown']);
    expect(result.state).toBe('waiting');
  });
});

describe('several roles', () => {
  const roles = (validators: number[], officers: number[]): ReviewInput['requiredRoles'] => [
    { role: 'validator', members: holders(...validators), complete: true },
    { role: 'risk-officer', members: holders(...officers), complete: true },
  ];
  const second = { ...approval, id: 101, reviewer: riskOfficer };

  it('needs a person for each role', () => {
    const one = evaluateReviews({ ...green, requiredRoles: roles([10], [10]) });

    expect(one).toMatchObject({ state: 'waiting', reasonCode: 'ready-for-approval', missingRoles: ['risk-officer'] });
    expect(one.approvals).toHaveLength(1);
  });

  it.each([
    ['each holds one', [10], [11]],
    ['the first holds both', [10], [10, 11]],
    ['the second holds both', [10, 11], [11]],
    ['both hold both', [10, 11], [10, 11]],
    ['the first must move to the second role', [10, 11], [10]],
  ])('is approved by two people when %s', (_, validators, officers) => {
    const result = evaluateReviews({
      ...green,
      requiredRoles: roles(validators, officers),
      reviews: [approval, second],
    });

    expect(result).toMatchObject({ state: 'approved', missingRoles: [] });
    expect(new Set(result.approvals.map((a) => a.userId)).size).toBe(2);
    for (const { role, userId } of result.approvals) {
      expect(role === 'validator' ? validators : officers).toContain(userId);
    }
  });

  it('refuses to judge when no role is required', () => {
    expect(() => evaluateReviews({ ...green, requiredRoles: [] })).toThrow('no role is required');
  });
});

describe('after the merge', () => {
  const mergedAt = later(5);
  const at = (seconds: number, change: Partial<Review> = {}): Review => ({
    ...approval,
    id: 100 + seconds,
    submittedAt: later(seconds),
    ...change,
  });

  it.each<[string, readonly Review[], boolean]>([
    ['an approval before the merge counts', [at(4)], true],
    ['an approval in the second of the merge counts', [at(5)], true],
    ['an approval after the merge does not', [at(6)], false],
    ['a second approval after the merge does not replace the first', [at(4), at(6)], true],
    [
      'an approval after the merge does not heal a request for changes',
      [at(4, { state: 'CHANGES_REQUESTED' }), at(6)],
      false,
    ],
    [
      'a request for changes after the merge withdraws the approval',
      [at(4), at(6, { state: 'CHANGES_REQUESTED' })],
      false,
    ],
    ['a comment after the merge changes nothing', [at(4), at(6, { state: 'COMMENTED' })], true],
  ])('%s', (_, reviews, counts) => {
    expect(evaluateReviews({ ...green, mergedAt, reviews }).state === 'approved').toBe(counts);
  });
});

describe('a quorum', () => {
  const requiredRoles = [
    { role: 'validator', members: holders(10), complete: true },
    { role: 'risk-officer', members: holders(10, 11, 12), complete: true },
  ];
  const by = (id: number): Review => ({ ...approval, id: 100 + id, reviewer: account(id, `user-${id}`) });
  const permissions = new Map([10, 11, 12].map((id) => [id, 'write'] as const));
  const emergency = { ...green, requiredRoles, permissions };

  it.each<[string, number, readonly Review[], boolean]>([
    ['one of one', 1, [by(11)], true],
    ['one of two', 2, [by(11)], false],
    ['two people of one role', 2, [by(11), by(12)], true],
    ['one person with two roles, twice asked', 2, [by(10), by(10)], false],
    ['somebody without a role', 1, [by(30)], false],
    ['none', 0, [], false],
  ])('%s', (_, quorum, reviews, met) => {
    const result = evaluateReviews({ ...emergency, quorum, reviews });

    expect(result.state === 'approved').toBe(met);
    expect(result.missingRoles).toEqual(met ? [] : ['validator', 'risk-officer']);
    expect(new Set(result.approvals.map(({ userId }) => userId)).size).toBe(result.approvals.length);
  });
});
