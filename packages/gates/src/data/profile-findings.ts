import type { BaselineProfile, ColumnType, Finding } from '@gatehouse/core';
import { newCategoryRate, newcombeDifference, outOfRangeTail, wilsonInterval } from '@gatehouse/stats';
import { inWords, percent } from '../decision/wording.ts';
import type { ColumnFacts, DataFacts, DataRules } from './data-facts.ts';
import { examplesOf, findingsOf, isAbove, type Judged } from './finding-list.ts';
import { unitJump } from './unit-jump.ts';

type ProfileColumn = BaselineProfile['columns'][string];
type ProfileRules = NonNullable<DataRules['profile']>;

interface Compared {
  readonly name: string;
  readonly facts: ColumnFacts;
  readonly reference: ProfileColumn;
  readonly referenceRows: number;
  readonly rules: ProfileRules;
  /** Chance of a false alarm that this one comparison may have, so that all together keep theirs. */
  readonly alpha: number;
}

/**
 * Judges the data against a profile. A value beyond its limit fails when chance cannot explain it, all comparisons taken
 * together, and is inconclusive when it can; a value within its limit passes.
 */
export function profileFindings(facts: DataFacts, rules: DataRules): readonly Finding[] {
  const { profile } = facts;
  const limits = rules.profile;
  if (profile === null || limits === undefined) return [];
  const shared = Object.entries(profile.columns).flatMap(([name, reference]) => {
    const column = facts.columns.get(name);
    return column === undefined ? [] : [{ name, facts: column, reference }];
  });
  const alpha = (1 - rules.confidence) / Math.max(1, 2 * shared.length);
  const compared = shared.map((column): Compared => {
    return { ...column, referenceRows: profile.rows, rules: limits, alpha };
  });
  const each = (judge: (column: Compared) => readonly Judged[]): readonly Judged[] => compared.flatMap(judge);
  return [
    ...findingsOf('profile-columns', profileColumns(facts, profile), 'columns are as in the profile'),
    ...findingsOf('row-count-change', rowCount(facts, profile, limits), 'tables are as large as the profile'),
    ...findingsOf('missing-rate-difference', each(missingDifference), 'columns miss as many values as in the profile'),
    ...findingsOf('new-category-rate', each(newCategories), 'columns have the categories of the profile'),
    ...findingsOf('out-of-range-rate', each(outOfRange), 'columns have the range of the profile'),
    ...findingsOf('unit-jump', each(unitJumps), 'columns are in the unit of the profile'),
  ];
}

const PASS = { outcome: 'pass', reasonCode: 'within-limit' } as const;
const CHANCE = { outcome: 'inconclusive', reasonCode: 'effect-without-evidence' } as const;
const FAIL = { outcome: 'fail', reasonCode: 'limit-exceeded' } as const;

const TYPES: Readonly<Record<ReturnType<typeof kindOf>, readonly ColumnType[]>> = {
  numbers: ['integer', 'number'],
  texts: ['text'],
  booleans: ['boolean'],
};

/** Numbers with few values are categories in a profile, and numbers still. */
function kindOf(reference: ProfileColumn): 'numbers' | 'texts' | 'booleans' {
  return reference.kind === 'numbers' ? 'numbers' : reference.of;
}

/** True for values of the kind that the profile counted: 1 is not "1". */
export function isOfKind(type: ColumnType, reference: ProfileColumn): boolean {
  return TYPES[kindOf(reference)].includes(type);
}

function profileColumns({ table, columns }: DataFacts, profile: BaselineProfile): readonly Judged[] {
  const broken = Object.entries(profile.columns).flatMap(([name, reference]): readonly Judged[] => {
    const column = columns.get(name);
    const common = { columns: [name], n: [table.rows], method: 'all rows', outcome: 'fail', value: null } as const;
    if (column === undefined) {
      return [
        { ...common, reasonCode: 'column-missing', message: `${name} is in the profile and cannot be read here` },
      ];
    }
    const { type } = column.integrity;
    if (type === 'empty' || isOfKind(type, reference)) return [];
    const message = `${name} holds ${kindOf(reference)} in the profile and values of type ${type} here`;
    return [{ ...common, reasonCode: 'type-mismatch', message }];
  });
  const all = Object.keys(profile.columns).length;
  if (all === 0) {
    const message = 'the profile has no column to compare with';
    const nothing = { outcome: 'inconclusive', reasonCode: 'empty-group', value: null } as const;
    return [{ ...nothing, columns: [], n: [table.rows], method: 'all rows', message }];
  }
  const message =
    all === 1
      ? 'the column of the profile is there, with its type'
      : `the ${all} columns of the profile are there, with their types`;
  const sound = { ...PASS, columns: [], n: [table.rows], method: 'all rows', value: 0, message };
  return broken.length > 0 ? broken : [sound];
}

function rowCount({ table }: DataFacts, profile: BaselineProfile, rules: ProfileRules): readonly Judged[] {
  const limit = rules['row-count-change'];
  if (limit === undefined) return [];
  const common = { columns: [], n: [table.rows, profile.rows], method: 'all rows', limit, failsWhen: 'above' } as const;
  if (profile.rows === 0) {
    const message = 'the profile has no row to compare with';
    return [{ ...common, outcome: 'inconclusive', reasonCode: 'empty-group', value: null, message }];
  }
  const value = Math.abs(table.rows / profile.rows - 1);
  const message = `the table has ${table.rows} rows and the profile ${profile.rows}, a change of ${percent(value)}, limit ${percent(limit)}`;
  return [{ ...common, ...(isAbove(value, limit) ? FAIL : PASS), value, message }];
}

