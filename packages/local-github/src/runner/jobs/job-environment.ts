import { evaluate, evaluateText, type Scope } from '../expressions/expression.ts';
import { entry, literalBoolean, type Template } from '../expressions/template.ts';
import type { RunnerHost } from '../host.ts';
import type { RunPlan } from '../run-plan.ts';
import { environmentRefusal } from './environment-rules.ts';

/** The environment that a job uses, after its branch rules let it in. */
export interface JobEnvironment {
  readonly name: string;
  readonly secrets: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, string>;
  /** Evaluated after the steps. */
  readonly url: Template | null;
  /** False for `deployment: false`: rules and secrets without a Deployment. */
  readonly recordsDeployment: boolean;
}

export interface EnvironmentRequest {
  readonly template: Template | null;
  readonly scope: Scope;
  readonly plan: RunPlan;
  readonly host: RunnerHost;
}

/**
 * `null` when the job names none. An environment that nobody configured has no rules and no secrets, as on GitHub.
 *
 * @throws Error in GitHub's words when the executing ref may not use it; the job then fails before its first step
 */
export function enterEnvironment({ template, scope, plan, host }: EnvironmentRequest): JobEnvironment | null {
  if (template === null) return null;
  const nameTemplate = template.kind === 'mapping' ? entry(template, 'name') : template;
  const name = evaluateText(nameTemplate, scope);
  if (name === '') return null;
  const configured = host.environment(plan.record.repository, name);
  const refusal = configured === null ? null : environmentRefusal(configured, plan.event.ref);
  if (refusal !== null) throw new Error(refusal);
  const deployment = entry(template, 'deployment');
  const evaluated = deployment?.kind === 'expression' ? evaluate(deployment, scope) : literalBoolean(deployment);
  return {
    name,
    // Environment secrets are withheld from forks like every other secret.
    secrets: plan.fromFork ? new Map() : (configured?.secrets ?? new Map()),
    variables: configured?.variables ?? new Map(),
    url: entry(template, 'url'),
    recordsDeployment: evaluated !== false,
  };
}
