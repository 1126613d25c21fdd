import { sha256 } from '@gatehouse/core';
import { LONGEST_CHECK_SUMMARY, type ModelSummary, renderCheckSummary } from '@gatehouse/report';
import { describe, expect, it } from 'vitest';
import { fairnessDecision, performanceDecision } from './fixture-decisions.ts';
import { expectGolden } from './golden.ts';

const BLOCKED: ModelSummary = {
  model: 'mortgage-approval',
  outcome: 'fail',
  modelDigest: sha256('model'),
  state: 'The fairness gate fails.',
  decisions: [performanceDecision(), fairnessDecision()],
  roles: [
    { role: 'validator', approved: true, approvedBy: ['validator-one'], from: [], not: [] },
    {
      role: 'risk-owner',
      approved: false,
      approvedBy: [],
      from: ['team bank/risk', 'chief-risk-officer'],
      not: [{ login: 'ml-engineer', why: 'committed' }],
    },
  ],
  stale: { sentence: 'approved for head abc1234; now head def5678', by: ['validator-one (validator)'] },
  waivers: [
    {
      id: 'small-groups',
      waives: 'fairness selection-rate-difference',
      owner: 'head-of-models',
      expiresOn: '2026-12-24',
    },
  ],
  uncounted: [
    { reviewer: 'author', reasonCode: 'reviewer-is-author', sentence: 'The reviewer opened the pull request.' },
  ],
};
const UNKNOWN: ModelSummary = {
  model: 'churn',
  outcome: 'error',
  modelDigest: null,
  state: 'The training run left no candidate.',
  decisions: [],
  roles: [],
  stale: null,
  waivers: [],
  uncounted: [],
};

describe('renderCheckSummary', () => {
  it.each([
    [
      'check-blocked.md',
      {
        headline: 'Blocked by fairness',
        tuple: sha256('tuple'),
        models: [BLOCKED, UNKNOWN],
        loosened: ['The limit of accuracy is 0.2, and was 0.1.'],
        changed: ['.github/workflows/train.yml is changed.'],
        notes: ['Read docs/waivers-and-emergencies.md.'],
      },
    ],
    [
      'check-nothing.md',
      { headline: 'No governed file changed', tuple: null, models: [], loosened: [], changed: [], notes: [] },
    ],
    [
      'check-waiting.md',
      {
        headline: 'Ready for approval; missing risk-owner',
        tuple: sha256('tuple'),
        models: [
          {
            ...BLOCKED,
            outcome: 'inconclusive' as const,
            state: 'Ready for approval; missing risk-owner',
            decisions: [performanceDecision()],
            stale: null,
            waivers: [],
          },
        ],
        loosened: [],
        changed: [],
        notes: [],
      },
    ],
  ])('equals %s', (name, summary) => {
    expectGolden(name, renderCheckSummary(summary));
  });

  it('stays within the limit of GitHub, keeps the rows of the models and says what is left out', () => {
    const models = Array.from({ length: 30 }, (_, index) => ({ ...BLOCKED, model: `model-${index}` }));

    const text = renderCheckSummary({ headline: 'Blocked', tuple: null, models, loosened: [], changed: [], notes: [] });

    expect(new TextEncoder().encode(text).byteLength).toBeLessThanOrEqual(LONGEST_CHECK_SUMMARY);
    expect(text.length).toBeGreaterThan(LONGEST_CHECK_SUMMARY * 0.8);
    expect(text).toContain('| model-29 | **fail** |'.replace('-29', '&#45;29'));
    expect(text).toMatch(/\nShortened: \d+ parts are left out here; the decision files hold the rest\.\n$/);
  });

  it('folds what passes, keeps what blocks open, and closes every fold wherever the text is cut', () => {
    const summary = { headline: 'Blocked', tuple: null, models: [BLOCKED], loosened: [], changed: [], notes: [] };
    const whole = renderCheckSummary(summary);
    expect(whole).toMatch(/\n### fairness gate: fail\n[\s\S]*<details>\n<summary><b>performance gate: pass<\/b>/);

    for (let maxBytes = new TextEncoder().encode(whole).byteLength; maxBytes > 2000; maxBytes -= 41) {
      const text = renderCheckSummary(summary, maxBytes);
      expect(new TextEncoder().encode(text).byteLength).toBeLessThanOrEqual(maxBytes);
      expect(text.match(/<details>/g)?.length).toBe(text.match(/\n\n<\/details>\n/g)?.length);
    }
  });

  it.each([
    ['waits for a role', { roles: BLOCKED.roles, decisions: [performanceDecision()] }, 'waiting'],
    ['waits for its training', { roles: [], decisions: [] }, 'waiting'],
    ['has data that cannot tell', { roles: [], decisions: [performanceDecision()] }, 'inconclusive'],
  ])('calls a model that %s by a word of its own', (_, model, word) => {
    const models: readonly ModelSummary[] = [{ ...BLOCKED, ...model, outcome: 'inconclusive' }];

    const text = renderCheckSummary({ headline: 'x', tuple: null, models, loosened: [], changed: [], notes: [] });

    expect(text).toContain(`| mortgage-approval | **${word}** |`);
  });

  it('never cuts a row, even with thousands of models with long hostile names', () => {
    const models = Array.from({ length: 3000 }, () => ({ ...UNKNOWN, model: '|<>'.repeat(100) }));

    const text = renderCheckSummary({ headline: '|', tuple: null, models, loosened: [], changed: [], notes: [] });

    expect(new TextEncoder().encode(text).byteLength).toBeLessThanOrEqual(LONGEST_CHECK_SUMMARY);
    for (const line of text.split('\n').filter((l) => l.startsWith('|'))) expect(line.split('|')).toHaveLength(7);
  });

  it('shows hostile logins, roles and states as text', () => {
    const text = renderCheckSummary({
      headline: '<h1>@x',
      tuple: null,
      notes: ['<n>'],
      loosened: ['<l> @x'],
      changed: ['<c> @x'],
      models: [
        {
          ...BLOCKED,
          state: '<s>\n| x |',
          roles: [
            { role: '<r>', approved: true, approvedBy: ['<b>', '@all'], from: [], not: [] },
            { role: '<m>', approved: false, approvedBy: [], from: ['@team'], not: [{ login: '@x', why: '<w>' }] },
          ],
          stale: { sentence: '<a> @x', by: ['@y'] },
          waivers: [{ id: '<i>', waives: '@w', owner: '@o', expiresOn: '<d>' }],
          uncounted: [{ reviewer: '<u>', reasonCode: '<c>', sentence: '@s' }],
        },
      ],
    });

    expect(text.replaceAll(/<\/?(?:details|summary|b)>/g, '')).not.toMatch(/<|@/);
  });
});
