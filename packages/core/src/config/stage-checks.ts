import { type Contradiction, duplicate, type ReadableModel, repeated } from './contradiction.ts';
import type { StageRule } from './stage-rule.ts';

/** Each stage stands once in the list. */
export function checkStages({ stages = [] }: ReadableModel): readonly Contradiction[] {
  return repeated(stages).map((index) => duplicate(['stages', index], stages[index] ?? ''));
}

/** Rules are about stages that exist, and ask for stages that come before and for roles that somebody holds. */
export function checkStageRules(model: ReadableModel): readonly Contradiction[] {
  const { stages, 'stage-rules': rules = {}, approvals } = model;
  if (stages === undefined) return [];
  const roles = approvals === undefined ? null : Object.keys(approvals.roles);
  return Object.entries(rules).flatMap(([stage, rule]) => [
    ...unknownStage(stages, stage),
    ...wrongOrder(stages, stage, rule),
    ...unknownRoles(roles, stage, rule),
  ]);
}

function unknownStage(stages: readonly string[], stage: string): readonly Contradiction[] {
  if (stages.includes(stage)) return [];
  return [
    {
      path: ['stage-rules', stage],
      found: `got rules for "${stage}"`,
      allowed: `Rules are for one of the stages${listed(stages)}`,
      remedy: 'Correct the name, or add it to "stages".',
    },
  ];
}

function wrongOrder(stages: readonly string[], stage: string, rule: StageRule): readonly Contradiction[] {
  const { after } = rule;
  const path = ['stage-rules', stage];
  if (after === undefined) {
    if (rule['for-hours'] === undefined) return [];
    return [
      {
        path: [...path, 'for-hours'],
        found: 'got it without "after"',
        allowed: 'It is the time in the stage that "after" names',
        remedy: 'Add "after", or remove "for-hours".',
      },
    ];
  }
  const earlier = stages.slice(0, Math.max(0, stages.indexOf(stage)));
  if (earlier.includes(after)) return [];
  return [
    {
      path: [...path, 'after'],
      found: `got "${after}"`,
      allowed: `Only a stage that stands before "${stage}" in "stages"${listed(earlier)}`,
      remedy: 'Name an earlier stage.',
    },
  ];
}

function unknownRoles(roles: readonly string[] | null, stage: string, rule: StageRule): readonly Contradiction[] {
  // Without readable approvals nobody knows the roles.
  if (roles === null) return [];
  return (rule.promoters ?? []).flatMap((role, index) =>
    roles.includes(role)
      ? []
      : [
          {
            path: ['stage-rules', stage, 'promoters', index],
            found: `got "${role}"`,
            allowed: `Only roles of "approvals"${listed(roles)}`,
            remedy: 'Correct the name, or add the role.',
          },
        ],
  );
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}
