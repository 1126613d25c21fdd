import { parseReleaseAuthorisation, verifyBundle } from '@gatehouse/attest';
import {
  ActionError,
  type CommitSha,
  ConfigError,
  type Deployments,
  type Digest,
  type ModelConfig,
  type PullRequests,
  type Releases,
  type RepositoryContents,
  resourceUri,
  type Tags,
} from '@gatehouse/core';
import { modelOf, type Policy, readPolicy, trustRootOf } from '@gatehouse/governance';
import { type FetchedVersion, fetchVersion, parseVersionTag } from '@gatehouse/registry';

/** Runs the deployment command with the verified model laid out for it. */
export interface Deployer {
  deploy(job: DeployJob): Promise<void>;
}

export interface DeployJob {
  readonly command: readonly string[];
  readonly model: ReadonlyMap<string, Uint8Array>;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

export interface DeployPorts {
  readonly contents: RepositoryContents;
  readonly pulls: PullRequests;
  readonly releases: Releases;
  readonly tags: Tags;
  readonly deployments: Deployments;
  readonly deployer: Deployer;
}

export interface DeployRequest {
  readonly model: string;
  readonly environment: string;
  readonly tag: string;
  /** The commit whose deployment command runs: it must be the one that was authorised. */
  readonly checkedOut: CommitSha;
  readonly repositoryUrl: string;
  readonly runUrl: string;
}

export interface Deployed {
  readonly deploymentId: number;
  readonly modelDigest: Digest;
  readonly files: number;
}

/**
 * Deploys a version: verifies release, bytes and authorisation anew, records a GitHub deployment, runs the policy's
 * command with the verified files, and records how it ended. Nothing runs before everything is verified.
 *
 * @throws ActionError `refused`: `not-authorised`, `not-immutable`; `integrity`: `digest-mismatch`, `signature-invalid`;
 *   `command` when the deployment command fails, after the deployment was marked as failed.
 */
export async function deployModel(request: DeployRequest, ports: DeployPorts): Promise<Deployed> {
  const { model, tag, environment } = request;
  if (parseVersionTag(tag)?.model !== model) throw notThisModel(request);
  const policy = await readPolicy(
    ports.contents,
    await ports.contents.branchHead(await ports.contents.defaultBranch()),
  );
  const deploy = deploymentOf(modelOf(policy, model), environment);
  const version = await fetchVersion(ports, tag);
  await verifyAuthorisation(request, policy, version);

  const deploymentId = await ports.deployments.create({
    ref: tag,
    environment,
    description: `${tag} to ${environment}`,
    payload: { model, version: tag, modelDigest: version.modelDigest, manifestDigest: version.manifestDigest },
  });
  const status = { logUrl: request.runUrl };
  await ports.deployments.setState(deploymentId, { state: 'in_progress', description: 'Verified', ...status });
  try {
    await ports.deployer.deploy({
      command: deploy.command,
      model: version.bytes,
      env: {
        GATEHOUSE_MODEL: model,
        GATEHOUSE_VERSION: tag,
        GATEHOUSE_MODEL_DIGEST: version.modelDigest,
        GATEHOUSE_ENVIRONMENT: environment,
      },
      timeoutMs: deploy['timeout-minutes'] * 60_000,
    });
  } catch (error) {
    await ports.deployments.setState(deploymentId, { state: 'failure', description: 'The command failed', ...status });
    throw error;
  }
  await ports.deployments.setState(deploymentId, { state: 'success', description: `${tag} is deployed`, ...status });
  return { deploymentId, modelDigest: version.modelDigest, files: version.bytes.size };
}

/** The release brings its authorisation along; the keys that may have signed it come from the default branch. */
async function verifyAuthorisation(request: DeployRequest, policy: Policy, version: FetchedVersion): Promise<void> {
  const bundle = version.attachments.get('authorisation.json');
  if (bundle === undefined) throw notAuthorised(request, 'a release without authorisation.json');
  const verified = await verifyBundle(
    new TextDecoder('utf-8', { fatal: true }).decode(bundle).trimEnd(),
    trustRootOf(policy),
  );
  const authorisation = parseReleaseAuthorisation(verified.statement);
  const { headSha, mergedSha } = authorisation;
  const expected = resourceUri({ repositoryUrl: request.repositoryUrl, headSha, model: request.model });
  const problems = [
    authorisation.model === request.model ? null : `an authorisation of the model "${authorisation.model}"`,
    authorisation.modelDigest === version.modelDigest ? null : `an authorisation of ${authorisation.modelDigest}`,
    authorisation.resourceUri === expected ? null : `an authorisation for ${authorisation.resourceUri}`,
    mergedSha === version.manifest.commit
      ? null
      : `a release of commit ${version.manifest.commit}, authorised is ${mergedSha}`,
    mergedSha === request.checkedOut
      ? null
      : `the deployment command of ${request.checkedOut}, authorised is ${mergedSha}`,
  ];
  const problem = problems.find((found) => found !== null);
  if (problem !== undefined && problem !== null) throw notAuthorised(request, problem);
}

function deploymentOf(config: ModelConfig, environment: string): ModelConfig['deploy'][string] {
  const found = Object.hasOwn(config.deploy, environment) ? config.deploy[environment] : undefined;
  if (found !== undefined) return found;
  throw new ConfigError([
    {
      where: 'Input "environment"',
      found: `"${environment}"`,
      allowed: `one of the deployments of the policy: ${Object.keys(config.deploy).join(', ') || 'there is none'}`,
      remedy: 'Correct the name, or add it under "deploy" in gatehouse.yml',
    },
  ]);
}

function notThisModel(request: DeployRequest): ConfigError {
  return new ConfigError([
    {
      where: 'Input "tag"',
      found: `"${request.tag}"`,
      allowed: `a version tag of ${request.model}, such as ${request.model}@v1.0.0`,
      remedy: 'Pass the tag of the release, from github.event.release.tag_name',
    },
  ]);
}

function notAuthorised(request: DeployRequest, found: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Deploying ${request.tag}`,
      found,
      allowed: 'the authorised bytes, with the deployment command of the commit they were authorised at',
      remedy: 'Deploy a version that publish-model made, from its own tag',
    },
    { reasonCode: 'not-authorised' },
  );
}