/** Missing as the profile counts it: an empty text is a category there. */
function missingDifference({ name, facts, reference, referenceRows, rules, alpha }: Compared): readonly Judged[] {
  const { nulls, nans, positiveInfinities, negativeInfinities, rows } = facts.integrity;
  const limit = rules['missing-rate-difference'];
  const now = { successes: nulls + nans + positiveInfinities + negativeInfinities, n: rows };
  const before = { successes: Object.values(reference.missing).reduce((sum, part) => sum + part, 0), n: referenceRows };
  const common = {
    columns: [name],
    n: [now.n, before.n],
    limit,
    failsWhen: 'above',
    method: 'newcombe, simultaneous',
  } as const;
  if (before.n === 0) return [{ ...common, ...emptyProfile(name) }];
  const confidence = 1 - 2 * alpha;
  const [lower, upper] = newcombeDifference(now, before, confidence);
  const difference = now.successes / now.n - before.successes / before.n;
  const value = Math.abs(difference);
  const least = lower > 0 ? lower : upper < 0 ? -upper : 0;
  const verdict = !isAbove(value, limit) ? PASS : isAbove(least, limit) ? FAIL : CHANCE;
  const interval = [least, Math.max(-lower, upper)] as const;
  const message = `${percent(now.successes / now.n)} of ${name} are missing, ${percent(before.successes / before.n)} in the profile, limit ${percent(limit)} either way`;
  return [{ ...common, ...verdict, value, interval, confidence, message }];
}

function newCategories({ name, facts, reference, rules, alpha }: Compared): readonly Judged[] {
  if (reference.kind !== 'categories' || facts.newCategories === null) return [];
  const { rows, nulls, nans, positiveInfinities, negativeInfinities } = facts.integrity;
  const limit = rules['new-category-rate'];
  const valued = rows - nulls - nans - positiveInfinities - negativeInfinities;
  const common = {
    columns: [name],
    n: [valued, reference.n],
    method: 'clopper-pearson against good-turing, simultaneous',
  } as const;
  if (reference.n === 0 || valued === 0) return [{ ...common, ...emptyProfile(name), limit, failsWhen: 'above' }];
  const counts = {
    newRows: facts.newCategories.count,
    currentRows: valued,
    singletons: reference.singletons,
    pooled: reference.other,
    referenceRows: reference.n,
  };
  const { rate, expected, interval } = newCategoryRate(counts, 1 - alpha);
  const allowed = Math.min(1, limit + expected);
  const confidence = 1 - 2 * alpha;
  const verdict = !isAbove(rate, allowed) ? PASS : isAbove(interval[0], allowed) ? FAIL : CHANCE;
  const seen = verdict === PASS ? '' : `; such as ${examplesOf(facts.newCategories)}`;
  const message = `${counts.newRows} of ${valued} values of ${name} are categories that the profile does not have (${percent(rate)}), ${percent(expected)} expected, limit ${percent(limit)} more${seen}`;
  return [{ ...common, ...verdict, value: rate, interval, confidence, limit: allowed, failsWhen: 'above', message }];
}

function outOfRange({ name, facts, reference, rules, alpha }: Compared): readonly Judged[] {
  if (reference.kind !== 'numbers' || facts.outside === null) return [];
  const { rows, nulls, nans, positiveInfinities, negativeInfinities } = facts.integrity;
  const finite = rows - nulls - nans - positiveInfinities - negativeInfinities;
  const limit = rules['out-of-range-rate'];
  const method = 'exact tail of exchangeable values';
  const common = { columns: [name], n: [finite, reference.n], limit, failsWhen: 'above', method } as const;
  if (reference.n === 0 || finite === 0) return [{ ...common, ...emptyProfile(name) }];
  const value = facts.outside / finite;
  const p = reference.n < 2 ? 1 : outOfRangeTail(facts.outside, { reference: reference.n, current: finite });
  const verdict = !isAbove(value, limit) ? PASS : p <= alpha ? FAIL : CHANCE;
  const confidence = 1 - 2 * alpha;
  const interval = wilsonInterval(facts.outside, finite, confidence);
  const message = `${facts.outside} of ${finite} values of ${name} lie outside the range of the profile (${percent(value)}), limit ${percent(limit)}; p = ${inWords(p)}`;
  return [{ ...common, ...verdict, value, interval, confidence, message }];
}

function emptyProfile(name: string): Pick<Judged, 'outcome' | 'reasonCode' | 'value' | 'message'> {
  const message = `${name} has no value here or in the profile, so they cannot be compared`;
  return { outcome: 'inconclusive', reasonCode: 'empty-group', value: null, message };
}

function unitJumps({ name, facts, reference, rules }: Compared): readonly Judged[] {
  const severity = rules['unit-jumps'];
  if (reference.kind !== 'numbers' || severity === 'allow') return [];
  const jump = unitJump(facts.median, reference);
  if (jump === null) return [];
  const common = { columns: [name], n: [facts.integrity.rows, reference.n], method: 'ratio of medians' };
  if (jump.factor === null) {
    const message = `the median of ${name} is ${inWords(jump.ratio)} times that of the profile`;
    return [{ ...common, ...PASS, value: jump.ratio, message }];
  }
  const verdict =
    severity === 'fail'
      ? ({ outcome: 'fail', reasonCode: 'unit-changed' } as const)
      : ({ outcome: 'inconclusive', severity: 'warn', reasonCode: 'unit-changed' } as const);
  const message = `the median of ${name} is ${inWords(jump.ratio)} times that of the profile, nearly ${jump.factor}: look at the unit`;
  return [{ ...common, ...verdict, value: jump.ratio, message }];
}
