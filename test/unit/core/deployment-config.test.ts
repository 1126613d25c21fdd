import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, parseConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const GOOD = readFileSync(join(import.meta.dirname, 'fixtures', 'gatehouse.yml'), 'utf8');
const TASK = 'task: binary-classification';

function faultsOf(command: string, files: string | null): string {
  expect(GOOD).toContain(TASK);
  const rest = files === null ? '' : `, files: ${files}`;
  const text = GOOD.replace(TASK, `${TASK}\n    deploy: { production: { command: ${command}${rest} } }`);
  try {
    parseConfig(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the files of a deployment', () => {
  it.each([
    ['a script', '[node, deploy.mjs]', '[deploy.mjs]'],
    ['a script by a glob', '[node, deploy/run.mjs]', '["deploy/**"]'],
    ['a program of the repository', '[./bin/deploy]', '[bin/deploy]'],
    ['the value of an option', '[deploy-tool, --config=deploy/target.yml]', '["deploy/*.yml"]'],
    [
      'options, words, numbers and programs',
      '[python3.13, -m, deploy, --retries=3, "1.5", /etc/target.conf]',
      '[deploy/**]',
    ],
    ['an address', '[curl, "https://target.example/deploy.json"]', '[x]'],
  ])('are named: %s', (_, command, files) => {
    expect(faultsOf(command, files)).toBe('');
  });

  it.each([
    ['a script', '[node, deploy.mjs]', '[other.mjs]', '"deploy.mjs"'],
    ['a script that is excluded', '[node, deploy.mjs]', '["**", "!deploy.mjs"]', '"deploy.mjs"'],
    ['a program of the repository', '[./bin/deploy]', '[deploy]', '"bin/deploy"'],
    ['a script at a second place', '[node, a.mjs, b.mjs]', '[a.mjs]', '"b.mjs"'],
    ['the value of an option', '[deploy-tool, --config=target.yml]', '[x]', '"target.yml"'],
    ['a path that leaves the repository', '[node, ../deploy.mjs]', '["**"]', '"../deploy.mjs"'],
  ])('are not named: %s', (_, command, files, path) => {
    const faults = faultsOf(command, files);

    expect(faults).toContain('models.mortgage-approval.deploy.production.command[');
    expect(faults).toContain('which no glob of "files" matches');
    expect(faults).toContain(`Add ${path} to files`);
  });

  it.each([
    ['nothing', null, '"files" is missing'],
    ['an empty list', '[]', 'deploy.production.files'],
  ])('must be there, and not %s', (_, files, expected) => {
    expect(faultsOf('[deploy-tool]', files)).toContain(expected);
  });
});
