import type { GateKind } from './gate-kind.ts';
import { dataKind } from './kinds/data.ts';
import { driftKind } from './kinds/drift.ts';
import { fairnessKind } from './kinds/fairness.ts';
import { performanceKind } from './kinds/performance.ts';

/** Every gate of the command line; another one is a file and a line. */
export const GATE_KINDS: readonly GateKind[] = [performanceKind, fairnessKind, driftKind, dataKind];
