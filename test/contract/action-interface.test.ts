import { REASON_CODES } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  type ActionInterface,
  interfaceYaml,
  replaceBetween,
  YAML_MARKERS,
} from '../../.github/scripts/action-docs.ts';
import { actionNames, generatedDocs, loadInterface } from '../../.github/scripts/generated-docs.ts';
import { read } from './repository-files.ts';

const actionFile = z.strictObject({
  name: z.string().startsWith('Gatehouse: '),
  description: z.string().min(20).max(125),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(
    z.string(),
    z.strictObject({
      description: z.string().min(1),
      required: z.boolean().optional(),
      default: z.string().optional(),
      deprecationMessage: z.string().optional(),
    }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string().min(1) })),
  runs: z.strictObject({ using: z.literal('node24'), main: z.string() }),
});

/** What differs between an `action.yml` and what its code declares. */
function differences(name: string, yaml: string, { inputs, outputs }: ActionInterface): readonly string[] {
  const file = actionFile.parse(parse(yaml));
  const faults: string[] = [];
  if (file.runs.main !== `../../dist/${name}.js`) faults.push(`main is ${file.runs.main}`);
  const names = [...Object.keys(inputs.fields), ...Object.keys(inputs.renamed)];
  for (const input of new Set([...names, ...Object.keys(file.inputs)])) {
    const there = file.inputs[input];
    const here = inputs.fields[input];
    if (there === undefined || !names.includes(input)) faults.push(`input ${input} is on one side only`);
    else if (here === undefined) {
      if (there.deprecationMessage === undefined) faults.push(`renamed input ${input} does not say so`);
    } else {
      if (there.description !== here.description) faults.push(`description of ${input}`);
      if ((there.required ?? false) !== here.isRequired) faults.push(`required of ${input}`);
      if ((there.default ?? null) !== here.defaultText) faults.push(`default of ${input}`);
    }
  }
  for (const output of new Set([...Object.keys(outputs), ...Object.keys(file.outputs)])) {
    if (file.outputs[output]?.description !== outputs[output]) faults.push(`output ${output}`);
  }
  return faults;
}

describe('the comparison itself', () => {
  const name = 'train-model';
  const good = read(`actions/${name}/action.yml`);

  it.each([
    ['a changed default', "default: 'true'", "default: 'false'"],
    ['a dropped required', 'required: true', 'required: false'],
    ['a changed description', 'Name of the model', 'Title of the model'],
    ['a renamed input', '  model:', '  modell:'],
    ['a changed output', 'Id of the artifact', 'Name of the artifact'],
    ['another main', '../../dist/train-model.js', '../../dist/decide.js'],
  ])('sees %s', async (_, from, to) => {
    expect(good).toContain(from);
    expect(differences(name, good.replace(from, to), await loadInterface(name))).not.toEqual([]);
  });

  it('sees another runtime', async () => {
    const declared = await loadInterface(name);

    expect(() => differences(name, good.replace('node24', 'node20'), declared)).toThrow();
  });

  it('refuses a document without its markers', () => {
    expect(() => replaceBetween('nothing', YAML_MARKERS, '')).toThrow('are needed once');
  });
});

describe.each(actionNames())('%s', (name) => {
  it('has an action.yml that says what its code reads and writes', async () => {
    expect(differences(name, read(`actions/${name}/action.yml`), await loadInterface(name))).toEqual([]);
  });

  it('uses the words that mean the same everywhere', async () => {
    const { inputs, outputs } = await loadInterface(name);
    const names = [...Object.keys(inputs.fields), ...Object.keys(outputs)];

    expect(names.filter((word) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word))).toEqual([]);
    expect(names).toContain('model');
    for (const [word, field] of Object.entries(inputs.fields)) {
      expect([word, field.secret]).toEqual([word, /token$|key$/.test(word)]);
    }
  });

  it('names only reason codes that exist in its README, and every section a reader looks for', () => {
    const readme = read(`actions/${name}/README.md`);
    const codes = /## Reason codes\n([^#]*)/.exec(readme)?.[1]?.match(/`([a-z-]+)`/g) ?? [];

    expect(codes.length).toBeGreaterThan(0);
    expect(codes.map((code) => code.slice(1, -1)).filter((code) => !Object.hasOwn(REASON_CODES, code))).toEqual([]);
    for (const part of ['Inputs', 'Outputs', 'Permissions', 'Trigger', 'Limits'])
      expect(readme).toContain(`## ${part}\n`);
  });
});

describe('what is generated', () => {
  it('is up to date; else run .github/scripts/write-docs.ts', async () => {
    const files = await generatedDocs();
    const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);

    expect(files.size).toBe(5 + 2 * actionNames().length);
    expect(stale).toEqual([]);
  });

  it('quotes what YAML would read as something else', () => {
    const field = { description: "it's: # odd", isRequired: false, defaultText: 'true' };
    const inputs = { fields: { odd: field }, renamed: { old: 'odd' } };
    // Only the parts that the generator reads.
    const declared = { inputs, outputs: { 'a-b': "'" } } as unknown as ActionInterface;

    expect(parse(interfaceYaml(declared))).toEqual({
      inputs: {
        odd: { description: "it's: # odd", required: false, default: 'true' },
        old: { description: 'Renamed to odd.', deprecationMessage: 'Use odd.' },
      },
      outputs: { 'a-b': { description: "'" } },
    });
  });
});
