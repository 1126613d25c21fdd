import { sha256 } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { seedOf } from '../../../../packages/gates/src/decision/metric-seed.ts';

const subject = { model: 'loans', modelDigest: sha256('model') };
const labels = { name: 'labels', digest: sha256('labels'), rows: 4 };
const predictions = { name: 'predictions', digest: sha256('predictions') };

// Worked out with another SHA-256: a seed that changes makes all evidence impossible to draw again.
describe('the seed of a check', () => {
  it('is of the law, the candidate, what was read and the check', () => {
    expect(seedOf('accuracy', { subject, inputs: [labels, predictions] })).toBe('ab5f02e678b6ef01b46f89d738b7452a');
  });

  it('of a quick look has no candidate', () => {
    expect(seedOf('accuracy', { subject: null, inputs: [] })).toBe('ec67919c6300f562adfd88f9544c68b1');
  });

  it('is the same whatever was read first', () => {
    expect(seedOf('accuracy', { subject, inputs: [predictions, labels] })).toBe('ab5f02e678b6ef01b46f89d738b7452a');
  });
});
