import { readdirSync, readFileSync } from 'node:fs';
import { ConfigError } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { embeddedExpression } from '../../../packages/local-github/src/runner/expressions/embedded-expression.ts';
import { readWorkflow } from '../../../packages/local-github/src/runner/workflow/read-workflow.ts';

const GOOD = `name: w
on: push
cache-mode: none
jobs:
  a:
    runs-on: x
    cache-mode: read
    steps:
      - run: |
          if true; then
            echo "\${{ github.ref }}"
          fi
`;

async function faultOf(text: string): Promise<ConfigError> {
  const error: unknown = await readWorkflow('w.yml', text).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (error instanceof ConfigError) return error;
  throw new Error(`expected a ConfigError, got ${String(error)}`);
}

describe('readWorkflow', () => {
  it('keeps cache modes and takes the indentation of the file out of scripts', async () => {
    const workflow = await readWorkflow('w.yml', GOOD);

    const job = workflow.jobs.get('a');
    expect(workflow.cacheMode).toBe('none');
    expect(job?.kind === 'steps' && job.cacheMode).toBe('read');
    const step = job?.kind === 'steps' ? job.steps[0] : undefined;
    expect(step?.kind === 'run' && step.script.kind === 'expression' && step.script.expression).toBe(
      `format('if true; then\n  echo "{0}"\nfi\n', github.ref)`,
    );
  });

  it.each([
    ['an unknown key', GOOD.replace('runs-on: x', 'runs-on: x\n    spare: 1'), 'w.yml:7', "Unexpected value 'spare'"],
    [
      'a container',
      GOOD.replace('runs-on: x', 'runs-on: x\n    container: node'),
      'w.yml:7',
      '"container" is not supported',
    ],
    [
      'services',
      GOOD.replace('runs-on: x', 'runs-on: x\n    services: {db: {image: pg}}'),
      'w.yml:7',
      '"services" is not supported',
    ],
    [
      'a docker action',
      GOOD.replace(/- run: [\s\S]*/, '- uses: docker://alpine'),
      'w.yml:9',
      '"docker://alpine" is not supported',
    ],
    [
      'an event it cannot cause',
      GOOD.replace('on: push', 'on: issue_comment'),
      'w.yml:2',
      'the event "issue_comment" is not supported',
    ],
    ['pull_request_target', GOOD.replace('on: push', 'on: [pull_request_target]'), 'w.yml:2', 'is not supported'],
    ['a wrong cache mode', GOOD.replace('cache-mode: read', 'cache-mode: all'), 'w.yml:7', '"cache-mode: all"'],
    ['a bad cron', GOOD.replace('on: push', 'on: {schedule: [{cron: "* *"}]}'), 'w.yml:2', 'cron'],
    [
      'both filters',
      GOOD.replace('on: push', 'on: {push: {paths: [a], paths-ignore: [b]}}'),
      'w.yml:2',
      'both "paths" and "paths-ignore"',
    ],
    ['an unknown context', GOOD.replace('github.ref', 'nothing.ref'), 'w.yml:11', 'nothing'],
    [
      'a need that is not there',
      GOOD.replace('runs-on: x', 'runs-on: x\n    needs: b'),
      'w.yml:5',
      'at least one job with no dependencies',
    ],
    ['broken YAML', 'on: [push\njobs:', 'w.yml:2', ''],
  ])('names the line of %s', async (_name, text, where, found) => {
    const { faults } = await faultOf(text);

    expect(faults[0]?.where).toBe(where);
    expect(faults[0]?.found).toContain(found);
  });

  it.each(readdirSync('action-templates').filter((name) => name.endsWith('.yml')))(
    'reads the template %s',
    async (name) => {
      const workflow = await readWorkflow(
        `.github/workflows/${name}`,
        readFileSync(`action-templates/${name}`, 'utf8'),
      );

      expect(workflow.jobs.size).toBeGreaterThan(0);
    },
  );
});

describe('embeddedExpression', () => {
  it.each([
    ['${{ a }}', 'a'],
    ['x ${{ a }}', "format('x {0}', a)"],
    ["it's ${{ a }} {b}", "format('it''s {0} {{b}}', a)"],
    ["${{ format('}}', a) }}-${{ b }}", "format('{0}-{1}', format('}}', a), b)"],
  ])('%s', (text, expected) => {
    expect(embeddedExpression(text)).toBe(expected);
  });
});
