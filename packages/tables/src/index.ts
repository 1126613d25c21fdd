export { datasetWithRole, hiddenColumns } from './columns.ts';
export { type CsvRow, type CsvTable, readCsvTable } from './csv-table.ts';
export { formatCsv } from './csv-write.ts';
export type { DownloadPlan, Downloads } from './duckdb/addon/addon-download.ts';
export {
  type AddonSources,
  type AddonStore,
  addonKey,
  addonPins,
  addonTool,
  provisionAddon,
} from './duckdb/addon/provision-addon.ts';
export { type DuckDbOptions, duckDbEngine } from './duckdb/engine.ts';
export { requireOperations } from './engine/operation-support.ts';
export { MISSING_GROUP, readEvaluationIds } from './evaluation-data.ts';
export { formatByName } from './formats/table-format.ts';
export { featuresOf, trainingTable } from './model-tables.ts';
export type { PredictionCells } from './prediction-cells.ts';
export {
  type ExpectedRows,
  readPredictionCells,
  refuseOtherColumns,
} from './predictions.ts';
export { quoted, quotedList } from './quoted.ts';
export { type Part, rowPart, selectRows, splitPart } from './split.ts';
export { DATA_LIMITS, PREDICTION_LIMITS, type TableLimits } from './table-limits.ts';
