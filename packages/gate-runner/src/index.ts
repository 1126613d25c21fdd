export { collectData } from './collect/data.ts';
export type { CollectedData, DataQuestion } from './collect/data-question.ts';
export { collectDrift, type DriftColumns, type DriftRows } from './collect/drift.ts';
export { collectFairness } from './collect/fairness.ts';
export { collectPerformance, type PerformanceRows } from './collect/performance.ts';
export { type CollectedProfile, collectProfile, type ProfileRequest } from './collect/profile.ts';
export { DECISION_FILE, uploadDecision } from './decision-upload.ts';
export { type GateChampion, type GateInputPorts, type GateInputs, withGateInputs } from './gate-inputs.ts';
export { type GateRequest, type GateSubject, resolveGateSubject } from './gate-subject.ts';
export {
  type DataFiles,
  type DataVerdict,
  type JudgedData,
  judgeData,
  type NamedFile,
  parseDataFiles,
} from './judge/data.ts';
export { type DataGatePorts, judgeDataOfPolicy, type PolicyDataVerdict, rulesOf } from './judge/data-of-policy.ts';
export { DRIFT_TABLES, driftSource, type JudgedTables, judgeDrift, type NamedProfile } from './judge/drift.ts';
export { type DriftPorts, judgeDriftOfPolicy } from './judge/drift-of-policy.ts';
export { judgeFairnessRows } from './judge/fairness.ts';
export type { JudgedRows } from './judge/judged-rows.ts';
export { judgePerformanceRows } from './judge/performance.ts';
export { type BinaryLabels, type GateColumns, type GateRows, type ModelColumns, NO_COLUMNS } from './rows/gate-rows.ts';
export { type GateSource, gateSources } from './rows/gate-sources.ts';
export { dataKeys, type GateTableNames, gateColumns, predictionKeys } from './rows/model-columns.ts';
export { need } from './rows/needed-columns.ts';
export { type NamedBytes, type OpenEngine, type RowsRequest, withRows } from './rows/open-rows.ts';
export { countSharedIds, type TrainingData } from './rows/shared-ids.ts';
export { trainingDatasets } from './rows/training-datasets.ts';
