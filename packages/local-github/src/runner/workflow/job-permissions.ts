import type { PermissionLevel, Permissions } from '../../model.ts';
import { workflowFault } from '../expressions/workflow-fault.ts';
import type { PermissionRequest } from './workflow.ts';

/** What a workflow may ask for its GITHUB_TOKEN. Source: docs.github.com, permissions for the GITHUB_TOKEN. */
const NAMES = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
] as const;

const RANK: Readonly<Record<PermissionLevel, number>> = { none: 0, read: 1, write: 2, admin: 3 };

/** What a job gets when neither it nor its workflow says anything, under GitHub's restricted default. */
const RESTRICTED_DEFAULT: Permissions = { contents: 'read', packages: 'read', metadata: 'read' };

export interface PermissionSource {
  readonly job: PermissionRequest | null;
  readonly workflow: PermissionRequest | null;
  /** The run was started by a pull request from a fork. */
  readonly fromFork: boolean;
  /** Permissions of the job that called this workflow, or `null`. */
  readonly caller: Permissions | null;
  /** `path:line` of the job, for the error. */
  readonly where: string;
}

/**
 * Permissions of one job's token. A job's own list replaces the workflow's; a called workflow gets at most what the
 * calling job has; a fork gets nothing above read.
 *
 * @throws ConfigError when a called workflow asks for more than its caller has
 */
export function jobPermissions(source: PermissionSource): Permissions {
  const request = source.job ?? source.workflow;
  if (request === null) return forFork(source.caller ?? RESTRICTED_DEFAULT, source.fromFork);
  const granted: Record<string, PermissionLevel> = { ...levelsOf(request), metadata: 'read' };
  for (const [name, level] of Object.entries(granted)) {
    const limit = name === 'metadata' ? 'read' : (source.caller?.[name] ?? 'none');
    if (source.caller === null || RANK[level] <= RANK[limit]) continue;
    throw workflowFault(source.where, {
      found: `the nested job is requesting "${name}: ${level}"`,
      allowed: `the calling job allows "${name}: ${limit}"`,
      remedy: 'raise the permissions of the calling job or lower the ones of the nested job',
    });
  }
  return forFork(granted, source.fromFork);
}

function levelsOf(request: PermissionRequest): Record<string, PermissionLevel> {
  const levels: Record<string, PermissionLevel> = {};
  if (request.kind === 'all') {
    for (const name of NAMES) {
      if (name === 'id-token' && request.level === 'read') continue;
      levels[name] = name === 'models' ? 'read' : request.level;
    }
    return levels;
  }
  for (const [name, level] of request.levels) if (level !== 'none') levels[name] = level;
  return levels;
}

function forFork(permissions: Permissions, fromFork: boolean): Permissions {
  if (!fromFork) return permissions;
  const entries = Object.entries(permissions).filter(([name]) => name !== 'id-token');
  return Object.fromEntries(entries.map(([name, level]) => [name, level === 'none' ? 'none' : 'read']));
}
