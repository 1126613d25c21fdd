import type { PolicyDataVerdict } from '@gatehouse/gate-runner';
import { type LineageDataset, type LineageEvent, type LineageRun, lineageEvents } from '@gatehouse/report';

/** What tells a run of the gate from any other. */
export interface GateRun {
  readonly repositoryUrl: string;
  readonly workflowRun: string;
  readonly model: string;
  /** The commit that the workflow runs from. */
  readonly commit: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** The events of a gate that came to a decision, whichever it is: the assertions say what it found. */
export function eventsOfVerdict(verdict: PolicyDataVerdict, run: GateRun): readonly LineageEvent[] {
  return lineageEvents({ ...runOf(run), error: null, inputs: [datasetOf(verdict, run.repositoryUrl)], outputs: [] });
}

/** The events of a gate that could not judge. */
export function eventsOfError(message: string, run: GateRun): readonly LineageEvent[] {
  return lineageEvents({ ...runOf(run), error: message, inputs: [], outputs: [] });
}

function runOf({ repositoryUrl, model, commit, ...run }: GateRun): Omit<LineageRun, 'error' | 'inputs' | 'outputs'> {
  const { workflowRun, startedAt, finishedAt } = run;
  const job = { namespace: repositoryUrl, name: `data-gate/${model}` };
  return { job, workflowRun, startedAt, finishedAt, source: { repositoryUrl, commit } };
}

function datasetOf({ decision, description, facts, dataset }: PolicyDataVerdict, namespace: string): LineageDataset {
  const columns = [...facts.columns].map(([name, { integrity, distinct }]) => {
    const { rows, nulls, nans, positiveInfinities, negativeInfinities, emptyTexts } = integrity;
    const missing = nulls + nans + positiveInfinities + negativeInfinities + emptyTexts;
    return [name, { missing, distinct: distinct?.distinct ?? null, count: rows - missing }] as const;
  });
  return {
    namespace,
    name: dataset.name,
    digest: description.digest,
    fields: description.columns,
    quality: {
      rows: description.rows,
      bytes: description.files.reduce((sum, { bytes }) => sum + bytes, 0),
      files: description.files.length,
      columns: Object.fromEntries(columns),
      findings: decision.findings,
    },
  };
}
