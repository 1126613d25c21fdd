import { unsupported } from '../expressions/workflow-fault.ts';

export interface ShellCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly extension: string;
}

/** Templates of the runner's built-in shells; `{0}` is the script. Source: docs.github.com, workflow syntax, `shell`. */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['', 'bash -e {0}'],
  ['bash', 'bash --noprofile --norc -e -o pipefail {0}'],
  ['sh', 'sh -e {0}'],
  ['python', 'python {0}'],
]);

/**
 * The command that runs a script.
 *
 * @param shell `shell:` of the step, empty when nothing was said
 * @param where `path:line`, for the error on an unknown shell
 */
export function shellCommand(shell: string, where: string): ShellCommand {
  const template = BUILT_IN.get(shell) ?? shell;
  if (!template.includes('{0}'))
    throw unsupported(where, `the shell "${shell}"`, 'use bash, sh, python or a template with {0}');
  const [command = '', ...args] = template.trim().split(/\s+/);
  return { command, args, extension: /^(?:ba)?sh$/.test(command) ? '.sh' : extensionOf(command) };
}

function extensionOf(command: string): string {
  if (command === 'python') return '.py';
  // Without an extension Node takes a script for a CommonJS module, as it does on a hosted runner.
  return '';
}
