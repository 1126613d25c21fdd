import type { GateKind } from './gate-kind.ts';
import { fairnessKind } from './kinds/fairness.ts';

/** Every gate of the command line; another one is a file and a line. */
export const GATE_KINDS: readonly GateKind[] = [fairnessKind];
