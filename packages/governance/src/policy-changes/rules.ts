import { FAIRNESS_RATIOS } from '@gatehouse/core';
import { dataGateRules } from './data-rules.ts';
import type { Judge, PolicyRule } from './difference.ts';
import { driftGateRules } from './drift-rules.ts';
import { always, globs, list, number, presence, type Subject, scale } from './judges.ts';
import { stageRules } from './stage-rules.ts';

const MODEL = 'models.*';
const GATES = 'models.*.gates';
const APPROVALS = 'models.*.approvals';

const tightened = { kind: 'tightened', means: '' } as const;
const gate: Subject = ([, model, , name]) => `${model}: the ${name} gate`;

/**
 * Which way a change of each rule goes. What no rule knows is told as a change, so a new part of the configuration is
 * never silent. Patterns are tried in this order; each place has one rule.
 */
export const POLICY_RULES: readonly PolicyRule[] = [
  ...trustRules(),
  rule(
    MODEL,
    presence(named('the model'), {
      added: changed('it is judged from now on'),
      removed: loosened('nothing governs it any more'),
    }),
  ),
  rule(`${MODEL}.tier`, scale(named('the tier'), ['minimal', 'limited', 'high'], 'the roles of a lower tier approve')),
  rule(`${MODEL}.paths`, globs(named('paths'), 'fewer files may make a change affect the model')),
  rule(
    `${MODEL}.evaluate.code`,
    scale(named('evaluate.code'), ['candidate', 'base'], 'the pull request brings the code that is examined'),
  ),
  rule(`${MODEL}.evaluate.command`, always(named('the evaluation command'), changed('the exam is another one'))),
  rule(
    `${MODEL}.evaluate.files`,
    always(named('the files of the evaluation'), changed('the exam is laid out otherwise')),
  ),
  rule(`${MODEL}.data.*.digest`, always(dataset, changed('other bytes are read'))),
  rule(`${MODEL}.data.*.split`, always(dataset, changed('other rows are held out'))),
  rule(`${MODEL}.columns.label`, always(named('the label'), changed('the truth is read otherwise'))),
  rule(
    `${MODEL}.columns.cluster`,
    presence(named('columns.cluster'), {
      added: tightened,
      removed: loosened('rows that depend on each other count as independent'),
    }),
  ),
  rule(`${MODEL}.columns.weight`, always(named('the weight of rows'), changed('rows count otherwise'))),
  rule(
    `${MODEL}.columns.protected`,
    list(named('columns.protected'), 'shrinking', "the model's commands see a column that they did not see"),
  ),
  rule(
    `${MODEL}.deploy.*.files`,
    globs(
      ([, model, , environment]) => `${model}: the files of the deployment to ${environment}`,
      'code that deploys may change without the policy role',
    ),
  ),
  ...stageRules(),
  ...gateRules(),
  ...approvalRules(),
  rule('waivers.*', judgeWaiver),
];

function trustRules(): readonly PolicyRule[] {
  const key: Subject = ([, , id]) => `The key "${id}"`;
  return [
    rule('trust.keys.*', (difference) => {
      const added = isRevoked(difference.after) ? changed('it is revoked already') : loosened('one more key may sign');
      return presence(key, { added, removed: tightened })(difference);
    }),
    rule(
      'trust.keys.*.revoked',
      scale((path) => `${key(path)}: revoked`, [false, true], 'it may sign again'),
    ),
    rule(
      'trust.keys.*.publicKey',
      always((path) => `${key(path)}: its bytes`, loosened('another key may sign')),
    ),
  ];
}

/** Of a gate or a measure that is judged no more. */
function dropped(): Parameters<typeof presence>[1] {
  return { added: tightened, removed: loosened('it is not judged any more') };
}

