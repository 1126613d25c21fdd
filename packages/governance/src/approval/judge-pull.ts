import { formatFault, type ModelConfig } from '@gatehouse/core';
import { EMERGENCIES_FOLDER, type Emergency, overdueEmergencies } from '../emergencies/emergency.ts';
import { type EmergencyChange, emergencyOf } from '../emergencies/emergency-of.ts';
import type { PullHistory } from '../evidence/pull-history.ts';
import { POLICY_SUBJECT } from '../ledger/entry.ts';
import type { Policy } from '../policy.ts';
import { definitionOf, type PolicyChange, policyMatcher, requiredRoles } from '../required-roles.ts';
import { utcDayOf } from '../utc-day.ts';
import { type Concern, concernOf } from './concern.ts';
import type { Approvers } from './judge-approvals.ts';
import { judgeModel } from './judge-model.ts';
import { judgePolicy } from './judge-policy.ts';
import { emergencyAnnouncedAt } from './ledger-facts.ts';
import type { PullFacts } from './pull-facts.ts';
import { combined, type ModelVerdict, type PullVerdict, plainVerdict } from './verdict.ts';

/** What is asked of the ledger: the history of one model of this pull request, or of its change of rules. */
export type HistoryOf = (model: string) => PullHistory;

/** What a pull request changes, as far as the base policy and its head tell. */
export function policyChangeOf(
  policy: Pick<Policy, 'config' | 'emergencies'>,
  files: readonly string[],
  emergencyFiles: ReadonlyMap<string, Uint8Array>,
): PolicyChange {
  const known = policy.emergencies.map(({ path }) => path);
  return {
    files,
    policyFiles: policy.config.trust.keys.map(({ file }) => file),
    declarations: [...emergencyFiles.keys()].filter(
      (path) => files.includes(path) && !known.includes(path) && path.endsWith('.yaml'),
    ),
  };
}

/**
 * Judges a pull request: every model that it concerns, and the rules where it changes some. A pure function: equal facts
 * and an equal ledger give an equal verdict, and what it wants written into the ledger is part of it.
 */
export function judgePull(facts: PullFacts, historyOf: HistoryOf): PullVerdict {
  const { policy, files } = facts;
  const change = policyChangeOf(policy, files, facts.proposed?.emergencyFiles ?? new Map());
  const concern = concernOf(policy.config, change);
  const emergencies = emergencyChangeOf(facts, concern, historyOf);
  const verdicts = [
    ...overdue(facts, emergencies),
    ...rulesAtFault(facts, { change, concern, emergencies }),
    ...concern.evaluated.map((model) => judgeOne(facts, { model, change, emergencies }, historyOf)),
    ...(concern.ruled.length + emergencies.touched.length === 0
      ? []
      : [judgePolicy(facts, { ruled: concern.ruled, emergencies }, historyOf(POLICY_SUBJECT))]),
  ];
  const governed = concern.evaluated.length + concern.ruled.length + change.declarations.length > 0;
  return governed ? combined(verdicts, rulesOf(facts, change)) : combined([notGoverned(policy)]);
}

/** True when a pull request changes a file that sets rules for any model. */
export function changesRules({ policy, files, proposed }: Pick<PullFacts, 'policy' | 'files' | 'proposed'>): boolean {
  const change = policyChangeOf(policy, files, proposed?.emergencyFiles ?? new Map());
  return Object.values(policy.config.models).some((model) => files.some(policyMatcher(model, change)));
}

function notGoverned({ config }: Policy): ModelVerdict {
  const models = Object.entries(config.models);
  const paths = [...new Set(models.flatMap(([, model]) => model.paths))].join(', ');
  const title = `No governed file changed (${paths})`;
  return plainVerdict(models.length === 1 ? (models[0]?.[0] ?? '') : 'all models', 'no-governed-file', {
    state: 'success',
    title,
  });
}

/**
 * The declaration counts from the day on which it was first announced at this head, so that it stays valid while people
 * review. What was merged is judged as of its merge, however late.
 */
function emergencyChangeOf(facts: PullFacts, concern: Concern, historyOf: HistoryOf): EmergencyChange {
  const headFiles = facts.proposed?.emergencyFiles ?? new Map<string, Uint8Array>();
  const question = { files: facts.files, headFiles };
  const today = utcDayOf(facts.pull.mergedAt ?? facts.now);
  const announced = [...headFiles.keys()]
    .filter((path) => facts.files.includes(path))
    .map((path) => path.slice(EMERGENCIES_FOLDER.length + 1).replace(/\.yaml$/, ''))
    .flatMap((id) =>
      concern.evaluated.flatMap((model) => emergencyAnnouncedAt(historyOf(model), id, facts.headSha) ?? []),
    );
  const first = announced.toSorted((a, b) => a.getTime() - b.getTime())[0];
  return emergencyOf(question, facts.policy, { today, announced: first === undefined ? today : utcDayOf(first) });
}

