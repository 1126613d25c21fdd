import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configJsonSchema, profileJsonSchema, REASON_CODES } from '@gatehouse/core';
import {
  type ActionInterface,
  INPUT_MARKERS,
  inputsTable,
  interfaceYaml,
  OUTPUT_MARKERS,
  outputsTable,
  replaceBetween,
  YAML_MARKERS,
} from './action-docs.ts';
import { attacksPage, readAttacks } from './attacks-page.ts';
import { mutationPage } from './mutation-page.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** Names of the folders under `actions/` that declare inputs. */
export function actionNames(): readonly string[] {
  const folder = join(root, 'actions');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'src', 'inputs.ts')))
    .toSorted();
}

/** Loads what an action declares. */
export async function loadInterface(action: string): Promise<ActionInterface> {
  const path = join(root, 'actions', action, 'src', 'inputs.ts');
  return (await import(path)) as ActionInterface;
}

/** Every generated file by its path in the repository, with the text it must have. */
export async function generatedDocs(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  files.set('docs/gatehouse.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  files.set('docs/baseline-profile.schema.json', `${JSON.stringify(profileJsonSchema(), null, 2)}\n`);
  files.set('docs/reason-codes.md', reasonCodesPage());
  files.set('docs/attacks.md', attacksPage(readAttacks()));
  files.set('docs/mutation.md', mutationPage());
  for (const action of actionNames()) {
    const declared = await loadInterface(action);
    const yaml = `actions/${action}/action.yml`;
    files.set(yaml, replaceBetween(read(yaml), YAML_MARKERS, interfaceYaml(declared)));
    const readme = `actions/${action}/README.md`;
    const withInputs = replaceBetween(read(readme), INPUT_MARKERS, inputsTable(declared));
    files.set(readme, replaceBetween(withInputs, OUTPUT_MARKERS, outputsTable(declared)));
  }
  return files;
}

function reasonCodesPage(): string {
  const rows = Object.entries(REASON_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  return [
    '# Reason codes',
    '',
    'Every finding, refusal and check names one of these codes. The list is closed, and a code is never reused for',
    'another meaning. This page is written by `.github/scripts/write-docs.ts` from `packages/core/src/reason-codes.ts`.',
    '',
    '| code | meaning |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
