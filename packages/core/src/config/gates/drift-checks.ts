import { type Contradiction, duplicate, type ReadableModel, repeated } from '../contradiction.ts';
import type { DriftGateConfig } from '../schema.ts';
import { driftRules } from './drift.ts';

/** Rules between the fields of the drift gate, and between them and the data. Paths begin at the model. */
export function checkDrift(gate: DriftGateConfig, data: ReadableModel['data']): readonly Contradiction[] {
  return [...checkReference(gate), ...checkDatasets(gate, data), ...checkDriftColumns(gate)];
}

function checkReference(gate: DriftGateConfig): readonly Contradiction[] {
  const { reference, profile } = gate;
  const faults = checkMode(gate);
  if ((reference === undefined) !== (profile === undefined)) return faults;
  const none = reference === undefined;
  return [
    ...faults,
    {
      path: ['gates', 'drift'],
      found: none ? 'got neither "reference" nor "profile"' : 'got "reference" and "profile"',
      allowed: 'Exactly one of them says what the data is compared with',
      remedy: none ? 'Add "reference" with the name of a dataset.' : 'Remove one of the two.',
    },
  ];
}

/** The rules of evidently would not hear of what is written beside them. */
function checkMode({ mode, profile, ...gate }: DriftGateConfig): readonly Contradiction[] {
  if (mode === 'native') return [];
  const filledIn = driftRules.parse({});
  const beside: readonly (readonly [string, boolean, string])[] = [
    ['profile', profile !== undefined, 'The rules of evidently need the rows of both sides'],
    ['column-rules', Object.keys(gate['column-rules']).length > 0, 'The rules of evidently know no rules of columns'],
    ['limits', differs(gate.limits, filledIn.limits), 'The rules of evidently have limits of their own'],
    [
      'drifted-share',
      differs(gate['drifted-share'], filledIn['drifted-share']),
      'The rules of evidently fail from half of the columns on',
    ],
    ['domain-classifier', gate['domain-classifier'] === 'required', 'The rules of evidently know no classifier'],
  ];
  return beside
    .filter(([, isThere]) => isThere)
    .map(([key, , allowed]) => ({
      path: ['gates', 'drift', 'mode'],
      found: `got the mode "evidently" with "${key}"`,
      allowed,
      remedy: `Take the mode "native", or remove "${key}".`,
    }));
}

/** Limits that nobody wrote are filled in, and ignoring those says nothing against anyone. */
function differs(written: object, filledIn: object): boolean {
  return JSON.stringify(written) !== JSON.stringify(filledIn);
}

function checkDatasets(
  { data: current, reference }: DriftGateConfig,
  data: ReadableModel['data'],
): readonly Contradiction[] {
  if (data === undefined) return [];
  const names = Object.keys(data);
  const faults: Contradiction[] = Object.entries({ data: current, reference }).flatMap(([key, dataset]) =>
    dataset === undefined || names.includes(dataset)
      ? []
      : [
          {
            path: ['gates', 'drift', key],
            found: `got the unknown dataset "${dataset}"`,
            allowed: names.length === 0 ? 'No dataset is defined' : `The datasets are ${names.join(', ')}`,
            remedy: `Define "${dataset}" under "data", with the role "batch" if nothing else reads it.`,
          },
        ],
  );
  if (current !== reference) return faults;
  return [
    ...faults,
    {
      path: ['gates', 'drift', 'reference'],
      found: `got "${current}" for both sides`,
      allowed: 'Data that is compared with itself never drifts',
      remedy: 'Name another dataset.',
    },
  ];
}

/** Rules of a column that is not compared would be silent. */
function checkDriftColumns(gate: DriftGateConfig): readonly Contradiction[] {
  const { columns, exclude, target, prediction } = gate;
  const path = ['gates', 'drift'];
  const isCompared = (column: string): boolean => !exclude.includes(column) && (columns?.includes(column) ?? true);
  const faults: Contradiction[] = [
    ...repeated(columns ?? []).map((index) => duplicate([...path, 'columns', index], columns?.[index] ?? '')),
    ...repeated(exclude).map((index) => duplicate([...path, 'exclude', index], exclude[index] ?? '')),
  ];
  for (const [index, column] of (columns ?? []).entries()) {
    if (!exclude.includes(column)) continue;
    faults.push({
      path: [...path, 'columns', index],
      found: `got "${column}", which is excluded too`,
      allowed: 'A column is compared or not',
      remedy: 'Remove it from one of the two lists.',
    });
  }
  for (const column of Object.keys(gate['column-rules'])) {
    if (isCompared(column) && column !== target && column !== prediction) continue;
    faults.push({
      path: [...path, 'column-rules', column],
      found: `got rules for "${column}", which is not among the compared features`,
      allowed: 'Rules are of columns that are compared and are neither target nor prediction',
      remedy: 'Remove the rules, or compare the column.',
    });
  }
  const features = (columns ?? []).filter((column) => column !== target && column !== prediction);
  if (features.length > 0 && features.every((column) => importanceOf(gate, column) === 0)) {
    faults.push({
      path: [...path, 'column-rules'],
      found: 'got importance 0 for every column that is compared',
      allowed: 'The share of drifted columns is weighed by importance, so one of them is above 0',
      remedy: 'Give a column an importance above 0.',
    });
  }
  for (const [role, column] of Object.entries({ target, prediction })) {
    if (column === undefined || !exclude.includes(column)) continue;
    faults.push({
      path: [...path, role],
      found: `got "${column}", which is excluded`,
      allowed: 'The target and the prediction are compared',
      remedy: 'Remove it from "exclude".',
    });
  }
  if (target !== undefined && target === prediction) {
    faults.push({
      path: [...path, 'prediction'],
      found: `got "${target}" for the target and the prediction`,
      allowed: 'They are two columns',
      remedy: 'Name another column.',
    });
  }
  return faults;
}

function importanceOf({ 'column-rules': rules }: Pick<DriftGateConfig, 'column-rules'>, column: string): number {
  return (Object.hasOwn(rules, column) ? rules[column]?.importance : undefined) ?? 1;
}
