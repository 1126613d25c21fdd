import { countGroups, MISSING_GROUP } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';

const ROWS = { labels: [true, true, false, false, true], predicted: [true, false, true, false, true] };
const NONE = { tp: 0, fp: 0, fn: 0, tn: 0 };

describe('the rows of groups', () => {
  it('are counted by group, each column by itself, in the order of code units', () => {
    const sensitive = new Map([
      ['race', ['b', 'a', 'b', null, 'b']],
      ['sex', ['é', 'z', 'Z', 'é', '']],
    ]);
    const counts = countGroups({ ...ROWS, sensitive, knownGroups: new Map([['race', ['c', 'a']]]) });

    expect([...counts.keys()]).toEqual(['race', 'sex']);
    expect([...(counts.get('race') ?? [])]).toEqual([
      [MISSING_GROUP, { ...NONE, tn: 1 }],
      ['a', { ...NONE, fn: 1 }],
      ['b', { ...NONE, tp: 2, fp: 1 }],
      ['c', NONE],
    ]);
    expect([...(counts.get('sex') ?? [])]).toEqual([
      ['', { ...NONE, tp: 1 }],
      ['Z', { ...NONE, fp: 1 }],
      ['z', { ...NONE, fn: 1 }],
      ['é', { ...NONE, tp: 1, tn: 1 }],
    ]);
  });

  it('are none where there is no column', () => {
    expect([...countGroups({ ...ROWS, sensitive: new Map() })]).toEqual([]);
  });

  it.each([
    ['predictions', { ...ROWS, predicted: [true] }, ['a', 'a', 'a', 'a', 'a'], '5 labels and 1 predictions'],
    ['values', ROWS, ['a'], '5 labels and 1 values of race'],
  ])('are refused where %s are not aligned', (_, rows, values, message) => {
    expect(() => countGroups({ ...rows, sensitive: new Map([['race', values]]) })).toThrow(message);
  });
});
