import { basename } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { booleanInput, info, input, lines, requiredInput, runStandIn, setOutput, variable, warning } from '../step.ts';
import { findFiles } from './find-files.ts';

await runStandIn(async () => {
  requiredInput('path');
  const { files, root } = findFiles(lines('path'), booleanInput('include-hidden-files'));
  if (files.length === 0) return nothingFound();
  const archive = booleanInput('archive');
  const [only] = files;
  if (!archive && (files.length > 1 || only === undefined)) {
    throw new Error('When "archive" is false, exactly one file must match "path".');
  }
  // Without an archive the artifact is named by its file.
  const name = archive || only === undefined ? requiredInput('name') : basename(only);
  const client = new DefaultArtifactClient();
  if (booleanInput('overwrite'))
    await client.deleteArtifact(name).catch(() => info(`No artifact "${name}" to delete.`));
  const retention = input('retention-days');
  const uploaded = await client.uploadArtifact(name, [...files], root, {
    compressionLevel: Number(input('compression-level')),
    ...(archive ? {} : { skipArchive: true }),
    ...(retention === '' ? {} : { retentionDays: Number(retention) }),
  });
  if (uploaded.id === undefined) throw new Error(`The artifact service gave "${name}" no id.`);
  const run = `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/${variable('GITHUB_RUN_ID')}`;
  setOutput('artifact-id', uploaded.id);
  setOutput('artifact-digest', uploaded.digest ?? '');
  setOutput('artifact-url', `${run}/artifacts/${uploaded.id}`);
  info(
    `Artifact ${name} has been successfully uploaded! Final size is ${uploaded.size} bytes. Artifact ID is ${uploaded.id}`,
  );
});

function nothingFound(): void {
  const message = `No files were found with the provided path: ${input('path')}. No artifacts will be uploaded.`;
  switch (input('if-no-files-found')) {
    case 'error':
      throw new Error(message);
    case 'ignore':
      info(message);
      return;
    case 'warn':
      warning(message);
      return;
    default:
      throw new Error(`Unrecognized if-no-files-found input. Provided: ${input('if-no-files-found')}`);
  }
}
