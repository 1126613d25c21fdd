import { createHash } from 'node:crypto';
import { ConfigError, sha256 } from '@gatehouse/core';
import { featuresOf, readCsvTable, selectRows, splitPart, trainingTable } from '@gatehouse/tables';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, evaluationOnly, modelWith } from './fixture-model.ts';
import { readEvaluationData } from './row-reader.ts';

const HEADER = 'id,deny,income,race,dept';
const TABLE = csv(HEADER, ...Array.from({ length: 40 }, (_, i) => `r${i},${i % 3 ? 'no' : 'yes'},${i},a${i % 2},d`));

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function idsOf(bytes: Uint8Array): readonly string[] {
  return readCsvTable(bytes, 't.csv').rows.map((row) => row.cells[0] ?? '');
}

describe('splitPart', () => {
  it('is the first 8 bytes of SHA-256(salt, LF, id), big endian, modulo the parts', () => {
    const hex = createHash('sha256').update('salt\nr7').digest('hex').slice(0, 16);

    expect(splitPart({ id: 'r7', salt: 'salt', parts: 7 })).toBe(Number(BigInt(`0x${hex}`) % 7n));
  });

  it('depends on the salt and stays below the parts', () => {
    const parts = Array.from({ length: 200 }, (_, i) => splitPart({ id: String(i), salt: 'a', parts: 2 }));
    const other = Array.from({ length: 200 }, (_, i) => splitPart({ id: String(i), salt: 'b', parts: 2 }));

    expect(new Set(parts)).toEqual(new Set([0, 1]));
    expect(other).not.toEqual(parts);
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 100 }), (id, count) => {
        expect(splitPart({ id, salt: 's', parts: count })).toBeLessThan(count);
      }),
    );
  });
});

describe('the two halves of a dataset', () => {
  it('share no row and miss none', () => {
    const training = idsOf(trainingTable(TABLE, modelWith()));
    const evaluation = idsOf(featuresOf(TABLE, modelWith()));

    expect(training.length).toBeGreaterThan(5);
    expect(evaluation.length).toBeGreaterThan(5);
    expect([...training, ...evaluation].sort()).toEqual([...idsOf(TABLE)].sort());
  });

  it('keeps every column for training', () => {
    expect(text(trainingTable(TABLE, modelWith())).split('\n')[0]).toBe(HEADER);
  });

  it('refuses a training table without the label', () => {
    expect(() => trainingTable(csv('id,income', 'x,1'), modelWith())).toThrow('no column "deny"');
  });

  it('refuses a table without the column of the split', () => {
    const dataset = {
      ...modelWith().data['loans'],
      path: 'data.csv',
      digest: sha256(''),
      roles: ['training' as const],
    };
    const split = { column: 'person', salt: 's', parts: 2, evaluation: [0] };

    expect(() => selectRows(readCsvTable(TABLE, 'data.csv'), { ...dataset, split }, 'training')).toThrow(
      'no column "person"',
    );
  });

  it('refuses both roles without a split', () => {
    const model = modelWith({
      data: { all: { path: 'data.csv', digest: sha256(''), roles: ['training', 'evaluation'] } },
    });

    expect(() => trainingTable(TABLE, model)).toThrow('the roles training and evaluation without a split');
    expect(() => featuresOf(TABLE, model)).toThrow('the roles training and evaluation without a split');
  });

  it('refuses a dataset without the role', () => {
    const dataset = { path: 'data.csv', digest: sha256(''), roles: ['labels' as const] };

    expect(() => selectRows(readCsvTable(TABLE, 'data.csv'), dataset, 'training')).toThrow('the roles labels');
    expect(() => trainingTable(TABLE, modelWith({ data: { all: dataset } }))).toThrow(
      'no dataset with the role training',
    );
  });

  it('refuses two datasets of one role', () => {
    const dataset = { path: 'data.csv', digest: sha256(''), roles: ['evaluation' as const] };

    expect(() => featuresOf(TABLE, modelWith({ data: { a: dataset, b: dataset } }))).toThrow(
      'the role evaluation at "a", "b"',
    );
  });

  it.each([[[0, 1]], [[]]])('refuses a half without rows', (parts) => {
    const data = modelWith().data;
    const dataset = data['loans'];
    if (dataset === undefined) throw new Error('no dataset');
    const split = { column: 'id', salt: 's', parts: 2, evaluation: parts };

    const read = parts.length === 0 ? featuresOf : trainingTable;

    expect(() => read(TABLE, modelWith({ data: { loans: { ...dataset, split } } }))).toThrow(
      /no (training|evaluation) row/,
    );
  });
});

