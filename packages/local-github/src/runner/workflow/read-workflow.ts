import { ConfigError } from '@gatehouse/core';
import { stringPositions } from '../expressions/embedded-expression.ts';
import { loadParserLibrary } from '../expressions/parser-library.ts';
import { entry, literalText, type MappingTemplate, type Template, toTemplate } from '../expressions/template.ts';
import { workflowFault } from '../expressions/workflow-fault.ts';
import { type CacheModes, takeCacheModes } from './cache-mode.ts';
import { readJobs, readPermissions, readRunDefaults } from './read-jobs.ts';
import { readCallInterface, readTriggers } from './read-triggers.ts';
import type { Workflow } from './workflow.ts';

/**
 * Reads one workflow file with GitHub's own parser and schema.
 *
 * @throws ConfigError with one fault per mistake, each naming `path:line`; also for what GitHub accepts and the local
 * runner cannot run.
 */
export async function readWorkflow(path: string, text: string): Promise<Workflow> {
  const cacheModes = takeCacheModes(path, text);
  const root = await parseRoot(path, cacheModes.text);
  return toWorkflow(path, root, cacheModes);
}

async function parseRoot(path: string, content: string): Promise<Template> {
  const library = await loadParserLibrary();
  const parsed = library.parseWorkflow({ name: path, content }, library.newTrace());
  if (parsed.value !== undefined) await library.convertWorkflowTemplate(parsed.context, parsed.value);
  const errors = parsed.context.errors.getErrors();
  if (errors.length > 0 || parsed.value === undefined) {
    throw new ConfigError(
      errors.map((error) => ({
        where: `${path}:${error.range?.start.line ?? lineOfPrefix(error.prefix)}`,
        found: error.rawMessage,
        allowed: 'only what the workflow syntax of GitHub Actions knows is allowed here',
        remedy: 'correct this line',
      })),
    );
  }
  return toTemplate(parsed.value, { file: path, strings: stringPositions(content) });
}

function lineOfPrefix(prefix: string | undefined): string {
  return /Line: (\d+)/.exec(prefix ?? '')?.[1] ?? '1';
}

function toWorkflow(path: string, root: Template, cacheModes: CacheModes): Workflow {
  const jobs = entry(root, 'jobs');
  const on = entry(root, 'on');
  if (jobs === null || on === null) {
    throw workflowFault(`${path}:1`, {
      found: 'no "on" or no "jobs"',
      allowed: 'both are required',
      remedy: 'add what is missing',
    });
  }
  const triggers = readTriggers(path, on);
  return {
    path,
    name: literalText(entry(root, 'name')) ?? path,
    runName: entry(root, 'run-name'),
    triggers,
    env: mapping(entry(root, 'env')),
    defaults: readRunDefaults(entry(root, 'defaults')),
    permissions: readPermissions(entry(root, 'permissions')),
    concurrency: entry(root, 'concurrency'),
    cacheMode: cacheModes.workflow,
    jobs: readJobs(path, jobs, cacheModes.jobs),
    call: triggers.has('workflow_call') ? readCallInterface(on) : null,
  };
}

function mapping(template: Template | null): MappingTemplate | null {
  return template?.kind === 'mapping' ? template : null;
}
