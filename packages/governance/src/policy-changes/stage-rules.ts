import type { Judge, PolicyRule } from './difference.ts';
import { list, number, presence, type Subject, scale } from './judges.ts';

const RULE = 'models.*.stage-rules.*';

const tightened = { kind: 'tightened', means: '' } as const;
const anybody = 'whoever may start the job promotes';

/** Which way a change of what stages ask for goes. */
export function stageRules(): readonly PolicyRule[] {
  const stage: Subject = ([, model, , name]) => `${model}: the rules of the stage ${name}`;
  const ofStage =
    (what: string): Subject =>
    (path) =>
      `${stage(path)}: ${what}`;
  const revoked: Subject = ([, model, , version]) => `${model}: the revocation of ${version}`;
  return [
    rule(RULE, presence(stage, { added: tightened, removed: loosened('versions come into it without them') })),
    rule(
      `${RULE}.after`,
      presence(ofStage('after'), { added: tightened, removed: loosened('versions come into it at once') }),
    ),
    rule(`${RULE}.for-hours`, number(ofStage('for-hours'), 'falling', 'versions come into it sooner')),
    rule(`${RULE}.promoters`, judgePromoters(ofStage('promoters'))),
    rule(
      `${RULE}.rollback-to`,
      scale(ofStage('rollback-to'), ['any', 'assigned'], 'versions that were never in the stage may come back'),
    ),
    rule(
      'models.*.revoked-versions.*',
      presence(revoked, { added: tightened, removed: loosened('it may come into a stage again') }),
    ),
  ];
}

function judgePromoters(subject: Subject): Judge {
  const there = presence(subject, { added: tightened, removed: loosened(anybody) });
  const growing = list(subject, 'growing', 'somebody may promote who could not');
  return (difference) => there(difference) ?? growing(difference);
}

function loosened(means: string): { readonly kind: 'loosened'; readonly means: string } {
  return { kind: 'loosened', means };
}

function rule(pattern: string, judge: Judge): PolicyRule {
  return { pattern: pattern.split('.'), judge };
}
