import { canonicalJson, type Decision, type Digest, hexOf, sha256 } from '@gatehouse/core';

const PRODUCER = 'https://github.com/gatehouse-actions/gatehouse';
const SPEC = 'https://openlineage.io/spec';
const EVENT_SCHEMA = `${SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent`;

/** A dataset of a run, by its digest. A model is one too: lineage knows no other things. */
export interface LineageDataset {
  /** Where names are unique: the address of the repository. */
  readonly namespace: string;
  readonly name: string;
  readonly digest: Digest;
  readonly fields?: readonly { readonly name: string; readonly type: string }[];
  readonly quality?: LineageQuality;
}

/** What was counted of an input, and the rules it was held against. */
export interface LineageQuality {
  readonly rows: number;
  readonly bytes: number;
  readonly files: number;
  readonly columns: Readonly<
    Record<string, { readonly missing: number; readonly distinct: number | null; readonly count: number }>
  >;
  readonly findings: Decision['findings'];
}

/** One run of a job, from its begin to its end. */
export interface LineageRun {
  /** Namespace and name of the job: the address of the repository, `data-gate/mortgage-approval`. */
  readonly job: { readonly namespace: string; readonly name: string };
  /** What tells this run of the workflow from any other, such as its address. */
  readonly workflowRun: string;
  readonly source: { readonly repositoryUrl: string; readonly commit: string };
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** A job that came to its end with a decision against the data has completed. */
  readonly error: string | null;
  readonly inputs: readonly LineageDataset[];
  readonly outputs: readonly LineageDataset[];
}

/** An event of OpenLineage 2-0-2, as it is sent. */
export type LineageEvent = Readonly<Record<string, unknown>>;

/** START and COMPLETE or FAIL of a run, under one id that equal runs share. */
export function lineageEvents(run: LineageRun): readonly [LineageEvent, LineageEvent] {
  const runId = lineageRunId(run);
  const common = { producer: PRODUCER, schemaURL: EVENT_SCHEMA, job: jobOf(run) };
  const inputs = run.inputs.map((dataset) => ({ ...namesOf(dataset), facets: datasetFacets(dataset) }));
  const outputs = run.outputs.map((dataset) => ({ ...namesOf(dataset), facets: datasetFacets(dataset) }));
  const start = {
    ...common,
    eventType: 'START',
    eventTime: run.startedAt.toISOString(),
    run: { runId },
    inputs,
    outputs: [],
  };
  const facets = run.error === null ? {} : { errorMessage: errorFacet(run.error) };
  const end = {
    ...common,
    eventType: run.error === null ? 'COMPLETE' : 'FAIL',
    eventTime: run.finishedAt.toISOString(),
    run: { runId, facets },
    inputs: run.inputs.map((dataset, index) => ({ ...inputs[index], ...inputFacets(dataset) })),
    outputs: run.error === null ? outputs : [],
  };
  return [start, end];
}

/** Name of the file with the events in an artifact. */
export const LINEAGE_FILE = 'openlineage.jsonl';

/** Events as a file: one JSON text in a line. */
export function lineageFile(events: readonly LineageEvent[]): Uint8Array {
  return new TextEncoder().encode(events.map((event) => `${canonicalJson(event)}\n`).join(''));
}

/**
 * A UUID of version 8 (RFC 9562) out of SHA-256 over job, workflow run, begin and the digests of the inputs: whoever has the
 * facts can compute it, and no two runs share it.
 */
export function lineageRunId({ job, workflowRun, startedAt, inputs }: LineageRun): string {
  const facts = {
    job,
    workflowRun,
    startedAt: startedAt.toISOString(),
    inputs: inputs.map(({ namespace, name, digest }) => ({ namespace, name, digest })),
  };
  const hex = hexOf(sha256(canonicalJson(facts)));
  const variant = (8 + (Number.parseInt(hex.slice(16, 17), 16) % 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function namesOf({ namespace, name }: LineageDataset): { readonly namespace: string; readonly name: string } {
  return { namespace, name };
}

function jobOf({ job, source }: LineageRun): LineageEvent {
  return {
    ...job,
    facets: {
      jobType: facet('2-0-4/JobTypeJobFacet', { processingType: 'BATCH', integration: 'GATEHOUSE', jobType: 'JOB' }),
      sourceCodeLocation: facet('1-1-0/SourceCodeLocationJobFacet', {
        type: 'git',
        url: `${source.repositoryUrl}/tree/${source.commit}`,
        repoUrl: source.repositoryUrl,
        version: source.commit,
      }),
    },
  };
}

function datasetFacets({ digest, fields }: LineageDataset): LineageEvent {
  return {
    version: facet('1-0-1/DatasetVersionDatasetFacet', { datasetVersion: digest }),
    ...(fields === undefined
      ? {}
      : { schema: facet('1-2-0/SchemaDatasetFacet', { fields: fields.map(({ name, type }) => ({ name, type })) }) }),
  };
}

function inputFacets({ quality }: LineageDataset): LineageEvent {
  if (quality === undefined) return {};
  const { rows, bytes, files, columns, findings } = quality;
  const columnMetrics = Object.fromEntries(
    Object.entries(columns).map(([name, { missing, distinct, count }]) => [
      name,
      { nullCount: missing, count, ...(distinct === null ? {} : { distinctCount: distinct }) },
    ]),
  );
  return {
    inputFacets: {
      dataQualityMetrics: facet('1-0-3/DataQualityMetricsInputDatasetFacet', {
        rowCount: rows,
        bytes,
        fileCount: files,
        columnMetrics,
      }),
      dataQualityAssertions: facet('1-1-0/DataQualityAssertionsDatasetFacet', {
        assertions: findings.map(assertionOf),
      }),
    },
  };
}

/** A finding of several columns is about the table; one of a single column is about that. */
function assertionOf(finding: Decision['findings'][number]): LineageEvent {
  const { measure, outcome, severity, reasonCode, groups = [], value, limit, message } = finding;
  const [column, ...more] = groups;
  return {
    assertion: measure,
    success: outcome === 'pass',
    severity: severity === 'block' ? 'error' : 'warn',
    name: reasonCode,
    description: message,
    ...(column === undefined || more.length > 0 ? {} : { column }),
    ...(limit === undefined ? {} : { expected: String(limit) }),
    ...(value === null ? {} : { actual: String(value) }),
  };
}

function errorFacet(message: string): LineageEvent {
  return facet('1-0-1/ErrorMessageRunFacet', { message, programmingLanguage: 'TypeScript' });
}

/** `versioned` is the path below the folder of facets, without its ending. */
function facet(versioned: string, members: LineageEvent): LineageEvent {
  const [, name] = versioned.split('/');
  return { _producer: PRODUCER, _schemaURL: `${SPEC}/facets/${versioned}.json#/$defs/${name}`, ...members };
}
