import { ConfigError, type Decision, type Digest, type DriftGateConfig, parseBaselineProfile } from '@gatehouse/core';
import { readDataset, type Subject, type SubjectPorts } from '@gatehouse/governance';
import { DATA_LIMITS, requireOperations } from '@gatehouse/tables';
import { type GateRequest, resolveGateSubject } from '../gate-subject.ts';
import type { OpenEngine } from '../rows/open-rows.ts';
import { withPrivateFolder } from '../rows/private-folder.ts';
import { driftSource, judgeDrift, type NamedProfile } from './drift.ts';

export interface DriftPorts extends SubjectPorts {
  readonly engine: OpenEngine;
  /** The runner's temporary folder. */
  readonly temp: string;
}

/** What a policy names, fetched from its commit and found to have its digest. */
interface PolicyFiles {
  /** By their path in the private folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly data: string;
  readonly reference: string | null;
  readonly profile: NamedProfile | null;
  readonly expected: ReadonlyMap<string, Digest>;
}

/**
 * Judges the data that the drift gate of the base policy names. Nothing of it comes from the candidate: the evaluation
 * artifact says only which model the decision is about.
 *
 * @throws ConfigError when the policy has no drift gate; ActionError as `resolveGateSubject` and `judgeDrift` do.
 */
export async function judgeDriftOfPolicy(request: GateRequest, ports: DriftPorts): Promise<Decision> {
  const { subject, record } = await resolveGateSubject(request, ports);
  const config = subject.modelConfig.gates.drift;
  if (config === undefined) throw gateNotConfigured(request.model);
  const { files, data, reference, profile, expected } = await filesOf(config, subject, ports);
  return await withPrivateFolder(ports.temp, files, async (root) => {
    const engine = ports.engine({ root, tempFolder: ports.temp, limits: { maxTextBytes: DATA_LIMITS.maxBytes } });
    requireOperations(engine, [
      'describe',
      'integrity',
      'grouped-counts',
      'quantiles',
      'number-counts',
      'column-values',
    ]);
    const sources = [
      driftSource('data', [data]),
      ...(reference === null ? [] : [driftSource('reference', [reference])]),
    ];
    return await engine.withTables(sources, (tables) =>
      judgeDrift(config, {
        tables,
        profile,
        expected,
        about: {
          subject: { model: subject.model, modelDigest: record.modelDigest },
          policyDigest: subject.policy.digest,
        },
      }),
    );
  });
}

async function filesOf(config: DriftGateConfig, subject: Subject, ports: DriftPorts): Promise<PolicyFiles> {
  const files = new Map<string, Uint8Array>();
  const expected = new Map<string, Digest>();
  const fetched = async (table: 'data' | 'reference', name: string): Promise<string> => {
    const dataset = datasetOf(subject, name);
    // Each side in a folder of its own: the two may have one name.
    const path = `${table}/${dataset.path}`;
    files.set(path, await readDataset(ports.contents, subject.policy, dataset));
    expected.set(table, dataset.digest);
    return path;
  };
  const data = await fetched('data', config.data);
  const reference = config.reference === undefined ? null : await fetched('reference', config.reference);
  if (config.profile === undefined) return { files, data, reference, profile: null, expected };
  const file = { ...config.profile, roles: ['batch' as const] };
  const bytes = await readDataset(ports.contents, subject.policy, file);
  expected.set('profile', config.profile.digest);
  return { files, data, reference, profile: { profile: parseBaselineProfile(bytes), digest: file.digest }, expected };
}

function datasetOf({ modelConfig, model }: Subject, name: string): Subject['modelConfig']['data'][string] {
  const dataset = Object.hasOwn(modelConfig.data, name) ? modelConfig.data[name] : undefined;
  if (dataset !== undefined) return dataset;
  throw new ConfigError([
    {
      where: `gatehouse.yml: models.${model}.gates.drift`,
      found: `the dataset "${name}"`,
      allowed: `one of the datasets ${Object.keys(modelConfig.data).join(', ')}`,
      remedy: 'Correct the name',
    },
  ]);
}

function gateNotConfigured(model: string): ConfigError {
  return new ConfigError([
    {
      where: `gatehouse.yml: models.${model}.gates`,
      found: 'no block "drift"',
      allowed: 'a block for every gate that a workflow runs',
      remedy: 'Add the block, or remove the step from the workflow',
    },
  ]);
}
