import type { Fault, TaskColumns } from '@gatehouse/core';
import { quoted, quotedList } from './quoted.ts';

// Full decimal literals. `NaN`, `Infinity`, `0x1`, ` 1`, `.5` and the empty field are not.
const UNSIGNED = /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?$/;
const LONGEST_NUMBER = 64;
/** How far the probabilities of a row may be from 1 together. */
const SUM_TOLERANCE = 1e-6;

/** What a model says of a row: labels as texts, numbers as numbers, in the order of its columns without the id. */
export type PredictionCells = readonly (string | number)[];

/** What is wrong with a row; `where` is added by the reader. */
export type CellFault = Omit<Fault, 'where'>;

/** The cells of one row as its task wants them, or what is wrong with them. `texts` are in the order of the columns without the id. */
export function predictionCells(columns: TaskColumns, texts: readonly string[]): PredictionCells | CellFault {
  const [first = '', ...rest] = texts;
  switch (columns.task) {
    case 'binary-classification':
      return together(oneOf(first, [columns.positive, columns.negative]), probability(rest[0] ?? '', POSITIVE));
    case 'multiclass-classification': {
      const label = oneOf(first, columns.classes);
      const probabilities = rest.map((text) => probability(text, OF_CLASS));
      return summedToOne(together(label, ...probabilities), columns.scores);
    }
    case 'regression':
      return together(finite(first, 'the prediction'));
    case 'ranking':
      return together(finite(first, 'the score'));
  }
}

export function isCellFault(cells: PredictionCells | CellFault): cells is CellFault {
  return 'found' in cells;
}

const POSITIVE = 'the probability of the positive label';
const OF_CLASS = 'the probability of a class';

type Cell = string | number | CellFault;

function together(...cells: readonly Cell[]): PredictionCells | CellFault {
  const read: (string | number)[] = [];
  for (const cell of cells) {
    if (typeof cell === 'object') return cell;
    read.push(cell);
  }
  return read;
}

function oneOf(text: string, labels: readonly string[]): Cell {
  if (labels.includes(text)) return text;
  const binary = labels.length === 2;
  const allowed = binary ? labels.map(quoted).join(' or ') : `one of the classes ${quotedList(labels)}`;
  return {
    found: `the prediction ${quoted(text)}`,
    allowed,
    remedy: binary ? 'Predict one of the two' : 'Predict one of the classes',
  };
}

function probability(text: string, meaning: string): Cell {
  const value = isNumber(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  return {
    found: `the score ${quoted(text)}`,
    allowed: `a decimal number from 0 to 1, ${meaning}`,
    remedy: 'Write it as in 0.25',
  };
}

function finite(text: string, what: string): Cell {
  const digits = text.startsWith('-') ? text.slice(1) : text;
  const value = isNumber(digits) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  return { found: `${what} ${quoted(text)}`, allowed: 'a decimal number', remedy: 'Write it as in -0.25' };
}

function isNumber(text: string): boolean {
  return text.length <= LONGEST_NUMBER && UNSIGNED.test(text);
}

function summedToOne(
  cells: PredictionCells | CellFault,
  scores: readonly string[] | null,
): PredictionCells | CellFault {
  if (scores === null || isCellFault(cells)) return cells;
  const sum = cells.reduce<number>((total, cell) => (typeof cell === 'number' ? total + cell : total), 0);
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return cells;
  return {
    found: `probabilities that sum to ${sum}`,
    allowed: `1, up to ${SUM_TOLERANCE}, in the columns ${quotedList(scores)}`,
    remedy: 'Write the probability of every class',
  };
}
