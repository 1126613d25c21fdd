import type { RepositoryContext } from '../context.ts';
import {
  type JsonObject,
  optionalChoice,
  optionalInteger,
  optionalObject,
  optionalObjects,
  optionalStrings,
  stringField,
} from '../http/body.ts';
import { notFound, unprocessable } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { RulesetRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { repositoryApi, repositoryPage } from '../render/repository.ts';
import { KNOWN_RULES, rulesetsFor } from '../rules/branch-rules.ts';

const RULESETS = '/repos/{owner}/{repo}/rulesets';

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
    (context) => {
      const id = context.intParam('ruleset_id');
      const ruleset = context.repository.rulesets.find((candidate) => candidate.id === id);
      if (ruleset === undefined) throw notFound();
      return { status: 200, body: renderRuleset(context, ruleset) };
    },
  ),

  repositoryRoute(
    `POST ${RULESETS}`,
    { operationId: 'repos/create-repo-ruleset', permission: 'administration:write' },
    (context) => {
      const ruleset = rulesetFrom(context);
      context.repository.rulesets.push(ruleset);
      return { status: 201, body: renderRuleset(context, ruleset) };
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

function rulesetFrom({ body, state }: RepositoryContext): RulesetRecord {
  const names = optionalObject(optionalObject(body, 'conditions') ?? {}, 'ref_name') ?? {};
  return {
    id: state.nextId(),
    name: stringField(body, 'name'),
    target: optionalChoice(body, 'target', ['branch', 'tag']) ?? 'branch',
    enforcement: optionalChoice(body, 'enforcement', ['active', 'disabled', 'evaluate']) ?? 'active',
    include: optionalStrings(names, 'include') ?? [],
    exclude: optionalStrings(names, 'exclude') ?? [],
    bypass: (optionalObjects(body, 'bypass_actors') ?? []).map(bypassFrom),
    rules: (optionalObjects(body, 'rules') ?? []).map((rule) => {
      const type = stringField(rule, 'type');
      // A rule that is kept and not enforced would look like protection.
      if (!KNOWN_RULES.has(type))
        throw unprocessable('Ruleset', `The local GitHub does not enforce the rule ${type}`, 'rules');
      return { type, parameters: optionalObject(rule, 'parameters') ?? {} };
    }),
    createdAt: state.now(),
  };
}

function bypassFrom(actor: JsonObject): RulesetRecord['bypass'][number] {
  const actorType = optionalChoice(actor, 'actor_type', ['Integration', 'User', 'Team']);
  const actorId = optionalInteger(actor, 'actor_id');
  if (actorType === null || actorId === null)
    throw unprocessable('Ruleset', 'A bypass needs actor_type and actor_id', 'bypass_actors');
  return { actorType, actorId, mode: optionalChoice(actor, 'bypass_mode', ['always', 'pull_request']) ?? 'always' };
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
    updated_at: ruleset.createdAt.toISOString(),
    _links: {
      self: { href: `${repositoryApi(urls, repository)}/rulesets/${ruleset.id}` },
      html: { href: `${repositoryPage(urls, repository)}/rules/${ruleset.id}` },
    },
  };
}

function renderRuleset(context: RepositoryContext, ruleset: RulesetRecord): JsonObject {
  return {
    ...renderSummary(context, ruleset),
    conditions: { ref_name: { include: ruleset.include, exclude: ruleset.exclude } },
    bypass_actors: ruleset.bypass.map((actor) => ({
      actor_id: actor.actorId,
      actor_type: actor.actorType,
      bypass_mode: actor.mode,
    })),
    rules: ruleset.rules.map(renderRule),
  };
}

function renderRule({ type, parameters }: RulesetRecord['rules'][number]): JsonObject {
  return Object.keys(parameters).length === 0 ? { type } : { type, parameters };
}