function gateRules(): readonly PolicyRule[] {
  const metric: Subject = ([, model, , , , name]) => `${model}: the metric ${name}`;
  const slice: Subject = ([, model, , , , name]) => `${model}: slicing by ${name}`;
  const performance = `${GATES}.performance`;
  return [
    rule(`${GATES}.*`, presence(gate, dropped())),
    rule(
      `${GATES}.*.confidence`,
      number((path) => `${gate(path)}: the confidence`, 'falling', 'less certain results pass'),
    ),
    rule(`${performance}.metrics.*`, presence(metric, dropped())),
    rule(
      `${performance}.metrics.*.floor`,
      number((path) => `${metric(path)}: the floor`, 'falling', 'worse models pass'),
    ),
    rule(
      `${performance}.metrics.*.margin`,
      number((path) => `${metric(path)}: the margin`, 'rising', 'models that are worse than the champion by more pass'),
    ),
    rule(
      `${performance}.metrics.*.ceiling`,
      number((path) => `${metric(path)}: the ceiling`, 'rising', 'worse models pass'),
    ),
    rule(
      `${performance}.metrics.*.relative-margin`,
      number(
        (path) => `${metric(path)}: the relative margin`,
        'rising',
        'models that are worse than the champion by more pass',
      ),
    ),
    rule(`${performance}.slices.*`, presence(slice, dropped())),
    rule(
      `${performance}.slices.*.minimum-rows`,
      number((path) => `${slice(path)}: the minimum of rows`, 'falling', 'smaller slices are enough to pass'),
    ),
    rule(
      `${performance}.slices.*.margin-factor`,
      number((path) => `${slice(path)}: the margin factor`, 'rising', 'models that are worse in a slice by more pass'),
    ),
    rule(
      `${performance}.slices.*.report-only`,
      scale((path) => `${slice(path)}: report-only`, [true, false], 'the slices do not decide any more'),
    ),
    rule(`${performance}.trivial-baseline`, judgeTrivialBaseline),
    rule(
      `${performance}.strict-reuse`,
      scale(
        (path) => `${gate(path)}: strict-reuse`,
        [undefined, false, true],
        'the same rows may judge any number of candidates at the same error',
      ),
    ),
    ...fairnessRules(),
    ...driftGateRules(),
    ...dataGateRules(),
  ];
}

/** Only "none" is laxer: the other words name the baseline of the task, which holds too where none is written. */
function judgeTrivialBaseline(difference: Parameters<Judge>[0]): ReturnType<Judge> {
  const { before, after } = difference;
  if ((before === 'none') === (after === 'none')) return null;
  const words = after === 'none' ? [after, before] : [before, after];
  return scale((path) => `${gate(path)}: the trivial baseline`, words, 'a model need not beat a constant')(difference);
}

function fairnessRules(): readonly PolicyRule[] {
  const measure: Subject = ([, model, , , , name]) => `${model}: the fairness measure ${name}`;
  const fairness = `${GATES}.fairness`;
  return [
    rule(
      `${fairness}.sensitive`,
      list((path) => `${gate(path)}: sensitive`, 'shrinking', 'groups of a column are not compared any more'),
    ),
    rule(
      `${fairness}.minimum-group-size`,
      number((path) => `${gate(path)}: the minimum group size`, 'falling', 'smaller groups are enough to pass'),
    ),
    rule(
      `${fairness}.minimum-denominator`,
      number((path) => `${gate(path)}: the minimum denominator`, 'falling', 'rates of fewer rows are enough to pass'),
    ),
    rule(`${fairness}.measures.*`, presence(measure, dropped())),
    ...FAIRNESS_RATIOS.map((ratio) =>
      rule(
        `${fairness}.measures.${ratio}.limit`,
        number((path) => `${measure(path)}: the limit`, 'falling', 'larger differences pass'),
      ),
    ),
    rule(
      `${fairness}.measures.*.disparity-increase`,
      number((path) => `${measure(path)}: the limit of its increase`, 'rising', 'larger increases pass'),
    ),
    rule(
      `${fairness}.measures.*.limit`,
      number((path) => `${measure(path)}: the limit`, 'rising', 'larger differences pass'),
    ),
  ];
}

