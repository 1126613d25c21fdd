import { mayAccess } from '../access/access.ts';
import type { NewRuleset } from '../admin.ts';
import type { RepositoryContext } from '../context.ts';
import {
  type JsonObject,
  optionalChoice,
  optionalInteger,
  optionalObject,
  optionalObjects,
  optionalString,
  optionalStrings,
  stringField,
} from '../http/body.ts';
import { notFound, unprocessable } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { advanceMergeQueues } from '../merge-queue/settle.ts';
import type { BypassActor, RulesetRecord, RulesetRule } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { repositoryApi, repositoryPage } from '../render/repository.ts';
import { rulesetsFor } from '../rules/branch-rules.ts';
import { bypassOf } from '../rules/bypass.ts';
import { rulesetFault } from '../rules/ruleset-fault.ts';

const RULESETS = '/repos/{owner}/{repo}/rulesets';
const ACTOR_TYPES = ['Integration', 'OrganizationAdmin', 'RepositoryRole', 'Team', 'User', 'DeployKey'] as const;

/** Rulesets of the repository itself; those of organisations are not modelled. */
export const rulesetRoutes: readonly Route[] = [
  repositoryRoute(
    `GET ${RULESETS}`,
    { operationId: 'repos/get-repo-rulesets', permission: 'metadata:read' },
    (context) => {
      const page = paginate(context, context.repository.rulesets);
      return { status: 200, body: page.items.map((ruleset) => renderSummary(context, ruleset)), headers: page.headers };
    },
  ),

  repositoryRoute(
    `GET ${RULESETS}/{ruleset_id}`,
    { operationId: 'repos/get-repo-ruleset', permission: 'metadata:read' },
    (context) => ({ status: 200, body: renderRuleset(context, find(context)) }),
  ),

  repositoryRoute(
    `POST ${RULESETS}`,
    { operationId: 'repos/create-repo-ruleset', permission: 'administration:write' },
    (context) => {
      const now = context.state.now();
      const ruleset = { ...rulesetFrom(context, null), id: context.state.nextId(), createdAt: now, updatedAt: now };
      context.repository.rulesets.push(ruleset);
      return { status: 201, body: renderRuleset(context, ruleset) };
    },
  ),

  repositoryRoute(
    `PUT ${RULESETS}/{ruleset_id}`,
    { operationId: 'repos/update-repo-ruleset', permission: 'administration:write' },
    async (context) => {
      const before = find(context);
      const { rulesets } = context.repository;
      const after = { ...before, ...rulesetFrom(context, before), updatedAt: context.state.now() };
      rulesets[rulesets.indexOf(before)] = after;
      await advanceMergeQueues(context, context.repository);
      return { status: 200, body: renderRuleset(context, after) };
    },
  ),

  repositoryRoute(
    `DELETE ${RULESETS}/{ruleset_id}`,
    { operationId: 'repos/delete-repo-ruleset', permission: 'administration:write' },
    async (context) => {
      const { rulesets } = context.repository;
      rulesets.splice(rulesets.indexOf(find(context)), 1);
      await advanceMergeQueues(context, context.repository);
      return { status: 204 };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/rules/branches/{branch...}',
    { operationId: 'repos/get-branch-rules', permission: 'metadata:read' },
    (context) => {
      const { repository } = context;
      const rules = rulesetsFor(repository, `refs/heads/${context.param('branch')}`).flatMap((ruleset) =>
        ruleset.rules.map((rule) => ({
          ...renderRule(rule),
          ruleset_source_type: 'Repository',
          ruleset_source: repository.fullName,
          ruleset_id: ruleset.id,
        })),
      );
      const page = paginate(context, rules);
      return { status: 200, body: page.items, headers: page.headers };
    },
  ),
];

function find({ repository, intParam }: RepositoryContext): RulesetRecord {
  const id = intParam('ruleset_id');
  const ruleset = repository.rulesets.find((candidate) => candidate.id === id);
  if (ruleset === undefined) throw notFound();
  return ruleset;
}

/** What a request says; on an update, what it leaves out stays as it was. */
function rulesetFrom({ body, repository }: RepositoryContext, before: RulesetRecord | null): NewRuleset {
  const conditions = optionalObject(body, 'conditions');
  const names = conditions === null ? null : (optionalObject(conditions, 'ref_name') ?? {});
  const bypass = optionalObjects(body, 'bypass_actors');
  const rules = optionalObjects(body, 'rules');
  const ruleset: NewRuleset = {
    name: (before === null ? stringField(body, 'name') : optionalString(body, 'name')) ?? before?.name ?? '',
    target: optionalChoice(body, 'target', ['branch', 'tag']) ?? before?.target ?? 'branch',
    enforcement:
      optionalChoice(body, 'enforcement', ['active', 'disabled', 'evaluate']) ?? before?.enforcement ?? 'active',
    include: names === null ? (before?.include ?? []) : (optionalStrings(names, 'include') ?? []),
    exclude: names === null ? (before?.exclude ?? []) : (optionalStrings(names, 'exclude') ?? []),
    bypass: bypass === null ? (before?.bypass ?? []) : bypass.map(bypassFrom),
    rules: rules === null ? (before?.rules ?? []) : rules.map(ruleFrom),
  };
  const fault = rulesetFault(repository, ruleset, before);
  if (fault !== null) throw unprocessable('Ruleset', fault, 'rules');
  return ruleset;
}

function ruleFrom(rule: JsonObject): RulesetRule {
  return { type: stringField(rule, 'type'), parameters: optionalObject(rule, 'parameters') ?? {} };
}

function bypassFrom(actor: JsonObject): BypassActor {
  const actorType = optionalChoice(actor, 'actor_type', ACTOR_TYPES);
  if (actorType === null) throw unprocessable('Ruleset', 'A bypass needs actor_type', 'bypass_actors');
  return {
    actorType,
    actorId: optionalInteger(actor, 'actor_id'),
    mode: optionalChoice(actor, 'bypass_mode', ['always', 'pull_request', 'exempt']) ?? 'always',
  };
}

function renderSummary({ repository, urls }: RepositoryContext, ruleset: RulesetRecord): JsonObject {
  return {
    id: ruleset.id,
    node_id: nodeId('Ruleset', ruleset.id),
    name: ruleset.name,
    target: ruleset.target,
    source_type: 'Repository',
    source: repository.fullName,
    enforcement: ruleset.enforcement,
    created_at: ruleset.createdAt.toISOString(),
    updated_at: ruleset.updatedAt.toISOString(),
    _links: {
      self: { href: `${repositoryApi(urls, repository)}/rulesets/${ruleset.id}` },
      html: { href: `${repositoryPage(urls, repository)}/rules/${ruleset.id}` },
    },
  };
}

/** Who may bypass is told only to those who may change the ruleset. Source: op:repos/get-repo-ruleset. */
function renderRuleset(context: RepositoryContext, ruleset: RulesetRecord): JsonObject {
  const { state, repository, credential } = context;
  const bypass = ruleset.bypass.map((actor) => ({
    actor_id: actor.actorId,
    actor_type: actor.actorType,
    bypass_mode: actor.mode,
  }));
  return {
    ...renderSummary(context, ruleset),
    conditions: { ref_name: { include: ruleset.include, exclude: ruleset.exclude } },
    rules: ruleset.rules.map(renderRule),
    ...(mayAdminister(context) ? { bypass_actors: bypass } : {}),
    ...(credential.kind === 'anonymous'
      ? {}
      : { current_user_can_bypass: bypassOf(state, repository, { ruleset, credential }) }),
  };
}

function mayAdminister({ state, repository, credential }: RepositoryContext): boolean {
  return mayAccess(state, { credential, repository, permission: 'administration:write' });
}

function renderRule({ type, parameters }: RulesetRule): JsonObject {
  return Object.keys(parameters).length === 0 ? { type } : { type, parameters };
}
