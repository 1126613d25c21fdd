import { runAction } from '@gatehouse/action-kit';
import { createGitHub } from '@gatehouse/github';
import { EvidenceStore } from '@gatehouse/governance';
import { inputs, outputs } from './inputs.ts';
import { publishModel } from './run.ts';
import { renderPublished } from './summary.ts';

export function main(): Promise<void> {
  return runAction({
    name: 'publish-model',
    inputs,
    outputs,
    run: async (values, { context }) => {
      const { owner, name: repo } = context.repository;
      const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
      const evidence = new EvidenceStore({ branch: github.evidence(), clock: { now: () => new Date() } });
      const published = await publishModel(
        {
          model: values.model,
          commit: values.commit,
          bump: values.bump,
          repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
        },
        { ...github, evidence },
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
    },
  });
}
