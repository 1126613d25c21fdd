import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ActionError,
  ConfigError,
  type Decision,
  type FairnessGateConfig,
  type ModelConfig,
  type PerformanceGateConfig,
  parseGateBlock,
  sha256,
  taskColumns,
} from '@gatehouse/core';
import { judgeFairnessRows, judgePerformanceRows, withRows } from '@gatehouse/gate-runner';
import { duckDbEngine } from '@gatehouse/tables';
import { WORKSPACE } from '../tables/engine/fixture-tables.ts';
import { modelWith } from '../tables/fixture-model.ts';

const PLACE = { task: 'binary-classification' as const, nameOf: String };
const FAIRNESS = parseGateBlock(
  'fairness',
  {
    sensitive: ['race'],
    'minimum-group-size': 20,
    measures: { 'selection-rate-difference': { limit: 0.4 }, 'true-positive-rate-difference': { limit: 0.9 } },
  },
  PLACE,
);
const PERFORMANCE = parseGateBlock(
  'performance',
  {
    // Drawn samples show whether the order of rows makes a difference.
    metrics: {
      auc: { floor: 0.6, margin: 0.02 },
      accuracy: { floor: 0.6, margin: 0.02 },
      brier: { ceiling: 0.4, margin: 0.02 },
      'f-beta': { floor: 0.3, margin: 0.02, beta: 2 },
    },
    'trivial-baseline': 'majority-class',
  },
  PLACE,
);

type Content = string | Uint8Array;

/** What the decide run is given: the evaluation data under a name of the policy, and what the model wrote. */
export interface Tables {
  readonly path?: string;
  readonly data: Content;
  readonly predictions: Content;
}

export interface Row {
  readonly id: string;
  readonly deny: string;
  readonly race: string;
  readonly dept: string;
  readonly prediction: string;
  readonly score: string;
}

/** Applicants of two groups, whom a model judges with some mistakes. */
export const ROWS: readonly Row[] = Array.from({ length: 240 }, (_, at) => {
  const deny = at % 3 === 0 ? 'yes' : 'no';
  const wrong = at % 7 === 0;
  const prediction = wrong === (deny === 'yes') ? 'no' : 'yes';
  const score = (prediction === 'yes' ? 0.55 : 0.05) + ((at * 37) % 40) / 100;
  const race = at % 5 < 3 ? 'alpha' : 'grpb';
  return { id: `r${1000 + at}`, deny, race, dept: at % 2 === 0 ? 'x' : 'y', prediction, score: score.toFixed(2) };
});

export const DATA_COLUMNS = ['id', 'deny', 'race', 'dept'] as const;
export const PREDICTION_COLUMNS = ['id', 'prediction', 'score'] as const;

/** A plain CSV of some columns. */
export function csvOf(columns: readonly (keyof Row)[], rows: readonly Row[] = ROWS): string {
  return `${[columns.join(','), ...rows.map((row) => columns.map((column) => row[column]).join(','))].join('\n')}\n`;
}

export const PLAIN: Tables = { data: csvOf(DATA_COLUMNS), predictions: csvOf(PREDICTION_COLUMNS) };

export type Said = Decision | string;

/** A task with what both gates limit of it. */
export interface Exam {
  readonly model: Pick<ModelConfig, 'task'> & Partial<Pick<ModelConfig, 'columns'>>;
  readonly performance: PerformanceGateConfig;
  readonly fairness: FairnessGateConfig;
}

const BINARY: Exam = {
  model: { task: 'binary-classification' },
  performance: PERFORMANCE,
  fairness: FAIRNESS,
};

/** What both gates of a decide run make of the tables: decisions, or the reason code that they are refused with. */
export async function judged(
  tables: Tables,
  exam: Exam = BINARY,
): Promise<{ readonly performance: Said; readonly fairness: Said }> {
  const temp = mkdtempSync(join(tmpdir(), 'gatehouse-corpus-'));
  try {
    return await judge(tables, exam, temp);
  } catch (error) {
    const code = refusalOf(error);
    return { performance: code, fairness: code };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

async function judge(tables: Tables, exam: Exam, temp: string): ReturnType<typeof judged> {
  const [data, predictions] = [bytesOf(tables.data), bytesOf(tables.predictions)];
  const dataset = { path: tables.path ?? 'data.csv', digest: data.digest, roles: ['evaluation' as const] };
  const model: ModelConfig = modelWith({ ...exam.model, data: { loans: dataset } });
  const engine = (place: { readonly root: string; readonly tempFolder: string }) =>
    duckDbEngine({ addon: { explicit: WORKSPACE }, ...place });
  return await withRows({ model, dataset, data, predictions, champion: null }, { temp, engine }, async (rows) => {
    const of = {
      rows,
      columns: taskColumns(model),
      champion: { state: 'none', versionsExist: false } as const,
      context: { subject: null, policyDigest: null, inputs: [] },
    };
    return {
      performance: await judgePerformanceRows(exam.performance, of).catch(refusalOf),
      fairness: await judgeFairnessRows(exam.fairness, of).catch(refusalOf),
    };
  });
}

/** The reason code of a refusal, or `config`; anything else is thrown on. */
function refusalOf(error: unknown): string {
  if (error instanceof ConfigError) return 'config';
  if (error instanceof ActionError && error.code === 'refused') return error.reasonCode ?? 'refused';
  throw error;
}

function bytesOf(content: Content) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { bytes, digest: sha256(bytes) };
}
