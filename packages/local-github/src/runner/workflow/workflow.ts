import type { MappingTemplate, Template } from '../expressions/template.ts';

/** `default` leaves the choice to the event: read-only for forks, else write. */
export type CacheMode = 'read' | 'write' | 'write-only' | 'none';

/** One workflow file, checked and read; expressions are evaluated later, by the run. */
export interface Workflow {
  /** `.github/workflows/train.yml`. */
  readonly path: string;
  readonly name: string;
  readonly runName: Template | null;
  readonly triggers: ReadonlyMap<string, Trigger>;
  readonly env: MappingTemplate | null;
  readonly defaults: RunDefaults;
  readonly permissions: PermissionRequest | null;
  readonly concurrency: Template | null;
  readonly cacheMode: CacheMode | null;
  readonly jobs: ReadonlyMap<string, JobDefinition>;
  /** What `on: workflow_call` declares, or `null`. */
  readonly call: CallInterface | null;
}

export interface Trigger {
  readonly event: string;
  readonly line: number;
  readonly types: readonly string[] | null;
  readonly branches: readonly string[] | null;
  readonly branchesIgnore: readonly string[] | null;
  readonly tags: readonly string[] | null;
  readonly tagsIgnore: readonly string[] | null;
  readonly paths: readonly string[] | null;
  readonly pathsIgnore: readonly string[] | null;
  readonly workflows: readonly string[];
  readonly crons: readonly string[];
  readonly inputs: ReadonlyMap<string, InputDefinition>;
}

export interface InputDefinition {
  readonly type: 'string' | 'boolean' | 'number' | 'choice' | 'environment';
  readonly required: boolean;
  readonly defaultValue: Template | null;
  readonly options: readonly string[];
  readonly line: number;
}

export interface CallInterface {
  readonly inputs: ReadonlyMap<string, InputDefinition>;
  /** Name to whether it is required. */
  readonly secrets: ReadonlyMap<string, boolean>;
  readonly outputs: ReadonlyMap<string, Template>;
}

export interface RunDefaults {
  readonly shell: Template | null;
  readonly workingDirectory: Template | null;
}

export type PermissionRequest =
  | { readonly kind: 'all'; readonly level: 'read' | 'write' }
  | { readonly kind: 'listed'; readonly levels: ReadonlyMap<string, 'read' | 'write' | 'none'> };

interface JobCommon {
  readonly id: string;
  readonly line: number;
  readonly name: Template | null;
  readonly needs: readonly string[];
  readonly condition: Template | null;
  readonly strategy: Template | null;
  readonly permissions: PermissionRequest | null;
  readonly concurrency: Template | null;
}

export interface StepsJob extends JobCommon {
  readonly kind: 'steps';
  readonly runsOn: Template;
  readonly env: MappingTemplate | null;
  readonly environment: Template | null;
  readonly outputs: MappingTemplate | null;
  readonly defaults: RunDefaults;
  readonly timeoutMinutes: Template | null;
  readonly continueOnError: Template | null;
  readonly cacheMode: CacheMode | null;
  readonly steps: readonly StepDefinition[];
}

export interface CallJob extends JobCommon {
  readonly kind: 'call';
  /** `./.github/workflows/x.yml` or `owner/repo/.github/workflows/x.yml@ref`. */
  readonly uses: string;
  readonly with: MappingTemplate | null;
  readonly secrets: 'inherit' | MappingTemplate | null;
}

export type JobDefinition = StepsJob | CallJob;

interface StepCommon {
  readonly id: string | null;
  readonly line: number;
  readonly name: Template | null;
  readonly condition: Template | null;
  readonly env: MappingTemplate | null;
  readonly continueOnError: Template | null;
  readonly timeoutMinutes: Template | null;
}

export interface RunStep extends StepCommon {
  readonly kind: 'run';
  readonly script: Template;
  readonly shell: Template | null;
  readonly workingDirectory: Template | null;
}

export interface UsesStep extends StepCommon {
  readonly kind: 'uses';
  readonly uses: string;
  readonly with: MappingTemplate | null;
}

export type StepDefinition = RunStep | UsesStep;
