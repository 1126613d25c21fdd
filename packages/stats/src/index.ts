export type { Bounds } from './interval.ts';
export {
  type Defined,
  defined,
  type Measured,
  quotient,
  type Undefined,
  type UndefinedReason,
  undefinedFor,
} from './measured.ts';
export { holm } from './multiplicity/holm.ts';
export { bonferroniConfidence, sidakConfidence } from './multiplicity/simultaneous.ts';
export { mcnemarExact } from './proportions/mcnemar.ts';
export { moverRatio } from './proportions/mover-ratio.ts';
export { newcombeDifference, type Proportion } from './proportions/newcombe-difference.ts';
export { type Discordance, tangoDifference } from './proportions/tango-difference.ts';
export { wilsonInterval } from './proportions/wilson.ts';
export { aucScoreInterval, type MeasuredAuc } from './ranks/auc-score.ts';
export { type DelongResult, delong } from './ranks/delong.ts';
export { type AucDifference, delongDifference, delongInterval } from './ranks/delong-difference.ts';
export { midranks } from './ranks/midranks.ts';
export { criticalValue, twoSidedConfidence } from './special/critical-value.ts';
export { normalCdf } from './special/normal.ts';
export { normalQuantile } from './special/normal-quantile.ts';
