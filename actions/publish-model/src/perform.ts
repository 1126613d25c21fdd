import type { ActionLog, ActionPorts, ActionResult } from '@gatehouse/action-kit';
import { createGitHub } from '@gatehouse/github';
import { EvidenceStore } from '@gatehouse/governance';
import type { PublishWatch } from '@gatehouse/registry';
import type { inputs, outputs } from './inputs.ts';
import { publishModel } from './run.ts';
import { renderPublished } from './summary.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context, log }: ActionPorts): Promise<Result> {
  const { owner, name: repo } = context.repository;
  const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
  const evidence = new EvidenceStore({
    branch: github.evidence(),
    clock: { now: () => new Date() },
    // The job that publishes holds no key; it writes the one kind of entry that needs none.
    signer: null,
  });
  const published = await publishModel(
    {
      model: values.model,
      commit: values.commit,
      bump: values.bump,
      repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
    },
    { ...github, evidence, watch: watchOf(log) },
  );
  return {
    outcome: 'done',
    title: `Published ${published.tag}`,
    summary: renderPublished(published),
    outputs: {
      version: published.tag,
      'release-url': published.release.url,
      'model-digest': published.manifest.modelDigest,
    },
  };
}

function watchOf(log: ActionLog): PublishWatch {
  return {
    reached: (state) => log.info(`Publication: ${state}`),
    progress: (line) => log.info(line),
    now: () => new Date(),
  };
}
