import { type Contradiction, duplicate, type ReadableModel, repeated } from '../contradiction.ts';
import type { DataColumnConfig, DataGateConfig, DataRulesConfig } from './data.ts';

/** Rules between the fields of the data gate, and between them and the datasets. Paths begin at the model. */
export function checkDataGate(gate: DataGateConfig, data: ReadableModel['data']): readonly Contradiction[] {
  const below = (path: readonly (string | number)[]): readonly (string | number)[] => ['gates', 'data', ...path];
  const faults = [...checkDataRules(gate), ...checkOverlap(gate, data), ...checkLeakage(gate)];
  if (data !== undefined && !Object.hasOwn(data, gate.dataset)) faults.push(noDataset(['dataset'], gate.dataset, data));
  return faults.map((fault) => ({ ...fault, path: below(fault.path) }));
}

/** Rules between the fields that need no policy around them. Paths begin at the gate. */
export function checkDataRules(rules: DataRulesConfig): readonly Contradiction[] {
  const { rows, key = [], probabilities } = rules;
  const faults: Contradiction[] = Object.entries(rules.columns).flatMap(([name, column]) =>
    checkColumn(column).map((fault) => ({ ...fault, path: ['columns', name, ...fault.path] })),
  );
  if (rows.max !== undefined && rows.max < rows.min) faults.push(crossed(['rows', 'max'], rows.min, rows.max));
  for (const at of repeated(key)) faults.push(duplicate(['key', at], key[at] ?? ''));
  for (const [list, names] of probabilities.entries()) {
    for (const at of repeated(names)) faults.push(duplicate(['probabilities', list, at], names[at] ?? ''));
  }
  return faults;
}

const NUMERIC: readonly DataColumnConfig['type'][] = ['integer', 'number'];

function checkColumn(column: DataColumnConfig): readonly Contradiction[] {
  const { type, min, max, nullable } = column;
  const faults: Contradiction[] = [];
  if (min !== undefined && max !== undefined && max < min) faults.push(crossed(['max'], min, max));
  for (const [field, types, what] of TYPED) {
    const value = column[field];
    const isSet = typeof value === 'boolean' ? value : value !== undefined;
    if (isSet && !types.includes(type)) faults.push(needsType(field, type, { types, what }));
  }
  if (column.probability && (min !== undefined || max !== undefined)) {
    faults.push({
      path: ['probability'],
      found: 'got "probability" beside "min" or "max"',
      allowed: 'A probability lies between 0 and 1, and nothing else',
      remedy: 'Remove the one or the other.',
    });
  }
  if (!nullable && column['missing-rate'] !== undefined) {
    faults.push({
      path: ['missing-rate'],
      found: 'got "missing-rate" for a column that is not nullable',
      allowed: 'A column that is not nullable has no missing value',
      remedy: 'Remove "missing-rate", or "nullable: false".',
    });
  }
  return [...faults, ...checkValues(column)];
}

type TypedField = 'min' | 'max' | 'probability' | 'pattern' | 'max-age-days' | 'future';

/** Which types a field makes sense for. An undeclared type would let a rule wait for values that never come. */
const TYPED: readonly (readonly [TypedField, readonly DataColumnConfig['type'][], string])[] = [
  ['min', NUMERIC, 'numbers have a least value'],
  ['max', NUMERIC, 'numbers have a largest value'],
  ['probability', ['number'], 'a probability is a number'],
  ['pattern', ['text'], 'a pattern is for text'],
  ['max-age-days', ['timestamp'], 'a timestamp has an age'],
  ['future', ['timestamp'], 'a timestamp can be in the future'],
];

function needsType(
  field: TypedField,
  type: string,
  needs: { readonly types: readonly string[]; readonly what: string },
): Contradiction {
  return {
    path: [field],
    found: `got "${field}" for a column of type ${type}`,
    allowed: `Only ${needs.what}`,
    remedy: `Write "type: ${needs.types.join('" or "type: ')}", or remove "${field}".`,
  };
}

const VALUE_TYPES: Readonly<Record<string, readonly string[]>> = {
  integer: ['number'],
  number: ['number'],
  text: ['string'],
  boolean: ['boolean'],
  timestamp: [],
  any: ['string', 'number', 'boolean'],
};

