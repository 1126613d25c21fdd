import { ConfigError } from '@gatehouse/core';
import { stringPositions } from '../expressions/embedded-expression.ts';
import { loadParserLibrary } from '../expressions/parser-library.ts';
import { entry, literalText, type Template, toTemplate } from '../expressions/template.ts';
import { unsupported } from '../expressions/workflow-fault.ts';

/** What the runner needs of an `action.yml`. */
export interface ActionDefinition {
  readonly file: string;
  /** Input name as written to its default, `null` when it has none. */
  readonly inputs: ReadonlyMap<string, Template | null>;
  readonly main: string;
  readonly pre: string | null;
  readonly preIf: Template | null;
  readonly post: string | null;
  readonly postIf: Template | null;
}

/** GitHub runs actions written for older versions on Node 24, too. */
const RUNTIMES = ['node24', 'node20'];

/**
 * Reads an `action.yml` with GitHub's own parser.
 *
 * @param file name for messages
 * @throws ConfigError for every mistake, and for composite and container actions, with `file:line`
 */
export async function readActionDefinition(file: string, text: string): Promise<ActionDefinition> {
  const library = await loadParserLibrary();
  const parsed = library.parseAction({ name: file, content: text }, library.newTrace());
  const errors = parsed.context.errors.getErrors();
  if (errors.length > 0 || parsed.value === undefined) {
    throw new ConfigError(
      errors.map((error) => ({
        where: `${file}:${error.range?.start.line ?? 1}`,
        found: error.rawMessage,
        allowed: 'only what the metadata syntax of GitHub Actions knows is allowed here',
        remedy: 'correct this line',
      })),
    );
  }
  const root = toTemplate(parsed.value, { file, strings: stringPositions(text) });
  return toDefinition(file, root);
}

function toDefinition(file: string, root: Template): ActionDefinition {
  const runs = entry(root, 'runs');
  const using = entry(runs, 'using');
  const main = literalText(entry(runs, 'main'));
  if (main === null || !RUNTIMES.includes(literalText(using) ?? '')) {
    const where = `${file}:${using?.line ?? runs?.line ?? 1}`;
    throw unsupported(
      where,
      `an action that runs using "${literalText(using) ?? ''}"`,
      'use a JavaScript action (node24)',
    );
  }
  const inputs = entry(root, 'inputs');
  return {
    file,
    inputs: new Map(
      inputs?.kind === 'mapping' ? [...inputs.entries].map(([name, { value }]) => [name, entry(value, 'default')]) : [],
    ),
    main,
    pre: literalText(entry(runs, 'pre')),
    preIf: entry(runs, 'pre-if'),
    post: literalText(entry(runs, 'post')),
    postIf: entry(runs, 'post-if'),
  };
}

/** `INPUT_MAX-DRIFT` of `max-drift`: upper case, spaces to `_`, dashes kept. */
export function inputVariable(name: string): string {
  return `INPUT_${name.toUpperCase().replaceAll(' ', '_')}`;
}