/** While the full review of an emergency is late, only a pull request that closes one may be merged. */
function overdue({ policy, now }: PullFacts, { closed }: EmergencyChange): readonly ModelVerdict[] {
  const late = overdueEmergencies(policy, utcDayOf(now));
  if (late.length === 0 || late.some(({ id }) => closed.some((emergency) => emergency.id === id))) return [];
  const told = late.map(({ id, reviewBy }) => `${id} (due ${reviewBy})`).join(', ');
  const notes = [
    'A pull request that sets "reviewed-on" in the declaration closes it, with the approvals of the full roles.',
  ];
  const title = `Full review of an emergency is overdue: ${told}`;
  return [plainVerdict(POLICY_SUBJECT, 'emergency-review-overdue', { state: 'failure', title, notes })];
}

interface Rules {
  readonly change: PolicyChange;
  readonly concern: Concern;
  readonly emergencies: EmergencyChange;
}

/** Rules that must not come onto the default branch, and a declaration that is no good. */
function rulesAtFault(facts: PullFacts, rules: Rules): readonly ModelVerdict[] {
  const { proposed } = facts;
  const faults = proposed?.faults ?? [];
  const problems = [...rules.emergencies.problems.map(formatFault), ...mixedEmergency(facts, rules)];
  return [
    ...(proposed === null || faults.length === 0 || (proposed.faultCode === 'emergency-invalid' && problems.length > 0)
      ? []
      : [plainVerdict(POLICY_SUBJECT, proposed.faultCode, { state: 'failure', notes: faults.map(formatFault) })]),
    ...(problems.length === 0
      ? []
      : [plainVerdict(POLICY_SUBJECT, 'emergency-invalid', { state: 'failure', notes: problems })]),
  ];
}

/** Haste is no reason to change the rules: whoever declares an emergency changes models only. */
function mixedEmergency({ policy, files }: PullFacts, { change, emergencies }: Rules): readonly string[] {
  if (emergencies.declared === null) return [];
  const isRule = Object.values(policy.config.models).map((model) => policyMatcher(model, change));
  const rules = files.filter((file) => isRule.some((matches) => matches(file)));
  if (rules.length === 0) return [];
  return [`An emergency changes no rules, and this pull request changes ${rules.slice(0, 5).join(', ')}.`];
}

function judgeOne(
  facts: PullFacts,
  asked: { readonly model: string; readonly change: PolicyChange; readonly emergencies: EmergencyChange },
  historyOf: HistoryOf,
): ModelVerdict {
  const { model, change, emergencies } = asked;
  const modelConfig = facts.policy.config.models[model];
  if (modelConfig === undefined) throw new RangeError(`the policy has no model ${model}`);
  const approvers = approversOf(model, modelConfig, { change, declared: emergencies.declared });
  return judgeModel(facts, { model, approvers, history: historyOf(model) });
}

/** The roles of the tier, or the quorum of the policy while the change is an emergency that names the model. */
export function approversOf(
  model: string,
  modelConfig: ModelConfig,
  { change, declared }: { readonly change: PolicyChange; readonly declared: Emergency | null },
): Approvers {
  const { bots, emergency } = modelConfig.approvals;
  if (declared === null || emergency === undefined || !declared.models.includes(model)) {
    return { roles: requiredRoles(modelConfig, change), quorum: null, bots, emergency: null };
  }
  const roles = emergency.roles.map((role) => definitionOf(modelConfig, role));
  return { roles, quorum: emergency.quorum, bots, emergency: declared };
}

/** What the change does to the rules, in sentences. */
function rulesOf(
  { proposed, policy, files }: PullFacts,
  change: PolicyChange,
): Pick<PullVerdict, 'loosened' | 'changed'> {
  const deltas = proposed?.deltas ?? [];
  const isRule = Object.values(policy.config.models).map((model) => policyMatcher(model, change));
  // What stands in gatehouse.yml and in the waivers is told rule by rule; of other files only that they change.
  const others = files.filter(
    (file) => file !== 'gatehouse.yml' && !file.startsWith('governance/') && isRule.some((matches) => matches(file)),
  );
  return {
    loosened: deltas.filter(({ kind }) => kind === 'loosened').map(({ sentence }) => sentence),
    changed: [
      ...deltas.filter(({ kind }) => kind !== 'loosened').map(({ sentence }) => sentence),
      ...others.slice(0, 20).map((file) => `${file} is changed.`),
      ...(others.length > 20 ? [`${others.length - 20} more files that set rules are changed.`] : []),
    ],
  };
}
