import { readFileSync } from 'node:fs';
import { sha256 } from '@gatehouse/core';
import { countGroups } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { modelWith } from './fixture-model.ts';
import { readEvaluationData } from './row-reader.ts';

const FILE = new URL('../../../action-templates/mortgage-approval/data/applications.csv', import.meta.url);

/** The published facts of the mortgage data, so that a reader that drops or shifts a row is seen. */
describe('the mortgage applications of the example', () => {
  const bytes = readFileSync(FILE);
  const model = modelWith({
    data: { all: { path: 'applications.csv', digest: sha256(bytes), roles: ['evaluation', 'labels'] } },
    columns: {
      id: 'id',
      label: { column: 'deny', positive: 'yes', negative: 'no' },
      prediction: 'prediction',
      score: 'score',
      protected: ['afam', 'single'],
      control: [],
    },
  });

  it('hold 2,380 rows, 285 denied, 96 of 339 Black and 189 of 2,041 other applicants', () => {
    const data = readEvaluationData(bytes, model);
    const groups = countGroups({ labels: data.labels, predicted: data.labels, sensitive: data.protected }).get('afam');

    expect(data.ids).toHaveLength(2380);
    expect(data.labels.filter((denied) => denied)).toHaveLength(285);
    expect(groups?.get('yes')).toEqual({ tp: 96, fp: 0, fn: 0, tn: 243 });
    expect(groups?.get('no')).toEqual({ tp: 189, fp: 0, fn: 0, tn: 1852 });
  });
});
