import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionPorts, ActionResult } from '@gatehouse/action-kit';
import { createGitHub } from '@gatehouse/github';
import { parseVersionTag } from '@gatehouse/registry';
import { escapeMarkdown } from '@gatehouse/report';
import { commandDeployer } from './command-deployer.ts';
import type { inputs, outputs } from './inputs.ts';
import { deployModel } from './run.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context, log, env }: ActionPorts): Promise<Result> {
  const { owner, name: repo } = context.repository;
  const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
  const { workspace, temp } = context;
  const folder = await mkdtemp(join(temp, 'gatehouse-deploy-'));
  const deployed = await deployModel(
    {
      model: values.model ?? modelOfTag(values.tag),
      environment: values.environment,
      tag: values.tag,
      rollback: values.rollback,
      checkedOut: context.sha,
      repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
      runUrl: context.runUrl,
      modelFolder: join(folder, 'model'),
    },
    {
      ...github,
      deployer: {
        deploy: (job) =>
          log.untrusted('Deployment command', (onLine) => commandDeployer({ workspace, env, onLine }).deploy(job)),
      },
      watch: { progress: (line) => log.info(line), now: () => new Date() },
    },
  ).finally(() => rm(folder, { recursive: true, force: true }));
  const title = `Deployed ${values.tag} to ${values.environment}`;
  return {
    outcome: 'done',
    title,
    summary: `### ${escapeMarkdown(title)}\n\nModel \`${deployed.modelDigest}\`, ${deployed.files} files, deployment ${deployed.deploymentId}.\n`,
    outputs: { 'deployment-id': String(deployed.deploymentId), 'model-digest': deployed.modelDigest },
  };
}

/** A tag that names no model stays as it is, so that it is refused with the words for a wrong tag. */
function modelOfTag(tag: string): string {
  return parseVersionTag(tag)?.model ?? tag;
}
