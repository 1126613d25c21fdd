import { countGroups, MISSING_GROUP } from '@gatehouse/gates';
import { MISSING_GROUP as MISSING_IN_TABLES } from '@gatehouse/tables';
import { describe, expect, it } from 'vitest';

const ROWS = { labels: [true, true, false, false, true], predicted: [true, false, true, false, true] };

describe('countGroups', () => {
  it('counts each group, missing values as their own, known groups without rows as zero', () => {
    const sensitive = new Map([['race', ['b', 'a', 'b', null, 'b']]]);

    const counts = countGroups({ ...ROWS, sensitive, knownGroups: new Map([['race', ['a', 'b', 'c']]]) }).get('race');

    expect([...(counts ?? [])]).toEqual([
      [MISSING_GROUP, { tp: 0, fp: 0, fn: 0, tn: 1 }],
      ['a', { tp: 0, fp: 0, fn: 1, tn: 0 }],
      ['b', { tp: 2, fp: 1, fn: 0, tn: 0 }],
      ['c', { tp: 0, fp: 0, fn: 0, tn: 0 }],
    ]);
  });

  it.each([
    ['no column', undefined],
    ['another column', new Map([['sex', ['f', 'm']]])],
  ])('counts the groups of the rows where groups are known of %s', (_, knownGroups) => {
    const sensitive = new Map([['race', ['b', 'a', 'b', 'b', 'b']]]);
    const counts = countGroups({ ...ROWS, sensitive, ...(knownGroups === undefined ? {} : { knownGroups }) });

    expect([...(counts.get('race')?.keys() ?? [])]).toEqual(['a', 'b']);
  });

  it('calls missing values what the reader of data reserves', () => {
    expect(MISSING_GROUP).toBe(MISSING_IN_TABLES);
  });

  it.each([
    ['predictions', { ...ROWS, predicted: [true] }, ['a', 'a', 'a', 'a', 'a'], '5 labels and 1 predictions'],
    ['values', ROWS, ['a'], '5 labels and 1 values of race'],
  ])('refuses %s that are not aligned', (_, rows, values, message) => {
    expect(() => countGroups({ ...rows, sensitive: new Map([['race', values]]) })).toThrow(message);
  });
});
