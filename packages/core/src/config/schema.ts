import { z } from 'zod';
import { columns } from './columns.ts';
import { command, digest, name, relativePath, text } from './fields.ts';
import { dataGate } from './gates/data.ts';
import { driftGate } from './gates/drift.ts';
import { fairnessGate } from './gates/fairness.ts';
import { performanceGate } from './gates/performance.ts';
import { stageRule, versionName } from './stage-rule.ts';
import { task } from './task.ts';

const trustKey = z.strictObject({
  id: name.describe('Name of the key, quoted in messages.'),
  file: relativePath.describe('PEM file of the P-256 public key, in the repository.'),
  revoked: z.boolean().default(false).describe('A revoked key verifies nothing that was not anchored before.'),
});

const split = z
  .strictObject({
    column: text.describe('The id column whose hash decides.'),
    salt: text.describe('Prepended to the id before hashing, so that the halves of two models differ.'),
    parts: z.int().min(2).max(100).describe('Number of parts.'),
    evaluation: z.array(z.int().min(0)).min(1).describe('The parts that are held out for evaluation.'),
  })
  .refine((s) => s.evaluation.every((part) => part < s.parts) && new Set(s.evaluation).size < s.parts, {
    message: 'every evaluation part must be below "parts", and at least one part must be left for training',
  });

const dataset = z.strictObject({
  path: relativePath.describe('Where the file is in the repository.'),
  digest: digest.describe('SHA-256 of the whole file.'),
  licence: text.optional(),
  roles: z
    .array(z.enum(['training', 'evaluation', 'labels', 'batch']))
    .min(1)
    .describe('What the dataset is for; "batch" is data that a gate judges and nothing else reads.'),
  split: split.optional(),
  pointer: relativePath
    .optional()
    .describe('Where the Git LFS or DVC pointer of the file is; the file must be the one that it points to.'),
  croissant: relativePath.optional().describe('Where the Croissant description of the dataset is.'),
});

const gates = z.strictObject({
  performance: performanceGate.optional(),
  fairness: fairnessGate.optional(),
  drift: driftGate.optional(),
  data: dataGate.optional(),
});

const role = z
  .strictObject({ users: z.array(text).default([]), teams: z.array(z.string().regex(/^[^/]+\/[^/]+$/)).default([]) })
  .refine((r) => r.users.length + r.teams.length > 0, { message: 'must name at least one user or team' });

const emergency = z
  .strictObject({
    roles: z.array(name).min(1).describe('Roles whose holders may approve an emergency change.'),
    quorum: z
      .int()
      .min(1)
      .max(20)
      .default(1)
      .describe('How many different people must approve; each holds at least one of the roles, whichever.'),
  })
  .describe('Who approves an emergency change in place of the roles of the tier; without it there is no emergency.');

/** No person's login has brackets, so that a list of bots cannot name a person. */
const bot = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*\[bot\]$/, { error: 'must be the login of a bot, as in dependabot[bot]' });

const approvals = z.strictObject({
  roles: z.record(name, role),
  tiers: z.partialRecord(z.enum(['high', 'limited', 'minimal']), z.array(name).min(1)),
  'policy-role': name.describe('The role that must also approve a change of gatehouse.yml, governance/ or workflows.'),
  bots: z
    .array(bot)
    .default([])
    .describe(
      'Bots that may open pull requests and push to their branches, such as dependabot[bot]. List none that people can make push what they want: they could approve their own change.',
    ),
  emergency: emergency.optional(),
});

const deployment = z.strictObject({
  command,
  files: z
    .array(text)
    .min(1)
    .describe('Globs of the code that the command runs; a change of it is a change of the rules.'),
  'timeout-minutes': z.number().gt(0).max(1440).default(15),
});

/** One model; its sections are also read one by one, so that faults of one section do not hide those of another. */
export const modelSchema = z.strictObject({
  task,
  tier: z.enum(['high', 'limited', 'minimal']),
  paths: z.array(text).min(1).default(['**']).describe('Globs of the files that make a change affect this model.'),
  train: z.strictObject({
    command,
    output: relativePath.default('model').describe('Folder that the command fills with the model files.'),
    'timeout-minutes': z.number().gt(0).max(7200).default(360),
  }),
  evaluate: z.strictObject({
    command,
    files: z.array(text).min(1).describe('Globs of the code that the command needs; nothing else is laid out for it.'),
    code: z
      .enum(['base', 'candidate'])
      .default('base')
      .describe('Whose code runs: the base branch or the pull request.'),
    'timeout-minutes': z.number().gt(0).max(1440).default(30),
  }),
  data: z.record(name, dataset),
  columns,
  gates,
  approvals,
  stages: z.array(name).default([]).describe('From the first to the one that serves; the last one names the champion.'),
  'stage-rules': z.record(name, stageRule).default({}),
  'revoked-versions': z
    .record(versionName, z.string().min(10, { error: 'must say why, in at least 10 characters' }))
    .default({})
    .describe('Versions that may come into no stage any more, each with the reason.'),
  deploy: z.record(name, deployment).default({}),
});

/**
 * The shape of `gatehouse.yml`, version 1. Keys are kebab-case in YAML and stay so in TypeScript: one word, one place.
 * The published JSON Schema is generated from this source.
 */
export const configSchema = z.strictObject({
  version: z.literal(1),
  trust: z.strictObject({ keys: z.array(trustKey).min(1) }),
  models: z
    .record(name, modelSchema)
    .refine((m) => Object.keys(m).length > 0, { message: 'must name at least one model' }),
});

/** A checked `gatehouse.yml`. */
export type Config = z.output<typeof configSchema>;
/** The block of one model. */
export type ModelConfig = Config['models'][string];
/** Quorum and roles of an emergency change. */
export type EmergencyConfig = NonNullable<ModelConfig['approvals']['emergency']>;
export type DatasetConfig = ModelConfig['data'][string];
export type PerformanceGateConfig = NonNullable<ModelConfig['gates']['performance']>;
export type FairnessGateConfig = NonNullable<ModelConfig['gates']['fairness']>;
export type DriftGateConfig = NonNullable<ModelConfig['gates']['drift']>;
