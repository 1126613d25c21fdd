import { createHash } from 'node:crypto';
import {
  ActionError,
  type Clock,
  ConfigError,
  type DataGateConfig,
  type DatasetConfig,
  type Digest,
  sha256,
  taskColumns,
} from '@gatehouse/core';
import type { DataRules } from '@gatehouse/gates';
import { readDataset, type Subject, type SubjectPorts } from '@gatehouse/governance';
import { DATA_LIMITS, requireOperations } from '@gatehouse/tables';
import { type GateRequest, resolveGateSubject } from '../gate-subject.ts';
import type { OpenEngine } from '../rows/open-rows.ts';
import { withPrivateFolder } from '../rows/private-folder.ts';
import { type DataVerdict, judgeData, parseDataFiles } from './data.ts';

export interface DataGatePorts extends SubjectPorts {
  readonly engine: OpenEngine;
  readonly clock: Clock;
  /** The runner's temporary folder. */
  readonly temp: string;
}

/** The dataset that was judged, by the policy of which commit. */
export interface PolicyDataVerdict extends DataVerdict {
  readonly dataset: { readonly name: string } & DatasetConfig;
  readonly subject: Subject;
}

/**
 * Judges the dataset that the data gate of the base policy names. Nothing of it comes from the candidate: the evaluation
 * artifact says only which model the decision is about.
 *
 * @throws ConfigError when the policy has no data gate or names a file that is not there; ActionError as
 *   `resolveGateSubject`, `readDataset` and `judgeData` do, and `digest-mismatch` for another profile than named.
 */
export async function judgeDataOfPolicy(request: GateRequest, ports: DataGatePorts): Promise<PolicyDataVerdict> {
  const { subject, record } = await resolveGateSubject(request, ports);
  const config = subject.modelConfig.gates.data;
  if (config === undefined)
    throw fault(
      `models.${request.model}.gates`,
      'no block "data"',
      'Add the block, or remove the step from the workflow',
    );
  const dataset = datasetOf(subject, config.dataset);
  const other = config.overlap?.with === undefined ? null : datasetOf(subject, config.overlap.with);
  const bytes = await readDataset(ports.contents, subject.policy, dataset);
  // Each side in a folder of its own: the two may have one name.
  const files = new Map([[`data/${dataset.path}`, bytes]]);
  if (other !== null) files.set(`other/${other.path}`, await readDataset(ports.contents, subject.policy, other));
  const beside = await filesBeside({ subject, dataset, config }, ports);
  const verdict = await withPrivateFolder(ports.temp, files, async (root) => {
    const engine = ports.engine({ root, tempFolder: ports.temp, limits: { maxTextBytes: DATA_LIMITS.maxBytes } });
    requireOperations(engine, ['describe', 'integrity', 'grouped-counts', 'quantiles', 'histogram', 'checks']);
    return await judgeData(engine, {
      ...beside,
      question: {
        rules: rulesOf(config),
        data: { name: 'data', files: [`data/${dataset.path}`] },
        ...(other === null ? {} : { other: { name: 'other-data', files: [`other/${other.path}`] } }),
        ...(config.overlap !== undefined && other === null && dataset.split !== undefined
          ? { split: dataset.split }
          : {}),
        label: taskColumns(subject.modelConfig).label,
        today: ports.clock.now().toISOString().slice(0, 10),
      },
      named: dataset.digest,
      md5: async () => createHash('md5').update(bytes).digest('hex'),
      about: {
        subject: { model: subject.model, modelDigest: record.modelDigest },
        policyDigest: subject.policy.digest,
      },
    });
  });
  return { ...verdict, dataset: { name: config.dataset, ...dataset }, subject };
}

/** The rules of a block without the names of datasets and files. */
export function rulesOf({ dataset: _, profile, overlap, ...rules }: DataGateConfig): DataRules {
  const limitsOf = ({ path: __, digest: ___, ...limits }: NonNullable<typeof profile>): DataRules['profile'] => limits;
  const withoutName = ({ with: __, ...rest }: NonNullable<typeof overlap>): DataRules['overlap'] => rest;
  const [limits, shared] = [
    profile === undefined ? undefined : limitsOf(profile),
    overlap === undefined ? undefined : withoutName(overlap),
  ];
  return {
    ...rules,
    ...(limits === undefined ? {} : { profile: limits }),
    ...(shared === undefined ? {} : { overlap: shared }),
  };
}

async function filesBeside(
  {
    subject,
    dataset,
    config,
  }: { readonly subject: Subject; readonly dataset: DatasetConfig; readonly config: DataGateConfig },
  { contents }: Pick<DataGatePorts, 'contents'>,
): Promise<ReturnType<typeof parseDataFiles>> {
  const { commit } = subject.policy;
  const read = async (path: string | undefined): Promise<readonly [string, Uint8Array] | null> => {
    if (path === undefined) return null;
    const bytes = await contents.readFile(path, commit);
    if (bytes !== null) return [`${path} at ${commit}`, bytes];
    throw fault(
      `models.${subject.model}`,
      `"${path}", which is not in the repository at ${commit}`,
      'Commit it, or remove its name',
    );
  };
  const profile = await read(config.profile?.path);
  if (profile !== null && config.profile !== undefined) requireDigest(profile, config.profile.digest);
  return parseDataFiles({ profile, pointer: await read(dataset.pointer), croissant: await read(dataset.croissant) });
}

function requireDigest([where, bytes]: readonly [string, Uint8Array], named: Digest): void {
  const found = sha256(bytes);
  if (found === named) return;
  const allowed = `the profile that the base policy names: ${named}`;
  const remedy = 'Change the profile and its digest in gatehouse.yml together, in a reviewed pull request';
  throw new ActionError('integrity', { where, found, allowed, remedy }, { reasonCode: 'digest-mismatch' });
}

function datasetOf({ modelConfig, model }: Subject, name: string): DatasetConfig {
  const dataset = Object.hasOwn(modelConfig.data, name) ? modelConfig.data[name] : undefined;
  if (dataset !== undefined) return dataset;
  throw fault(`models.${model}.gates.data`, `the dataset "${name}"`, 'Correct the name');
}

function fault(where: string, found: string, remedy: string): ConfigError {
  const allowed = 'what the gate judges and compares with, in the repository and the policy of the base branch';
  return new ConfigError([{ where: `gatehouse.yml: ${where}`, found, allowed, remedy }]);
}
