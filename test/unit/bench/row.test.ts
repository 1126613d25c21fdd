import { describe, expect, it } from 'vitest';
import { isRed, memoryRow, type Row } from '../../bench/row.ts';

const OVER: Row = { what: 'a', measured: '2', budget: '1', verdict: 'over' };
const OK: Row = { ...OVER, verdict: 'ok' };

describe('the exit code of the benchmarks', () => {
  it.each<[string, readonly Row[], boolean]>([
    ['green within all budgets', [OK, { ...OK, budget: '', verdict: '' }], false],
    ['green after a slow moment', [OK, { ...OVER, isTime: true }], false],
    ['red over any other budget', [OK, OVER, OK], true],
    ['green with memory at its budget', [memoryRow('a', { megabytes: 1000, budget: 1000 })], false],
    ['red with memory over its budget', [OK, memoryRow('a', { megabytes: 1001, budget: 1000 })], true],
    ['red with memory that was not measured', [memoryRow('a', { megabytes: undefined, budget: 1000 })], true],
  ])('is %s', (_, rows, expected) => {
    expect(isRed(rows)).toBe(expected);
  });
});
