import { type ActionPorts, type ActionResult, createArtifacts } from '@gatehouse/action-kit';
import { createGitHub } from '@gatehouse/github';
import { createLocalSandbox } from '@gatehouse/training';
import type { inputs, outputs } from './inputs.ts';
import { evaluateModel } from './run.ts';
import { renderEvaluation } from './summary.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context, log, env }: ActionPorts): Promise<Result> {
  const { owner, name: repo } = context.repository;
  const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
  const { temp } = context;
  const evaluation = await evaluateModel(
    { model: values.model, runId: values['run-id'], repositoryUrl: `${context.serverUrl}/${owner}/${repo}` },
    {
      ...github,
      branch: github.evidence(),
      clock: { now: () => new Date() },
      sandbox: {
        run: (job) =>
          log.untrusted('Evaluation command', (onLine) => createLocalSandbox({ temp, env, onLine }).run(job)),
      },
      uploads: createArtifacts({ temp }),
    },
  );
  if (evaluation === null) {
    const title = `The pull request changes no file that ${values.model} is made from: nothing to evaluate`;
    return { outcome: 'done', title, summary: `### ${title}\n`, outputs: {} };
  }
  return {
    outcome: 'done',
    title: `Evaluated ${values.model} ${evaluation.record.modelDigest}`,
    summary: renderEvaluation(evaluation.record),
    outputs: {
      'artifact-id': String(evaluation.artifactId),
      'artifact-digest': evaluation.artifactDigest,
      'model-digest': evaluation.record.modelDigest,
      'predictions-digest': evaluation.record.predictions,
    },
  };
}
