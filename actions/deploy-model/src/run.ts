import {
  ActionError,
  type CommitSha,
  ConfigError,
  type Deployments,
  type Digest,
  type ModelConfig,
  type Releases,
  type RepositoryContents,
  type Tags,
} from '@gatehouse/core';
import { modelOf, readPolicy, verifyReleaseAuthorisation } from '@gatehouse/governance';
import { fetchToFolder, parseVersionTag, requireNewest, type TransferWatch } from '@gatehouse/registry';

/** Runs the deployment command with the verified model laid out for it. */
export interface Deployer {
  deploy(job: DeployJob): Promise<void>;
}

export interface DeployJob {
  readonly command: readonly string[];
  /** Folder that holds the verified model files and nothing else. */
  readonly modelFolder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

export interface DeployPorts {
  readonly contents: RepositoryContents;
  readonly releases: Releases;
  readonly tags: Tags;
  readonly deployments: Deployments;
  readonly deployer: Deployer;
  readonly watch?: TransferWatch;
}

export interface DeployRequest {
  readonly model: string;
  readonly environment: string;
  readonly tag: string;
  /** Deploys a version although a newer one is published. */
  readonly rollback: boolean;
  /** The commit whose deployment command runs: it must be the one that was authorised. */
  readonly checkedOut: CommitSha;
  readonly repositoryUrl: string;
  readonly runUrl: string;
  /** Path of a new folder, into which the model is fetched; its parent exists. */
  readonly modelFolder: string;
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
 * @throws ActionError `refused`: `version-superseded`, `not-authorised`, `not-immutable`, `signature-invalid`;
 *   `integrity`: `digest-mismatch`; `command` when the deployment command fails, after the deployment was marked as failed.
 */
export async function deployModel(request: DeployRequest, ports: DeployPorts): Promise<Deployed> {
  const { model, tag, environment } = request;
  if (parseVersionTag(tag)?.model !== model) throw notThisModel(request);
  const policy = await readPolicy(
    ports.contents,
    await ports.contents.branchHead(await ports.contents.defaultBranch()),
  );
  const deploy = deploymentOf(modelOf(policy, model), environment);
  const { watch } = ports;
  const fetched = { tag, folder: request.modelFolder, ...(watch === undefined ? {} : { watch }) };
  const version = await fetchToFolder(ports, fetched);
  const { mergedSha } = await verifyReleaseAuthorisation(policy, version, request);
  if (mergedSha !== request.checkedOut) throw otherCommand(request, mergedSha);
  if (!request.rollback) await requireNewest(ports, { tag, commit: mergedSha, modelDigest: version.modelDigest });

  const deploymentId = await ports.deployments.create({
    ref: tag,
    environment,
    description: `${tag} to ${environment}`,
    payload: {
      model,
      version: tag,
      modelDigest: version.modelDigest,
      manifestDigest: version.manifestDigest,
      rollback: request.rollback,
    },
  });
  const status = { logUrl: request.runUrl };
  await ports.deployments.setState(deploymentId, { state: 'in_progress', description: 'Verified', ...status });
  try {
    await ports.deployer.deploy({
      command: deploy.command,
      modelFolder: version.folder,
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
  return { deploymentId, modelDigest: version.modelDigest, files: version.manifest.files.length };
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
      allowed: 'a version tag of the model, such as mortgage-approval@v1.0.0',
      remedy: 'Pass the tag of the release, from github.event.release.tag_name',
    },
  ]);
}

function otherCommand(request: DeployRequest, authorised: CommitSha): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Deploying ${request.tag}`,
      found: `the deployment command of ${request.checkedOut}, authorised is ${authorised}`,
      allowed: 'the authorised bytes, with the deployment command of the commit they were authorised at',
      remedy: 'Deploy a version that publish-model made, from its own tag',
    },
    { reasonCode: 'not-authorised' },
  );
}
