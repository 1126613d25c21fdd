import type { PolicyRule } from './difference.ts';
import { always, list, number, presence, type Subject, scale } from './judges.ts';

const DRIFT = 'models.*.gates.drift';

/** Which way a change of the drift gate goes. That the gate comes or goes is told with the other gates. */
export function driftGateRules(): readonly PolicyRule[] {
  const gate =
    (what: string): Subject =>
    ([, model]) =>
      `${model}: the drift gate: ${what}`;
  const limit: Subject = ([, model, , , , measure, end]) => `${model}: the drift limit of ${measure}, "${end}"`;
  const column: Subject = ([, model, , , , name]) => `${model}: the drift rules of the column ${name}`;
  const ofColumn: Subject = (path) => `${column(path)}: the limit of ${path[7]}, "${path[8]}"`;
  const larger = 'larger drift passes';
  return [
    rule('data', always(gate('the data'), { kind: 'changed', means: 'another dataset is judged' })),
    rule('reference', always(gate('the reference'), { kind: 'changed', means: 'it is compared with other data' })),
    rule('profile', always(gate('the profile'), { kind: 'changed', means: 'it is compared with other data' })),
    rule('mode', scale(gate('the mode'), ['evidently', 'native'], 'the rules of evidently know no small batch')),
    rule('columns', list(gate('columns'), 'shrinking', 'a column is not compared any more')),
    rule('exclude', list(gate('exclude'), 'growing', 'a column is not compared any more')),
    rule('target', presence(gate('the target'), dropped('it is not compared any more'))),
    rule('prediction', presence(gate('the prediction'), dropped('it is not compared any more'))),
    rule(
      'domain-classifier',
      scale(gate('the domain classifier'), ['off', 'where-possible', 'required'], 'drift of columns together passes'),
    ),
    rule('drifted-share.fail', number(gate('the drifted share that fails'), 'rising', 'more columns may drift')),
    rule('drifted-share.warn', number(gate('the drifted share that warns'), 'rising', 'more columns may drift unsaid')),
    rule('limits.*.fail', number(limit, 'rising', larger)),
    rule('limits.*.warn', number(limit, 'rising', larger)),
    // Its own rules take the place of the gate's: what they loosen against those is not worked out here.
    rule('column-rules.*', presence(column, eitherWay('other rules hold for it'))),
    rule('column-rules.*.limits.*', presence(column, eitherWay('another limit holds for it'))),
    rule('column-rules.*.critical', scale(column, [false, true], 'its drift alone does not fail any more')),
    rule('column-rules.*.importance', number(column, 'falling', 'its drift weighs less')),
    rule('column-rules.*.limits.*.fail', number(ofColumn, 'rising', larger)),
    rule('column-rules.*.limits.*.warn', number(ofColumn, 'rising', larger)),
  ];
}

function rule(pattern: string, judge: PolicyRule['judge']): PolicyRule {
  return { pattern: [...DRIFT.split('.'), ...pattern.split('.')], judge };
}

function eitherWay(means: string): Parameters<typeof presence>[1] {
  const loosened = { kind: 'loosened', means } as const;
  return { added: loosened, removed: loosened };
}

function dropped(means: string): Parameters<typeof presence>[1] {
  return { added: { kind: 'tightened', means: '' }, removed: { kind: 'loosened', means } };
}
