import type { InputSpec } from '@gatehouse/action-kit';

/** What `src/inputs.ts` of an action exports. */
export interface ActionInterface {
  readonly inputs: {
    readonly fields: Readonly<Record<string, InputSpec<unknown>>>;
    readonly renamed: Readonly<Record<string, string>>;
  };
  readonly outputs: Readonly<Record<string, string>>;
}

/** The `inputs:` and `outputs:` blocks of `action.yml`. Renamed inputs stay declared, so that their message appears. */
export function interfaceYaml({ inputs, outputs }: ActionInterface): string {
  const given = Object.entries(inputs.fields).map(([name, field]) => {
    const lines = [`  ${name}:`, `    description: ${text(field.description)}`, `    required: ${field.isRequired}`];
    return [...lines, ...(field.defaultText === null ? [] : [`    default: ${text(field.defaultText)}`])].join('\n');
  });
  const old = Object.entries(inputs.renamed).map(([before, now]) =>
    [
      `  ${before}:`,
      `    description: ${text(`Renamed to ${now}.`)}`,
      `    deprecationMessage: ${text(`Use ${now}.`)}`,
    ].join('\n'),
  );
  const produced = Object.entries(outputs).map(([name, meaning]) => `  ${name}:\n    description: ${text(meaning)}`);
  return ['inputs:', ...given, ...old, 'outputs:', ...produced].join('\n');
}

/** The table of inputs in an action's README. */
export function inputsTable({ inputs }: ActionInterface): string {
  const rows = Object.entries(inputs.fields).map(([name, field]) => {
    const fallback = field.defaultText === null ? '' : `\`${field.defaultText}\``;
    return `| \`${name}\` | ${cell(field.description)} | ${cell(field.allowed)} | ${field.isRequired ? 'required' : fallback} |`;
  });
  return ['| input | meaning | allowed | default |', '|---|---|---|---|', ...rows].join('\n');
}

/** The table of outputs in an action's README. */
export function outputsTable({ outputs }: ActionInterface): string {
  const rows = Object.entries(outputs).map(([name, meaning]) => `| \`${name}\` | ${cell(meaning)} |`);
  return ['| output | meaning |', '|---|---|', ...rows].join('\n');
}

/** Lines between which a file is generated. */
export interface Markers {
  readonly begin: string;
  readonly end: string;
}

export const YAML_MARKERS: Markers = {
  begin: '# inputs and outputs are written from src/inputs.ts by .github/scripts/write-docs.ts',
  end: '# end of what is written',
};
export const INPUT_MARKERS: Markers = { begin: '<!-- inputs: begin -->', end: '<!-- inputs: end -->' };
export const OUTPUT_MARKERS: Markers = { begin: '<!-- outputs: begin -->', end: '<!-- outputs: end -->' };

/**
 * `document` with `body` between the markers.
 *
 * @throws {Error} when the document does not have both markers, once each and in order.
 */
export function replaceBetween(document: string, markers: Markers, body: string): string {
  const begin = document.indexOf(markers.begin);
  const end = document.indexOf(markers.end);
  const twice = document.lastIndexOf(markers.begin) !== begin || document.lastIndexOf(markers.end) !== end;
  if (begin < 0 || end < begin || twice)
    throw new Error(`the lines "${markers.begin}" and "${markers.end}" are needed once`);
  const gap = markers.begin.startsWith('<') ? '\n\n' : '\n';
  return `${document.slice(0, begin + markers.begin.length)}${gap}${body}${gap}${document.slice(end)}`;
}

/** A YAML scalar in single quotes, which have no escapes but the doubled quote. */
function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function cell(value: string): string {
  return value.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
