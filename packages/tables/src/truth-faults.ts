import type { TaskColumns } from '@gatehouse/core';
import { quoted, quotedList } from './quoted.ts';

/** What the values of a column that the gates read beside the predictions must be. */
export interface TruthRule {
  readonly column: string;
  /** As a message begins: `the label`. */
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
  readonly accepts: (text: string) => boolean;
}

const DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?$/;

/** The rules of a task for what is true, and for weights and clusters. */
export function truthFaults(columns: TaskColumns): readonly TruthRule[] {
  const { weight, cluster } = columns;
  return [
    ...labelRules(columns),
    ...(weight === null
      ? []
      : [number(weight, 'the weight', { allowed: 'a number above 0', holds: (value) => value > 0 })]),
    ...(cluster === null ? [] : [named(cluster, 'the cluster')]),
  ];
}

function labelRules(columns: TaskColumns): readonly TruthRule[] {
  const { label } = columns;
  switch (columns.task) {
    case 'binary-classification':
      return [oneOf(label, [columns.positive, columns.negative])];
    case 'multiclass-classification':
      return [oneOf(label, columns.classes)];
    case 'regression':
      return [number(label, 'the label', { allowed: 'a decimal number', holds: () => true })];
    case 'ranking':
      return [
        number(label, 'the relevance', { allowed: 'a decimal number from 0', holds: (value) => value >= 0 }),
        named(columns.query, 'the query'),
        named(columns.item, 'the item'),
      ];
  }
}

function oneOf(column: string, labels: readonly string[]): TruthRule {
  const allowed = labels.length === 2 ? labels.map(quoted).join(' or ') : `one of the classes ${quotedList(labels)}`;
  return {
    column,
    found: 'the label',
    allowed,
    remedy: 'Correct the row, or "columns.label" in gatehouse.yml',
    accepts: (text) => labels.includes(text),
  };
}

interface NumberRule {
  readonly allowed: string;
  readonly holds: (value: number) => boolean;
}

function number(column: string, found: string, { allowed, holds }: NumberRule): TruthRule {
  const accepts = (text: string): boolean => DECIMAL.test(text) && Number.isFinite(Number(text)) && holds(Number(text));
  return { column, found, allowed, remedy: 'Correct the row', accepts };
}

function named(column: string, found: string): TruthRule {
  return { column, found, allowed: 'a text that is not empty', remedy: 'Fill it in', accepts: (text) => text !== '' };
}
