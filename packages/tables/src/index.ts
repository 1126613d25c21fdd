export { datasetWithRole, hiddenColumns } from './columns.ts';
export { type CsvRow, type CsvTable, readCsvTable } from './csv-table.ts';
export { formatCsv } from './csv-write.ts';
export { type EvaluationData, MISSING_GROUP, readEvaluationData } from './evaluation-data.ts';
export { type AlignedPredictions, joinById } from './join.ts';
export { featuresOf, trainingTable } from './model-tables.ts';
export { type ExpectedRows, type Prediction, type Predictions, readPredictions } from './predictions.ts';
export { type Part, selectRows, splitPart } from './split.ts';
export { DATA_LIMITS, PREDICTION_LIMITS, type TableLimits } from './table-limits.ts';
