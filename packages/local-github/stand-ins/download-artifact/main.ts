import { mkdirSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';
import { type Artifact, DefaultArtifactClient, type FindOptions } from '@actions/artifact';
import { booleanInput, info, input, runStandIn, setOutput, variable, warning } from '../step.ts';

const client = new DefaultArtifactClient();

await runStandIn(async () => {
  const name = input('name');
  const ids = idsOf(input('artifact-ids'));
  if (name !== '' && ids !== null) throw new Error("Inputs 'name' and 'artifact-ids' cannot be used together.");
  const folder = resolve(variable('GITHUB_WORKSPACE'), input('path'));
  const find = findOptions();
  const artifacts = name === '' ? await select(ids, find) : [(await client.getArtifact(name, find)).artifact];
  // One artifact that was asked for goes straight into the folder; several get a folder each.
  const direct = name !== '' || (ids !== null && artifacts.length === 1) || booleanInput('merge-multiple');
  for (const artifact of artifacts) await download(artifact, direct ? folder : join(folder, artifact.name), find);
  info(`Total of ${artifacts.length} artifact(s) downloaded`);
  setOutput('download-path', folder);
});

function idsOf(text: string): readonly number[] | null {
  if (text === '') return null;
  return text.split(',').map((part) => {
    if (!/^\s*\d+\s*$/.test(part)) throw new Error(`Invalid artifact ID: '${part.trim()}'. Must be a number.`);
    return Number(part);
  });
}

function findOptions(): FindOptions {
  const token = input('github-token');
  if (token === '') return {};
  const [repositoryOwner, repositoryName] = input('repository').split('/');
  if (repositoryOwner === undefined || repositoryName === undefined) {
    throw new Error(`Invalid repository: '${input('repository')}'. Must be in format owner/repo`);
  }
  return { findBy: { token, workflowRunId: Number(input('run-id')), repositoryOwner, repositoryName } };
}

async function select(ids: readonly number[] | null, find: FindOptions): Promise<readonly Artifact[]> {
  const { artifacts } = await client.listArtifacts({ latest: true, ...find });
  if (ids !== null) {
    const found = artifacts.filter((artifact) => ids.includes(artifact.id));
    const missing = ids.filter((id) => !artifacts.some((artifact) => artifact.id === id));
    if (missing.length > 0) throw new Error(`Could not find the artifacts with the IDs: ${missing.join(', ')}`);
    return found;
  }
  const pattern = input('pattern');
  return pattern === '' ? artifacts : artifacts.filter((artifact) => matchesGlob(artifact.name, pattern));
}

async function download(artifact: Artifact, path: string, find: FindOptions): Promise<void> {
  mkdirSync(path, { recursive: true });
  const expected = artifact.digest === undefined ? {} : { expectedHash: artifact.digest };
  const { digestMismatch } = await client.downloadArtifact(artifact.id, { path, ...expected, ...find });
  if (digestMismatch !== true) return;
  const message = `Artifact "${artifact.name}" failed digest validation.`;
  if (input('digest-mismatch') === 'error') throw new Error(message);
  if (input('digest-mismatch') === 'warn') warning(message);
  else info(message);
}
