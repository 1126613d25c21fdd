import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { workflowFault } from '../expressions/workflow-fault.ts';
import { type ActionDefinition, readActionDefinition } from '../workflow/action-definition.ts';

/** An action laid out for one job. */
export interface ResolvedAction {
  readonly definition: ActionDefinition;
  /** Folder of `action.yml`, below `_actions` or the workspace. */
  readonly folder: string;
  /** `owner/name`, empty for `./` actions. */
  readonly repository: string;
  readonly ref: string;
  readonly isLocal: boolean;
}

export interface ActionSources {
  /** `owner/name` to the folder that holds a checkout of it. */
  readonly actionsRoot: Readonly<Record<string, string>>;
  /** Folder with one stand-in per action of `actions/`. */
  readonly standIns: string;
}

export interface ActionRequest {
  readonly uses: string;
  /** `path:line` of the step, for messages. */
  readonly where: string;
  /** The job's `_actions` folder. */
  readonly actionsFolder: string;
  readonly workspace: string;
}

/** Lays out and reads the action that a step uses; an action that is not on this machine is an error with the line. */
export async function resolveAction(sources: ActionSources, request: ActionRequest): Promise<ResolvedAction> {
  if (request.uses.startsWith('./')) {
    const folder = join(request.workspace, request.uses);
    return { definition: await definitionIn(folder, request), folder, repository: '', ref: '', isLocal: true };
  }
  const match = /^([^/@\s]+\/[^/@\s]+)((?:\/[^@\s]+)?)@(\S+)$/.exec(request.uses);
  const [, repository, path = '', ref] = match ?? [];
  if (repository === undefined || ref === undefined) throw unknownAction(request, 'the form is owner/repo/path@ref');
  const source = sourceFolder(sources, repository, path);
  if (source === null) throw unknownAction(request, 'neither a given folder nor a stand-in has this name');
  const layout = join(request.actionsFolder, repository, ref);
  if (!existsSync(layout)) {
    await mkdir(dirname(layout), { recursive: true });
    await symlink(source, layout, 'dir');
  }
  const folder = join(layout, path);
  return { definition: await definitionIn(folder, request), folder, repository, ref, isLocal: false };
}

function sourceFolder(sources: ActionSources, repository: string, path: string): string | null {
  const wanted = repository.toLowerCase();
  const given = Object.entries(sources.actionsRoot).find(([name]) => name.toLowerCase() === wanted);
  if (given !== undefined) return given[1];
  const standIn = /^actions\/([a-z0-9-]+)$/.exec(wanted)?.[1];
  if (standIn === undefined || path !== '') return null;
  const folder = join(sources.standIns, standIn);
  return existsSync(join(folder, 'action.yml')) ? folder : null;
}

async function definitionIn(folder: string, request: ActionRequest): Promise<ActionDefinition> {
  for (const name of ['action.yml', 'action.yaml']) {
    const file = join(folder, name);
    if (!existsSync(file)) continue;
    const label = `${request.uses.replace(/@.*$/, '')}/${name}`;
    try {
      return await readActionDefinition(label, await readFile(file, 'utf8'));
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      throw workflowFault(request.where, {
        found: `"uses: ${request.uses}": ${cause.message}`,
        allowed: 'a JavaScript action is allowed',
        remedy: 'use another action',
      });
    }
  }
  throw unknownAction(request, `it has no action.yml`);
}

function unknownAction(request: ActionRequest, why: string): Error {
  return workflowFault(request.where, {
    found: `"uses: ${request.uses}" is not on this machine: ${why}`,
    allowed: 'the folders of actionsRoot, the stand-ins of actions/ and ./ paths are allowed',
    remedy: 'name the folder in actionsRoot or use another action',
  });
}
