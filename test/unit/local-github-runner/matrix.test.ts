import { describe, expect, it } from 'vitest';
import { expandMatrix, matrixSuffix } from '../../../packages/local-github/src/runner/workflow/matrix.ts';

function expand(matrix: unknown): readonly unknown[] {
  return expandMatrix(matrix, () => new Error('wrong shape'));
}

describe('expandMatrix', () => {
  it.each([
    [
      'the product of all lists',
      { a: [1, 2], b: ['x'] },
      [
        { a: 1, b: 'x' },
        { a: 2, b: 'x' },
      ],
    ],
    [
      'exclude by a part',
      { a: [1, 2], b: [3, 4], exclude: [{ a: 1 }] },
      [
        { a: 2, b: 3 },
        { a: 2, b: 4 },
      ],
    ],
    ['include only', { include: [{ a: 1 }, { b: 2 }] }, [{ a: 1 }, { b: 2 }]],
    ['an empty list gives nothing', { a: [] }, []],
  ])('%s', (_name, matrix, expected) => {
    expect(expand(matrix)).toEqual(expected);
  });

  it('extends and adds as the example of GitHub does', () => {
    // docs.github.com, workflow syntax, "Expanding or adding matrix configurations".
    const matrix = {
      fruit: ['apple', 'pear'],
      animal: ['cat', 'dog'],
      include: [
        { color: 'green' },
        { color: 'pink', animal: 'cat' },
        { fruit: 'apple', shape: 'circle' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    };

    expect(expand(matrix)).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ]);
  });

  it.each([[null], [[1]], ['x'], [{ a: 1 }], [{ include: { a: 1 } }], [{ a: [1], exclude: [1] }]])(
    'refuses %j',
    (matrix) => {
      expect(() => expand(matrix)).toThrow('wrong shape');
    },
  );
});

describe('matrixSuffix', () => {
  it.each([
    [{}, ''],
    [{ os: 'linux', node: 24 }, ' (linux, 24)'],
    [{ site: { name: 'a', live: true }, none: null }, ' (a, true)'],
  ])('%j is "%s"', (combination, expected) => {
    expect(matrixSuffix(combination)).toBe(expected);
  });
});
