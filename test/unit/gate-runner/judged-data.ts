import { join } from 'node:path';
import {
  type BaselineProfile,
  type DatasetConfig,
  type Decision,
  dataProfileRules,
  dataRules,
  type Finding,
  type TableSource,
} from '@gatehouse/core';
import { collectData } from '@gatehouse/gate-runner';
import { type DataRules, evaluateData } from '@gatehouse/gates';
import { duckDbEngine } from '@gatehouse/tables';
import { folderWith, WORKSPACE } from '../tables/engine/fixture-tables.ts';

export const TODAY = '2026-06-15';

/** Rules that a test names, besides those that judge nothing. */
export interface RulesOfTest {
  readonly [rule: string]: unknown;
}

export function rulesOf({ profile, leakage, overlap, ...rest }: RulesOfTest): DataRules {
  const rules = dataRules.parse({ 'constant-columns': 'allow', ...rest });
  return {
    ...rules,
    ...(profile === undefined ? {} : { profile: dataProfileRules.parse(profile) }),
    ...(leakage === undefined ? {} : { leakage: { correlation: 0.999, ignore: [], ...Object(leakage) } }),
    ...(overlap === undefined ? {} : { overlap: { rows: false, limit: 0, ...Object(overlap) } }),
  };
}

export interface DataOfTest {
  readonly file?: string;
  readonly other?: string | Uint8Array;
  readonly otherFile?: string;
  readonly label?: string;
  readonly profile?: BaselineProfile;
  readonly split?: NonNullable<DatasetConfig['split']>;
  readonly source?: Partial<TableSource>;
}

/** What the data gate says of a table, counted by the real engine. */
export async function judged(
  content: string | Uint8Array,
  rules: RulesOfTest,
  { file = 'data.csv', other, otherFile = 'other.csv', label, profile, split, source }: DataOfTest = {},
): Promise<Decision> {
  const folder = folderWith({ [file]: content, ...(other === undefined ? {} : { [otherFile]: other }) });
  const engine = duckDbEngine({
    addon: { explicit: WORKSPACE },
    root: join(folder, 'data'),
    tempFolder: join(folder, 'temp'),
    limits: { memoryBytes: 512 * 1024 * 1024, threads: 2 },
  });
  const read = rulesOf(rules);
  const { facts, description } = await collectData(engine, {
    rules: read,
    data: { name: 'data', files: [file], ...source },
    ...(other === undefined ? {} : { other: { name: 'other', files: [otherFile] } }),
    ...(label === undefined ? {} : { label }),
    ...(profile === undefined ? {} : { profile }),
    ...(split === undefined ? {} : { split }),
    today: TODAY,
  });
  const inputs = [{ name: 'data', digest: description.digest, rows: description.rows }];
  return evaluateData({ rules: read, facts, context: { subject: null, policyDigest: null, inputs } });
}

/** Outcome, code and columns of the findings of one measure. */
export function told(decision: Decision, measure: string): readonly (readonly unknown[])[] {
  const found = decision.findings.filter((finding) => finding.measure === measure);
  return found.map(({ outcome, reasonCode, groups = [] }) => [outcome, reasonCode, ...groups]);
}

export function finding(decision: Decision, measure: string): Finding {
  const [found, ...more] = decision.findings.filter((one) => one.measure === measure);
  if (found === undefined || more.length > 0) {
    throw new Error(`${more.length} more findings of ${measure}: ${JSON.stringify(decision.findings)}`);
  }
  return found;
}
