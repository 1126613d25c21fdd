import { evaluatePerformance } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';

const context = { subject: null, policyDigest: null, inputs: [] };
const labels = Array.from({ length: 400 }, (_, row) => row % 2 === 0);
const model = (wrongEvery: number) => {
  const predicted = labels.map((label, row) => (row % wrongEvery === 0 ? !label : label));
  return { predicted, scores: predicted.map(Number) };
};
const input = {
  config: { confidence: 0.95, metrics: { accuracy: { margin: 0.05, floor: 0.8 } } },
  context,
  labels,
  challenger: model(10),
  champion: { state: 'evaluated', version: 'b', ...model(9) } as const,
};

describe('models that give decisions and no scores', () => {
  it('are judged by their decisions, as with scores', () => {
    const scored = evaluatePerformance(input);
    const { findings, measures, notMeasured } = evaluatePerformance({ ...input, withoutScores: true });

    expect(findings).toEqual(scored.findings);
    expect(Object.keys(measures['metrics'] ?? {})).toEqual(['accuracy']);
    expect(Object.keys(scored.measures['metrics'] ?? {})).toEqual(['accuracy', 'auc']);
    expect(measures).not.toHaveProperty('calibration');
    expect(notMeasured).toEqual(expect.arrayContaining(['metrics of scores, of which there are none', 'calibration']));
  });
});
