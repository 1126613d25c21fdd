import type {
  BaselineProfile,
  Breaches,
  ColumnIntegrity,
  ColumnType,
  DataColumnConfig,
  DataGateConfig,
  DistinctCounts,
  LabelTelling,
  TableFormat,
  TellingWord,
  TimeRange,
} from '@gatehouse/core';

/** The rules of the gate as a policy or a quick look gives them: without the names of datasets and files. */
export type DataRules = Omit<DataGateConfig, 'dataset' | 'profile' | 'overlap'> & {
  readonly profile?: Omit<NonNullable<DataGateConfig['profile']>, 'path' | 'digest'>;
  readonly overlap?: Omit<NonNullable<DataGateConfig['overlap']>, 'with'>;
};

/** A table as it was opened. */
export interface SeenTable {
  readonly format: TableFormat;
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
}

/** Fields of a column whose values the engine holds against a rule. */
export type DomainRule = 'min' | 'max' | 'probability' | 'pattern' | 'values';

/** What was counted of a column; `null` is what was not asked for. */
export interface ColumnFacts {
  readonly integrity: ColumnIntegrity;
  readonly distinct: DistinctCounts | null;
  /** Where values must be unique and are not. */
  readonly repeated: Breaches | null;
  /** Whether it has two different values at least. */
  readonly varies: boolean | null;
  readonly breaches: readonly (Breaches & { readonly rule: DomainRule })[];
  readonly times: TimeRange | null;
  /** Middle of the finite values, the lower of two. */
  readonly median: number | null;
  /** Rows with a category that the profile does not name. */
  readonly newCategories: Breaches | null;
  /** Finite values below the least or above the largest of the profile. */
  readonly outside: number | null;
}

/** A column with its facts and, where the policy names it, its rules. */
export interface SeenColumn extends ColumnFacts {
  readonly name: string;
  readonly rules: DataColumnConfig | null;
}

/** What a column tells about the label, in every way that it was asked. */
export interface LeakFact {
  readonly column: string;
  readonly type: ColumnType;
  readonly telling: LabelTelling;
  /** With a label that is a number or has two values; `null` where there is none to be had. */
  readonly pearson: Correlated | null;
  /** With a label of more than two numbers. */
  readonly spearman: Correlated | null;
  /** Of texts, where the label has values and is no number. */
  readonly word: TellingWord | null;
}

interface Correlated {
  readonly rows: number;
  /** `null` when either does not vary. */
  readonly value: number | null;
}

/** Everything that the gate judges, in exact counts. */
export interface DataFacts {
  readonly table: SeenTable;
  /** Of columns with a wrong type, the values that are not of the right one. */
  readonly misread: ReadonlyMap<string, Breaches>;
  readonly columns: ReadonlyMap<string, ColumnFacts>;
  readonly key: {
    readonly missing: number;
    readonly distinct: number;
    /** Of a key of one column that repeats. */
    readonly repeated: Breaches | null;
  } | null;
  /** Rows that differ in the columns beside the key. */
  readonly distinctRows: number | null;
  /** In the order of the rules; `null` where a column of the list is not there. */
  readonly unequalSums: readonly (number | null)[];
  readonly leaks: { readonly label: string; readonly columns: readonly LeakFact[] } | null;
  readonly overlap: { readonly shared: number; readonly rows: number } | null;
  readonly profile: BaselineProfile | null;
  /** The UTC day that ages are measured from, `2026-01-31`; `null` where no rule asks. */
  readonly asOf: string | null;
}