function approvalRules(): readonly PolicyRule[] {
  const role: Subject = ([, model, , , name]) => `${model}: the role ${name}`;
  const tier: Subject = ([, model, , , name]) => `${model}: the tier ${name}`;
  const emergency: Subject = ([, model]) => `${model}: approvals.emergency`;
  const mayApprove = 'somebody may approve who could not';
  return [
    rule(
      `${APPROVALS}.roles.*.users`,
      list((path) => `${role(path)}: users`, 'growing', mayApprove),
    ),
    rule(
      `${APPROVALS}.roles.*.teams`,
      list((path) => `${role(path)}: teams`, 'growing', mayApprove),
    ),
    rule(`${APPROVALS}.tiers.*`, (difference) => {
      const removed = loosened('nobody is asked for it');
      return presence(tier, { added: changed('it names its roles now'), removed })(difference) ?? ofTier(difference);
    }),
    rule(`${APPROVALS}.policy-role`, always(named('the policy role'), loosened('others approve changes of the rules'))),
    rule(
      `${APPROVALS}.bots`,
      list(named('approvals.bots'), 'growing', 'nobody is known to stand behind what they push'),
    ),
    rule(
      `${APPROVALS}.emergency`,
      presence(emergency, { added: loosened('a quorum may replace the roles of the tier'), removed: tightened }),
    ),
    rule(
      `${APPROVALS}.emergency.quorum`,
      number((path) => `${emergency(path)}: the quorum`, 'falling', 'fewer people approve an emergency'),
    ),
    rule(
      `${APPROVALS}.emergency.roles`,
      list((path) => `${emergency(path)}: roles`, 'growing', 'more people may approve an emergency'),
    ),
  ];

  function ofTier(difference: Parameters<Judge>[0]): ReturnType<Judge> {
    return list(tier, 'shrinking', 'a role is not asked any more')(difference);
  }
}

/** A waiver excuses; only its end, or an earlier end, makes the policy stricter. */
function judgeWaiver(difference: Parameters<Judge>[0]): ReturnType<Judge> {
  const { path, before, after } = difference;
  const subject: Subject = ([, id]) => `The waiver "${id}"`;
  const { expiresOn: until, digest: _, ...rest } = members(before);
  const { expiresOn: then, digest: __, ...other } = members(after);
  if (before === undefined) {
    const excused = `it excuses ${JSON.stringify(other['waives'])} of ${String(other['model'])} until ${String(then)}`;
    return presence(subject, { added: loosened(excused), removed: tightened })(difference);
  }
  if (after === undefined) return presence(subject, { added: changed(''), removed: tightened })(difference);
  if (JSON.stringify(rest) !== JSON.stringify(other))
    return always(subject, loosened('it excuses something else'))(difference);
  if (until === then) return { kind: 'changed', sentence: `${subject(path)} has other bytes that mean the same.` };
  const longer = String(then) > String(until);
  const sentence = `${subject(path)} ends on ${String(then)} instead of ${String(until)}.`;
  return { kind: longer ? 'loosened' : 'tightened', sentence };
}

function rule(pattern: string, judge: Judge): PolicyRule {
  return { pattern: pattern.split('.'), judge };
}

function named(what: string): Subject {
  return ([, model]) => `${model}: ${what}`;
}

function dataset(path: readonly string[]): string {
  return `${path[1]}: the ${path[4]} of the dataset ${path[3]}`;
}

function loosened(means: string): { readonly kind: 'loosened'; readonly means: string } {
  return { kind: 'loosened', means };
}

function changed(means: string): { readonly kind: 'changed'; readonly means: string } {
  return { kind: 'changed', means };
}

function isRevoked(key: unknown): boolean {
  return members(key)['revoked'] === true;
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
