import { type Digest, hexOf } from '@gatehouse/core';
import { z } from 'zod';
import { toInstant } from './instant.ts';
import { PROVENANCE_PREDICATE, TRAINING_BUILD_TYPE } from './predicate-types.ts';
import {
  commitSchema,
  digestSetSchema,
  hexSchema,
  instantSchema,
  parsePredicate,
  type Statement,
  statementOf,
} from './statement.ts';

/**
 * What a training run says about itself. It is written by a job that ran untrusted code: a record for readers, never
 * evidence. What could not be measured is `null`, never zero.
 */
export interface RunRecordInput {
  readonly model: string;
  readonly modelDigest: Digest;
  readonly omsRootDigest: Digest;
  readonly candidateKey: Digest | null;
  /** The run whose candidate this is when nothing was trained here; its own record says how it came to be. */
  readonly reusedFrom: { readonly runId: number; readonly artifactId: number } | null;
  /** Program and arguments. */
  readonly command: readonly string[];
  /** `https://github.com/owner/repo`. */
  readonly repository: string;
  readonly commit: string;
  readonly ref: string;
  readonly datasets: readonly { readonly name: string; readonly path: string; readonly digest: Digest }[];
  readonly baseModels: readonly { readonly name: string; readonly digest: Digest }[];
  readonly lockfiles: readonly { readonly path: string; readonly digest: Digest }[];
  /** Container image by digest, or `null` when the command ran on the runner itself. */
  readonly image: string | null;
  readonly seeds: Readonly<Record<string, number>>;
  readonly hardware: {
    readonly platform: string;
    readonly cpuModel: string | null;
    readonly cpuCount: number;
    readonly memoryBytes: number;
    readonly gpus: readonly string[];
  };
  readonly energyJoules: number | null;
  /** URI of the workflow that ran the training, with its ref. */
  readonly builderId: string;
  /** `…/actions/runs/ID/attempts/N`. */
  readonly invocationId: string;
  readonly runnerEnvironment: 'github-hosted' | 'self-hosted' | 'unknown';
  readonly startedOn: Date;
  readonly finishedOn: Date;
}

const uri = z.string().min(1);
const named = z.strictObject({ name: z.string().min(1), digest: digestSetSchema });
const schema = z.strictObject({
  buildDefinition: z.strictObject({
    buildType: z.literal(TRAINING_BUILD_TYPE),
    externalParameters: z.strictObject({
      command: z.array(z.string()).min(1),
      repository: uri,
      ref: z.string().min(1),
      model: z.string().min(1),
    }),
    internalParameters: z.strictObject({
      runnerEnvironment: z.enum(['github-hosted', 'self-hosted', 'unknown']),
      candidateKey: hexSchema.nullable(),
      reusedFrom: z.strictObject({ runId: z.int().min(1), artifactId: z.int().min(1) }).nullable(),
      image: z.string().min(1).nullable(),
      seeds: z.record(z.string(), z.number()),
    }),
    resolvedDependencies: z.array(
      z.strictObject({
        uri: uri.exactOptional(),
        name: z.string().min(1),
        digest: z.union([digestSetSchema, z.strictObject({ gitCommit: commitSchema })]),
        annotations: z.strictObject({ kind: z.enum(['source', 'dataset', 'base-model', 'lockfile', 'image']) }),
      }),
    ),
  }),
  runDetails: z.strictObject({
    builder: z.strictObject({ id: uri }),
    metadata: z.strictObject({ invocationId: uri, startedOn: instantSchema, finishedOn: instantSchema }),
    byproducts: z.array(named),
    gatehouse_hardware: z.strictObject({
      platform: z.string().min(1),
      cpuModel: z.string().nullable(),
      cpuCount: z.int().min(1),
      memoryBytes: z.int().min(1),
      gpus: z.array(z.string()),
      energyJoules: z.number().min(0).nullable(),
    }),
  }),
});

/** The predicate of a run record: SLSA provenance v1 of a training run. */
export type RunRecord = z.output<typeof schema>;

/** The run record as an in-toto statement about the candidate. Unsigned: the training job holds no key. */
export function runRecord(input: RunRecordInput): Statement<RunRecord> {
  const { hardware, energyJoules } = input;
  const predicate: RunRecord = {
    buildDefinition: {
      buildType: TRAINING_BUILD_TYPE,
      externalParameters: {
        command: [...input.command],
        repository: input.repository,
        ref: input.ref,
        model: input.model,
      },
      internalParameters: {
        runnerEnvironment: input.runnerEnvironment,
        candidateKey: input.candidateKey === null ? null : hexOf(input.candidateKey),
        reusedFrom: input.reusedFrom === null ? null : { ...input.reusedFrom },
        image: input.image,
        seeds: { ...input.seeds },
      },
      resolvedDependencies: dependencies(input),
    },
    runDetails: {
      builder: { id: input.builderId },
      metadata: {
        invocationId: input.invocationId,
        startedOn: toInstant(input.startedOn),
        finishedOn: toInstant(input.finishedOn),
      },
      byproducts: [{ name: 'oms-root-digest', digest: { sha256: hexOf(input.omsRootDigest) } }],
      gatehouse_hardware: { ...hardware, gpus: [...hardware.gpus], energyJoules },
    },
  };
  return statementOf(input, PROVENANCE_PREDICATE, predicate);
}

/**
 * Parses a run record.
 *
 * @throws ActionError `evaluation-error` when it is none.
 */
export function parseRunRecord(statement: Statement): RunRecord {
  return parsePredicate(statement, {
    predicateType: PROVENANCE_PREDICATE,
    schema,
    what: 'a run record: SLSA provenance v1 of a Gatehouse training run',
    reasonCode: 'evaluation-error',
  });
}

function dependencies(input: RunRecordInput): RunRecord['buildDefinition']['resolvedDependencies'] {
  const { commit, repository, ref } = input;
  return [
    { uri: `git+${repository}@${ref}`, name: 'source', digest: { gitCommit: commit }, annotations: { kind: 'source' } },
    ...input.datasets.map(({ name, path, digest }) => ({
      uri: path,
      name,
      digest: { sha256: hexOf(digest) },
      annotations: { kind: 'dataset' as const },
    })),
    ...input.baseModels.map(({ name, digest }) => ({
      name,
      digest: { sha256: hexOf(digest) },
      annotations: { kind: 'base-model' as const },
    })),
    ...input.lockfiles.map(({ path, digest }) => ({
      name: path,
      digest: { sha256: hexOf(digest) },
      annotations: { kind: 'lockfile' as const },
    })),
    ...imageOf(input.image),
  ];
}

/** An image that is named by a tag alone is not resolved: another one may have it tomorrow. */
function imageOf(image: string | null): RunRecord['buildDefinition']['resolvedDependencies'] {
  const [, name, hex] = /^(.+)@sha256:([0-9a-f]{64})$/.exec(image ?? '') ?? [];
  if (name === undefined || hex === undefined) return [];
  return [{ uri: `docker://${image}`, name, digest: { sha256: hex }, annotations: { kind: 'image' } }];
}
