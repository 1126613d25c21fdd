export type { CountVector } from './binning/count-vector.ts';
export { checkSameEdges, countOnEdges, type EdgeCounts, edgeTotal, mergeEdgeCounts } from './binning/edge-counts.ts';
export { cutsFromEdges, groupByCuts } from './binning/edge-groups.ts';
export { countByCuts, quantileCuts, quantileEdges } from './binning/quantile-cuts.ts';
export { countLeftClosed, sturgesEdges } from './binning/sturges.ts';
export { brier, brierOfRow, classBrier, classBrierOfRow } from './classification/calibration/brier.ts';
export { calibrationInTheLarge } from './classification/calibration/calibration-in-the-large.ts';
export { type CalibrationLine, calibrationLine } from './classification/calibration/calibration-line.ts';
export { expectedCalibrationError } from './classification/calibration/expected-calibration-error.ts';
export { classLogLoss, classLogLossOfRow, logLoss, logLossOfRow } from './classification/calibration/log-loss.ts';
export { classAccuracy } from './classification/classes/class-accuracy.ts';
export { classAucOneVsOne, classAucOneVsRest } from './classification/classes/class-auc.ts';
export {
  classAucOneVsOneOfWeights,
  classAucOneVsRestOfWeights,
} from './classification/classes/class-auc-of-weights.ts';
export { classBalancedAccuracy } from './classification/classes/class-balanced-accuracy.ts';
export { type ClassConfusion, type ClassRows, classConfusion } from './classification/classes/class-confusion.ts';
export { classF1, type F1Average } from './classification/classes/class-f1.ts';
export { classMatthews } from './classification/classes/class-matthews.ts';
export type { ScoredClasses } from './classification/classes/class-probabilities.ts';
export { cohenKappa, type KappaWeights } from './classification/classes/cohen-kappa.ts';
export { classConfusionOfWeights } from './classification/classes/confusion-of-weights.ts';
export { topKAccuracy, topKHitOfRow } from './classification/classes/top-k-accuracy.ts';
export { balancedAccuracy } from './classification/confusion/balanced-accuracy.ts';
export {
  type BinaryConfusion,
  binaryConfusion,
  confusionTotal,
  mergeConfusions,
  withLabelsSwapped,
} from './classification/confusion/binary-confusion.ts';
export {
  CONFUSION_RATES,
  type ConfusionRate,
  type ConfusionRateRule,
  confusionRate,
} from './classification/confusion/confusion-rates.ts';
export { fBeta } from './classification/confusion/f-beta.ts';
export { matthews } from './classification/confusion/matthews.ts';
export { averagePrecision, averagePrecisionInOrder } from './classification/scores/average-precision.ts';
export { averagePrecisionOfWeights } from './classification/scores/average-precision-of-weights.ts';
export { rocAuc, rocAucInOrder } from './classification/scores/roc-auc.ts';
export { type OrderedLabels, type ScoreOrder, scoreOrder } from './classification/scores/score-order.ts';
export type { ScoredLabels } from './classification/scores/scored-labels.ts';
export { chiSquareTest, gTest, type HomogeneityTest } from './contingency/chi-square-test.ts';
export { cramerV } from './contingency/cramer-v.ts';
export { type HomogeneityP, homogeneity } from './contingency/homogeneity.ts';
export {
  type CochranMantelHaenszel,
  cochranMantelHaenszel,
  mantelHaenszelDifference,
  type RiskDifference,
  type Stratum,
} from './contingency/mantel-haenszel.ts';
export { type MergedTable, mergeSmallCategories } from './contingency/merge-small-categories.ts';
export { monteCarloHomogeneity, type TableDraws } from './contingency/monte-carlo.ts';
export type { ContingencyTable, TableUndefined } from './contingency/table.ts';
export { descendingOrder } from './descending-order.ts';
export { type DesignMatrix, type DomainFeature, designMatrix } from './domain-classifier/design-matrix.ts';
export { classifyDomains, type DomainClassification, type DomainRows } from './domain-classifier/domain-classifier.ts';
export { fitLogistic, type LogisticProblem } from './domain-classifier/logistic-regression.ts';
export type { BinnedPair, EmptySide } from './drift/binned-pair.ts';
export type { Sample } from './drift/cdf-difference.ts';
export { type DetectionDesign, detectableKs, detectablePsi, requiredSizeForPsi } from './drift/detectable-effect.ts';
export { dkwHalfWidth, populationKsBounds } from './drift/dkw.ts';
export { type ChiSquareEffect, chiSquareEffectQuantile, kolmogorovEffectQuantile } from './drift/effect-quantile.ts';
export { effectiveSize, type SampleSizes } from './drift/effective-size.ts';
export { energyDistance } from './drift/energy-distance.ts';
export { hellinger } from './drift/hellinger.ts';
export { jensenShannon } from './drift/jensen-shannon.ts';
export { kullbackLeibler } from './drift/kullback-leibler.ts';
export { lInfinity } from './drift/l-infinity.ts';
export { type NewCategoryCounts, type NewCategoryRate, newCategoryRate } from './drift/new-categories.ts';
export { outOfRangeProbability, outOfRangeTail } from './drift/out-of-range.ts';
export { psi } from './drift/psi.ts';
export { type Effect, type Redraws, redrawnEffectQuantiles, wassersteinOfPositions } from './drift/redrawn-quantile.ts';
export type { Smoothing } from './drift/smoothing.ts';
export { totalVariation } from './drift/total-variation.ts';
export { normedWasserstein, wasserstein } from './drift/wasserstein.ts';
export { needsCalibration } from './estimation/calibration-need.ts';
export { chunkLimits, samplingBand } from './estimation/chunk-limits.ts';
export { expectedAuc } from './estimation/expected-auc.ts';
export { expectedConfusion } from './estimation/expected-confusion.ts';
export { type CalibrationCurve, calibrate, fitIsotonic } from './estimation/isotonic.ts';
export {
  type NoTransferredLoss,
  type StratifiedLoss,
  type TransferredLoss,
  transferLoss,
} from './estimation/stratified-loss.ts';
export { averageAbsoluteOddsDifference, averageOddsDifference } from './groups/average-odds.ts';
export {
  type ConditionalDisparity,
  conditionalDemographicDisparity,
  type DisparityStratum,
  demographicDisparity,
} from './groups/demographic-disparity.ts';
export { differentialFairness } from './groups/differential-fairness.ts';
export { equalizedOddsDifference, equalizedOddsRatio, type OddsOptions } from './groups/equalized-odds.ts';
export { exposureOfGroups, type GroupExposure, type ShownRankings } from './groups/exposure.ts';
export { type FourFifths, fourFifths, type TippingDecision } from './groups/four-fifths.ts';
export { benefitVariation, generalizedEntropy, theilIndex } from './groups/generalized-entropy.ts';
export type { GroupCount } from './groups/group-count.ts';
export {
  GROUP_RATES,
  type GroupConfusions,
  type GroupRate,
  groupMeasures,
  rateOfGroups,
} from './groups/group-rates.ts';
export { differenceBetween, differenceToOverall, ratioBetween, ratioToOverall } from './groups/group-spread.ts';
export { extremeGroups, type GroupExtremes, type GroupValues } from './groups/group-values.ts';
export { ndkl, poolShares } from './groups/ndkl.ts';
export {
  type GroupPair,
  PAIR_DISPARITIES,
  type PairDisparity,
  type PairRule,
  pairDisparity,
} from './groups/pair-disparities.ts';
export { type SkewQuestion, skewAt } from './groups/skew.ts';
export {
  type CellVerdict,
  type CountTable,
  type SuppressionRule,
  suppressCells,
  type TableCell,
  type TableSum,
} from './groups/suppression.ts';
export type { Bounds } from './interval.ts';
export { type MeanEstimate, meanInterval, welchDifference } from './means/mean-interval.ts';
export { type Moments, mergeMoments, momentsOf } from './means/moments.ts';
export {
  type Defined,
  defined,
  type Measured,
  quotient,
  type Undefined,
  type UndefinedReason,
  undefinedFor,
} from './measured.ts';
export { type Direction, improvement, METRIC_DIRECTIONS, type PerformanceMetric } from './metric-directions.ts';
export { benjaminiHochberg } from './multiplicity/benjamini-hochberg.ts';
export { eBenjaminiHochberg } from './multiplicity/e-benjamini-hochberg.ts';
export { holm } from './multiplicity/holm.ts';
export { bonferroniConfidence, sidakConfidence } from './multiplicity/simultaneous.ts';
export { ksBounds } from './profile/ks-bounds.ts';
export { type EdgeSums, wassersteinBounds } from './profile/wasserstein-bounds.ts';
export { clopperPearson } from './proportions/clopper-pearson.ts';
export { type FourFold, fisherExact } from './proportions/fisher-exact.ts';
export { kishEffectiveSize } from './proportions/kish-effective-size.ts';
export { mcnemarExact } from './proportions/mcnemar.ts';
export { moverRatio, weightedMoverRatio } from './proportions/mover-ratio.ts';
export { newcombeDifference, type Proportion, weightedNewcombeDifference } from './proportions/newcombe-difference.ts';
export { newcombePaired, type PairedCounts } from './proportions/newcombe-paired.ts';
export { pooledZ } from './proportions/pooled-z.ts';
export { type Discordance, tangoDifference } from './proportions/tango-difference.ts';
export { type WeightedProportion, weightedWilsonInterval, wilsonInterval } from './proportions/wilson.ts';
export { binomialDraw, multinomialDraw } from './random/binomial.ts';
export { hypergeometricDraw } from './random/hypergeometric-draw.ts';
export type { RandomSource } from './random/random-source.ts';
export { shuffle } from './random/shuffle.ts';
export { createRandom, type Random, resumeRandom } from './random/xoshiro.ts';
export { hitAt, precisionAt, recallAt } from './ranking/hits.ts';
export { type JudgedRankings, meanOfQueries, type QueryValues, type TiedRankings } from './ranking/judged-rankings.ts';
export { averagePrecisionAt } from './ranking/mean-average-precision.ts';
export { type Gain, ndcgAt } from './ranking/ndcg.ts';
export { reciprocalRankAt } from './ranking/reciprocal-rank.ts';
export { ascendingOrder } from './ranks/ascending-order.ts';
export { aucScoreInterval, type MeasuredAuc } from './ranks/auc-score.ts';
export { kendallTauBOfWeights, spearmanRhoOfWeights } from './ranks/correlation-of-weights.ts';
export { type DelongResult, delong } from './ranks/delong.ts';
export { type AucDifference, delongDifference, delongInterval } from './ranks/delong-difference.ts';
export { type KsDistance, type KsP, ksDistance, ksPValue } from './ranks/kolmogorov-smirnov.ts';
export { type MannWhitney, mannWhitney } from './ranks/mann-whitney.ts';
export { midranks } from './ranks/midranks.ts';
export { type CorrelationUndefined, kendallTauB, spearmanRho } from './ranks/rank-correlation.ts';
export {
  medianAbsoluteErrorOfWeights,
  percentageErrorOfWeights,
  rootMeanSquaredErrorOfWeights,
  rSquaredOfWeights,
} from './regression/errors-of-weights.ts';
export { maxError } from './regression/max-error.ts';
export { meanAbsoluteError } from './regression/mean-absolute-error.ts';
export { meanResidual } from './regression/mean-residual.ts';
export { meanSquaredError, rootMeanSquaredError } from './regression/mean-squared-error.ts';
export { meanSquaredLogError } from './regression/mean-squared-log-error.ts';
export { medianAbsoluteError } from './regression/median-absolute-error.ts';
export type { NumericPairs, PlainPairs } from './regression/numeric-pairs.ts';
export { meanAbsolutePercentageError, weightedAbsolutePercentageError } from './regression/percentage-errors.ts';
export { pinballLoss } from './regression/pinball-loss.ts';
export { rSquared } from './regression/r-squared.ts';
export {
  absoluteLoss,
  absolutePercentageLoss,
  pinballRowLoss,
  type RowLoss,
  squaredLogLoss,
  squaredLoss,
} from './regression/row-losses.ts';
export { type BootstrapBounds, type BootstrapSample, bcaInterval, type PercentileFallback } from './resampling/bca.ts';
export {
  type BootstrapInterval,
  type BootstrapRequest,
  type BootstrapUndefined,
  type BoundDecision,
  bootstrapInterval,
  LEAST_CLUSTERS,
} from './resampling/bootstrap-interval.ts';
export { deleteGroupJackknife, jackknifeAcceleration, type MultiplicityStatistic } from './resampling/jackknife.ts';
export type { MeasureOfWeights } from './resampling/measure-of-weights.ts';
export { percentileError } from './resampling/monte-carlo-error.ts';
export { linearPercentile } from './resampling/percentile.ts';
export { type ResamplingUnits, resampler } from './resampling/units.ts';
export {
  type AlarmLevel,
  type AlarmReading,
  type AlarmState,
  acknowledgeAlarm,
  advanceAlarm,
  anytimeP,
  hasCounted,
  newAlarm,
  pageLimit,
  parseAlarm,
} from './sequential/alarm-policy.ts';
export { betaMixtureInterval } from './sequential/beta-mixture.ts';
export {
  type CategoryCounts,
  type CategoryDesign,
  type CategorySeparation,
  categorySeparation,
} from './sequential/category-separation.ts';
export {
  advanceDetector,
  type ChangeDetector,
  newChangeDetector,
  parseChangeDetector,
} from './sequential/change-detector.ts';
export {
  type ConformalMartingale,
  conformalLogEvidence,
  newConformalMartingale,
  observeBins,
  parseConformalMartingale,
} from './sequential/conformal-martingale.ts';
export { combineLogEvidence, eValueOfP, mixedEValueOfP } from './sequential/e-values.ts';
export {
  type EmpiricalBernstein,
  empiricalBernsteinInterval,
  newEmpiricalBernstein,
  observeBounded,
  parseEmpiricalBernstein,
} from './sequential/empirical-bernstein.ts';
export { epochLevel } from './sequential/epoch-level.ts';
export {
  type KsMonitor,
  type KsMonitorReading,
  newKsMonitor,
  observeEdgeCounts,
  parseKsMonitor,
  readKsMonitor,
} from './sequential/ks-monitor.ts';
export {
  mergeRiskMonitors,
  newRiskMonitor,
  observeEvents,
  observeRisks,
  parseRiskMonitor,
  type RiskMonitor,
  riskEvidence,
  riskLogCapitals,
  riskLogEvidence,
} from './sequential/risk-monitor.ts';
export { type SequentialKsDesign, sequentialKsBoundary, sequentialKsLimit } from './sequential/sequential-ks.ts';
export { type BetaShape, betaQuantile, betaTails, regularizedBeta } from './special/beta-tails.ts';
export { type BinomialOutcome, binomialTails } from './special/binomial-tails.ts';
export { chiSquareCritical, chiSquareQuantile, chiSquareSf, chiSquareTails } from './special/chi-square.ts';
export { criticalValue, twoSidedConfidence } from './special/critical-value.ts';
export { gammaTails, regularizedGammaP, regularizedGammaQ } from './special/gamma-tails.ts';
export { logHypergeometricDensity, type Urn } from './special/hypergeometric.ts';
export { kolmogorovCritical, kolmogorovSf } from './special/kolmogorov.ts';
export { logGamma } from './special/log-gamma.ts';
export {
  type ChiSquareDesign,
  type NoncentralChiSquare,
  noncentralChiSquareSf,
  noncentralityForPower,
} from './special/noncentral-chi-square.ts';
export { normalCdf } from './special/normal.ts';
export { normalQuantile } from './special/normal-quantile.ts';
export { studentCdf, studentCritical, studentQuantile } from './special/student-t.ts';
export type { Tails } from './special/tails.ts';
