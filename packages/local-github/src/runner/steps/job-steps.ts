import { conditionHolds, hookConditionHolds } from '../expressions/condition.ts';
import { evaluateBoolean, evaluateNumber, evaluateText, evaluateTexts } from '../expressions/expression.ts';
import { literalText } from '../expressions/template.ts';
import { type JobSession, type PostHook, type StepState, sessionStatus, stepScope } from '../jobs/job-session.ts';
import type { StepDefinition, UsesStep } from '../workflow/workflow.ts';
import { type ResolvedAction, resolveAction } from './action-library.ts';
import { type ActionUse, runAction } from './action-step.ts';
import { runScript } from './script-step.ts';
import { runStep } from './step-runner.ts';

/** Every action that a job uses, read before its first step runs, as the runner downloads them. `./` actions come later. */
export async function prepareActions(session: JobSession): Promise<ReadonlyMap<UsesStep, ActionUse>> {
  const uses = new Map<UsesStep, ActionUse>();
  for (const step of session.job.steps) {
    if (step.kind !== 'uses' || step.uses.startsWith('./')) continue;
    uses.set(step, { step, action: await resolve(session, step), state: new Map() });
  }
  return uses;
}

function resolve(session: JobSession, step: UsesStep): Promise<ResolvedAction> {
  return resolveAction(session.engine.sources, {
    uses: step.uses,
    where: `${session.use.workflow.path}:${step.line}`,
    actionsFolder: session.folders.actions,
    workspace: session.folders.workspace,
  });
}

/** Runs the pre hooks in order, the steps in order, the post hooks in reverse. */
export async function runJobSteps(session: JobSession, uses: ReadonlyMap<UsesStep, ActionUse>): Promise<void> {
  const posts: PostHook[] = [];
  const registered = new Set<ActionUse>();
  function registerPost(use: ActionUse): void {
    if (use.action.definition.post === null || registered.has(use)) return;
    registered.add(use);
    posts.unshift({ name: `Post ${stepName(session, use.step)}`, run: () => runHook(session, use, 'post') });
  }
  for (const step of session.job.steps) {
    const use = step.kind === 'uses' ? uses.get(step) : undefined;
    if (use === undefined || use.action.definition.pre === null) continue;
    await runHook(session, use, 'pre');
    registerPost(use);
  }
  for (const step of session.job.steps) await runMain(session, { step, uses, registerPost });
  for (const post of posts) await post.run();
}

interface MainRequest {
  readonly step: StepDefinition;
  readonly uses: ReadonlyMap<UsesStep, ActionUse>;
  readonly registerPost: (use: ActionUse) => void;
}

async function runMain(session: JobSession, { step, uses, registerPost }: MainRequest): Promise<void> {
  const state: StepState = { outputs: {}, outcome: 'skipped', conclusion: 'skipped' };
  const stepEnv = (): Record<string, string> => evaluateTexts(step.env, stepScope(session, {}));
  await runStep(session, {
    state,
    name: () => stepName(session, step),
    holds: () => conditionHolds(step.condition, stepScope(session, stepEnv()), sessionStatus(session)),
    timeoutMinutes: () => evaluateNumber(step.timeoutMinutes, stepScope(session, stepEnv())),
    continueOnError: () => evaluateBoolean(step.continueOnError, stepScope(session, stepEnv())) ?? false,
    execute: async (signal) => {
      const env = stepEnv();
      if (step.kind === 'run') return await runScript(session, { step, env, outputs: state.outputs, signal });
      const use = uses.get(step) ?? { step, action: await resolve(session, step), state: new Map() };
      registerPost(use);
      const { main } = use.action.definition;
      await runAction(session, { use, entry: main, phase: 'main', env, outputs: state.outputs, signal });
    },
  });
  if (step.id !== null) session.steps.set(step.id, state);
}

async function runHook(session: JobSession, use: ActionUse, phase: 'pre' | 'post'): Promise<void> {
  const { definition } = use.action;
  const entry = definition[phase];
  if (entry === null) return;
  const condition = phase === 'pre' ? definition.preIf : definition.postIf;
  const env = (): Record<string, string> => evaluateTexts(use.step.env, stepScope(session, {}));
  await runStep(session, {
    state: null,
    name: () => `${phase === 'pre' ? 'Pre' : 'Post'} ${stepName(session, use.step)}`,
    holds: () =>
      hookConditionHolds(condition, { ...stepScope(session, env()), file: definition.file }, sessionStatus(session)),
    timeoutMinutes: () => null,
    continueOnError: () => evaluateBoolean(use.step.continueOnError, stepScope(session, env())) ?? false,
    execute: (signal) => runAction(session, { use, entry, phase, env: env(), outputs: {}, signal }),
  });
}

function stepName(session: JobSession, step: StepDefinition): string {
  const named = evaluateText(step.name, stepScope(session, {}));
  if (named !== '') return named;
  if (step.kind === 'uses') return `Run ${step.uses}`;
  return `Run ${(literalText(step.script) ?? '').trim().split('\n')[0] ?? ''}`;
}
