export { type CheckedOutTree, checkedOutTree } from './checked-out-tree.ts';
export { cleanEnvironment, type Environment } from './clean-environment.ts';
export { type CollectLimits, collectModelFiles } from './collect-model-files.ts';
export { createLocalSandbox, type LocalSandboxOptions } from './local-sandbox.ts';
export { createLocalTrainer, type LocalTrainerOptions } from './local-trainer.ts';
export { type CommandJob, MAX_LINES, runCommand } from './run-command.ts';
export { type Staging, stageWorkspace } from './stage-workspace.ts';