describe('featuresOf', () => {
  it('holds id and features, and neither label nor protected nor control column', () => {
    expect(text(featuresOf(TABLE, modelWith())).split('\n')[0]).toBe('id,income');
  });

  it('does not depend on the order of the file', () => {
    const [header, ...rows] = text(TABLE).trimEnd().split('\n');
    const reversed = csv(header ?? '', ...rows.reverse());

    expect(text(featuresOf(reversed, modelWith()))).toBe(text(featuresOf(TABLE, modelWith())));
    expect(idsOf(featuresOf(TABLE, evaluationOnly()))).not.toEqual(idsOf(TABLE));
  });
});

describe('readEvaluationData', () => {
  it('reads labels, protected and control columns of the evaluation rows', () => {
    const bytes = csv(HEADER, 'x,yes,1,a,', 'y,no,2,,d');

    const data = readEvaluationData(bytes, evaluationOnly());

    expect(data.ids).toEqual(['x', 'y']);
    expect(data.labels).toEqual([true, false]);
    expect(data.protected.get('race')).toEqual(['a', null]);
    expect(data.control.get('dept')).toEqual([null, 'd']);
    expect(data.knownGroups.get('race')).toEqual(['a']);
  });

  it('knows groups that only training rows have', () => {
    const model = modelWith();
    const trainingId = idsOf(trainingTable(TABLE, model))[0] ?? '';
    const bytes = csv(
      ...text(TABLE)
        .trimEnd()
        .split('\n')
        .map((row) => row.replace(new RegExp(`^(${trainingId},.*),a.,d$`), '$1,rare,d')),
    );

    const data = readEvaluationData(bytes, model);

    expect(data.knownGroups.get('race')).toEqual(['a0', 'a1', 'rare']);
    expect(data.protected.get('race')).not.toContain('rare');
  });

  it.each([
    [
      'a label outside the declared values',
      [HEADER, 'x,maybe,1,a,d'],
      'data.csv:2: the label "maybe" in column "deny"',
    ],
    ['an empty label', [HEADER, 'x,,1,a,d'], 'the label ""'],
    ['a label in other letters', [HEADER, 'x,Yes,1,a,d'], 'the label "Yes"'],
    ['an empty id', [HEADER, ',yes,1,a,d'], 'data.csv:2: an empty id'],
    ['a repeated id', [HEADER, 'x,yes,1,a,d', 'x,no,1,a,d'], 'data.csv:3: the id "x" of line 2 again'],
    ['a reserved group', [HEADER, 'x,yes,1,__missing__,d'], 'the reserved value "__missing__"'],
    [
      'a missing column',
      ['id,deny,income,dept', 'x,yes,1,d'],
      'no column "race". Allowed: one of the columns there are: "id", "deny"',
    ],
    ['no row', [HEADER], 'no evaluation row'],
  ])('refuses %s', (_, lines, message) => {
    expect(() => readEvaluationData(csv(...lines), evaluationOnly())).toThrow(message);
  });

  it('reports every missing column', () => {
    const read = (): unknown => readEvaluationData(csv('id,income', 'x,1'), evaluationOnly());

    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/"deny".*\n.*"race".*\n.*"dept"/);
  });

  it('names five rows and counts the others', () => {
    const bytes = csv(HEADER, ...Array.from({ length: 9 }, (_, i) => `r${i},?,1,a,d`));

    expect(() => readEvaluationData(bytes, evaluationOnly())).toThrow(
      /data\.csv:6: .*\n.*4 more rows with another label/,
    );
  });

  it.each([
    ['a column in two places', { protected: ['deny'] }, '"deny" in two places'],
    [
      'equal labels',
      { label: { column: 'deny', positive: 'yes', negative: 'yes' } },
      '"yes" as positive and as negative',
    ],
  ])('refuses %s', (_, columns, message) => {
    const model = evaluationOnly();

    expect(() => readEvaluationData(TABLE, { ...model, columns: { ...model.columns, ...columns } })).toThrow(message);
  });
});
