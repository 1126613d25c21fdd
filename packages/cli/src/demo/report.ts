import type { StepReport } from './step.ts';

/** What `--json` writes; `schemaVersion` rises when a field changes its meaning. */
export interface DemoReport {
  readonly schemaVersion: 1;
  readonly outcome: 'done' | 'failed';
  readonly durationMs: number;
  readonly steps: readonly StepReport[];
  /** Operations of GitHub's REST API that were used; every exchange was valid against its OpenAPI description. */
  readonly operations: readonly string[];
  readonly folder: string;
}