function checkValues({ type, values = [] }: DataColumnConfig): readonly Contradiction[] {
  const allowed = VALUE_TYPES[type] ?? [];
  const wrong = values.flatMap((value, at): readonly Contradiction[] =>
    allowed.includes(typeof value) && (type !== 'integer' || Number.isInteger(value))
      ? []
      : [
          {
            path: ['values', at],
            found: `got ${JSON.stringify(value)} among the values of a column of type ${type}`,
            allowed:
              type === 'timestamp' ? 'Timestamps have no list of values' : 'Every value is of the type of the column',
            remedy: 'Correct the value or the type: 1 is not "1".',
          },
        ],
  );
  const texts = values.map((value) => JSON.stringify(value));
  return [...wrong, ...repeated(texts).map((at) => duplicate(['values', at], String(values[at])))];
}

function checkLeakage({ leakage }: DataGateConfig): readonly Contradiction[] {
  const ignore = leakage?.ignore ?? [];
  return repeated(ignore).map((at) => duplicate(['leakage', 'ignore', at], ignore[at] ?? ''));
}

function checkOverlap(gate: DataGateConfig, data: ReadableModel['data']): readonly Contradiction[] {
  const { overlap, key } = gate;
  if (overlap === undefined) return [];
  const keyless = overlap.with !== undefined && !overlap.rows && key === undefined;
  return [...(data === undefined ? [] : checkOther(gate, overlap, data)), ...(keyless ? [noKey()] : [])];
}

type Overlap = NonNullable<DataGateConfig['overlap']>;

function checkOther(
  { dataset }: DataGateConfig,
  overlap: Overlap,
  data: NonNullable<ReadableModel['data']>,
): readonly Contradiction[] {
  const other = overlap.with;
  if (other === undefined) return checkOwnSplit(overlap, Object.hasOwn(data, dataset) ? data[dataset] : undefined);
  if (!Object.hasOwn(data, other)) return [noDataset(['overlap', 'with'], other, data)];
  if (other !== dataset) return [];
  return [
    {
      path: ['overlap', 'with'],
      found: `got "${other}", which is the dataset itself`,
      allowed: 'Rows are shared with another dataset, or with the other part of a split',
      remedy: 'Name another dataset, or remove "with" to compare the parts of the split.',
    },
  ];
}

function noKey(): Contradiction {
  return {
    path: ['overlap'],
    found: 'got "overlap" without "key"',
    allowed: 'Shared rows are found by the columns of the key',
    remedy: 'Add "key", or "rows: true" to compare all columns.',
  };
}

/** One value of the split column is in one part, so only equal rows under different ids can be in both. */
function checkOwnSplit(
  { rows }: Overlap,
  dataset: NonNullable<ReadableModel['data']>[string] | undefined,
): readonly Contradiction[] {
  if (dataset === undefined) return [];
  if (dataset.split === undefined) {
    return [
      {
        path: ['overlap'],
        found: 'got "overlap" without "with" for a dataset that has no split',
        allowed: 'Rows are compared with another dataset, or with the other part of a split',
        remedy: 'Add "with" and the name of a dataset.',
      },
    ];
  }
  if (rows) return [];
  return [
    {
      path: ['overlap', 'rows'],
      found: 'got "rows: false" for the parts of one split',
      allowed: 'An id is in one part only, so equal rows under different ids are all that can be found',
      remedy: 'Write "rows: true".',
    },
  ];
}

function noDataset(path: readonly string[], name: string, data: NonNullable<ReadableModel['data']>): Contradiction {
  return {
    path: [...path],
    found: `got the unknown dataset "${name}"`,
    allowed: `The datasets are ${Object.keys(data).join(', ')}`,
    remedy: `Add "${name}" under "data", or name another.`,
  };
}

function crossed(path: readonly string[], min: number, max: number): Contradiction {
  return {
    path: [...path],
    found: `got a largest value of ${max}, which is below the least, ${min}`,
    allowed: 'The largest is at or above the least',
    remedy: 'Correct one of the two.',
  };
}
