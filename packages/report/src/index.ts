export {
  type CheckSummary,
  LONGEST_CHECK_SUMMARY,
  type ModelSummary,
  type RoleSummary,
  renderCheckSummary,
  type UncountedReview,
  type WaiverSummary,
} from './check-summary.ts';
export { renderDataMarkdown } from './data-tables.ts';
export { decisionHeadline } from './decision-headline.ts';
export { renderDecisionMarkdown } from './decision-markdown.ts';
export { renderDecisionText, type TextOptions } from './decision-text.ts';
export { escapeMarkdown } from './escape-markdown.ts';
export { drawInterval, type Scale } from './interval-drawing.ts';
export {
  LINEAGE_FILE,
  type LineageDataset,
  type LineageEvent,
  type LineageQuality,
  type LineageRun,
  lineageEvents,
  lineageFile,
  lineageRunId,
} from './lineage/run-events.ts';
export { renderMovedStage } from './stage-summary.ts';
export { type Cut, terminalLine, visibleText } from './visible-text.ts';
