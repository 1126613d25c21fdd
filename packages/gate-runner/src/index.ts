export { DECISION_FILE, uploadDecision } from './decision-upload.ts';
export {
  type ChampionPredictions,
  type GateInputPorts,
  type GateInputs,
  type GateRequest,
  loadGateInputs,
} from './gate-inputs.ts';
export { type BinaryLabels, type GateColumns, type GateRows, NO_COLUMNS } from './rows/gate-rows.ts';
