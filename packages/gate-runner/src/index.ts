export { collectFairness, type FairnessCounts } from './collect/fairness.ts';
export { collectPerformance, type PerformanceRows } from './collect/performance.ts';
export { DECISION_FILE, uploadDecision } from './decision-upload.ts';
export {
  type ChampionPredictions,
  type GateInputPorts,
  type GateInputs,
  type GateRequest,
  loadGateInputs,
} from './gate-inputs.ts';
export { type BinaryLabels, type GateColumns, type GateRows, NO_COLUMNS } from './rows/gate-rows.ts';
export { type GateSource, gateSources } from './rows/gate-sources.ts';
export { need } from './rows/needed-columns.ts';
