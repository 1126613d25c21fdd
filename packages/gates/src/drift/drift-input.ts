import type { DriftRules } from '@gatehouse/core';
import type { GateContext } from '../decision/assemble-decision.ts';
import type { ComparedColumn } from './compared-column.ts';
import type { DomainTable } from './domain-measure.ts';

/** Both sides of a batch, and what a policy says of them. */
export interface DriftInput {
  readonly config: DriftRules;
  readonly context: GateContext;
  readonly columns: readonly ComparedColumn[];
  /** Rows for the domain classifier, or why there are none. */
  readonly domain: DomainTable | { readonly notPossible: string };
  /** Columns that hold no values to compare, in sentences. */
  readonly notCompared: readonly string[];
  /** Columns of the reference that are not in the data, and were not excluded. */
  readonly missingColumns: readonly string[];
  /** Columns of the data that are not in the reference. */
  readonly newColumns: readonly string[];
  /** Whether the data are the bytes that the reference is, or that its profile was made of. */
  readonly isItsReference: boolean;
}
