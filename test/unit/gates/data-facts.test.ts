import { ActionError, type BaselineProfile, type ColumnIntegrity, dataRules, sha256 } from '@gatehouse/core';
import { type ColumnFacts, type DataFacts, type DataRules, evaluateData } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';

const CONTEXT = { subject: null, policyDigest: null, inputs: [] };

function integrity(column: string, type: ColumnIntegrity['type']): ColumnIntegrity {
  const nothing = { nans: 0, positiveInfinities: 0, negativeInfinities: 0, emptyTexts: 0, negatives: 0, zeros: 0 };
  return { column, type, rows: 2, nulls: 0, ...nothing };
}

const A: ColumnFacts = {
  integrity: integrity('a', 'number'),
  distinct: null,
  repeated: null,
  varies: null,
  breaches: [],
  times: null,
  median: null,
  newCategories: null,
  outside: null,
};

const FACTS: DataFacts = {
  table: { format: 'csv', rows: 2, columns: [{ name: 'a', type: 'number' }] },
  misread: new Map(),
  columns: new Map([['a', A]]),
  key: null,
  distinctRows: null,
  unequalSums: [],
  leaks: null,
  overlap: null,
  profile: null,
  asOf: null,
};

/** No file holds it, as its schema asks for a column. */
const EMPTY_PROFILE: BaselineProfile = {
  schemaVersion: 1,
  kind: 'baseline-profile',
  datasetDigest: sha256('nothing'),
  rows: 2,
  shards: [],
  privacyFloor: null,
  columns: {},
};

const rules = (more: object): DataRules => ({ ...dataRules.parse({ 'constant-columns': 'allow', ...more }) });

describe('a rule that nothing was counted for', () => {
  it.each<[string, DataRules, Partial<DataFacts>]>([
    ['a column', rules({}), { columns: new Map() }],
    ['a domain', rules({ columns: { a: { type: 'number', min: 0 } } }), {}],
    ['whether a column varies', rules({ 'constant-columns': 'warn' }), {}],
    ['unique values', rules({ columns: { a: { unique: true } } }), {}],
    [
      'times',
      rules({ columns: { a: { type: 'timestamp' } } }),
      {
        table: { ...FACTS.table, columns: [{ name: 'a', type: 'text' }] },
        columns: new Map([['a', { ...A, integrity: integrity('a', 'text') }]]),
      },
    ],
    ['a key', rules({ key: ['a'] }), {}],
    ['copies', rules({ 'duplicate-rows': 0 }), {}],
    ['sums', rules({ probabilities: [['a', 'a']] }), {}],
    ['leakage', { ...rules({}), leakage: { correlation: 0.9, ignore: [] } }, {}],
    ['an overlap', { ...rules({}), overlap: { rows: false, limit: 0 } }, {}],
    [
      'a profile',
      {
        ...rules({}),
        profile: {
          'missing-rate-difference': 0,
          'new-category-rate': 0,
          'out-of-range-rate': 0,
          'unit-jumps': 'allow',
        },
      },
      {},
    ],
  ])('is a bug and no pass: %s', (_, wanted, facts) => {
    const judge = (): unknown => evaluateData({ rules: wanted, facts: { ...FACTS, ...facts }, context: CONTEXT });

    expect(judge).toThrow(ActionError);
    expect(judge).toThrow(/nothing counted for it/);
  });

  it('against a profile without a column is inconclusive', () => {
    const limits = { 'missing-rate-difference': 0, 'new-category-rate': 0, 'out-of-range-rate': 0 };
    const wanted = { ...rules({}), profile: { ...limits, 'unit-jumps': 'allow' as const } };
    const profile = EMPTY_PROFILE;
    const decision = evaluateData({ rules: wanted, facts: { ...FACTS, profile }, context: CONTEXT });

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ measure: 'profile-columns', outcome: 'inconclusive', reasonCode: 'empty-group' }),
    );
  });

  it('does not exist when no rule asks', () => {
    expect(evaluateData({ rules: rules({}), facts: FACTS, context: CONTEXT }).outcome).toBe('pass');
  });

  it('is a bug when times are judged without a day', () => {
    const times = { count: 1, unreadable: 0, earliest: 0, latest: 0 };
    const column = { ...A, integrity: integrity('a', 'text'), times };
    const facts = {
      ...FACTS,
      table: { ...FACTS.table, columns: [{ name: 'a', type: 'text' as const }] },
      columns: new Map([['a', column]]),
    };
    const wanted = rules({ columns: { a: { type: 'timestamp' } } });

    expect(() => evaluateData({ rules: wanted, facts, context: CONTEXT })).toThrow(/a day such as/);
    expect(evaluateData({ rules: wanted, facts: { ...facts, asOf: '2026-01-01' }, context: CONTEXT }).outcome).toBe(
      'pass',
    );
  });
});
