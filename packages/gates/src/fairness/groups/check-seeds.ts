import type { GateContext } from '../../decision/assemble-decision.ts';
import { seedOf } from '../../decision/metric-seed.ts';

/** The seed of one check, as bytes. */
export function seeds(context: GateContext): (check: string) => Uint8Array {
  return (check) => {
    const hexadecimal = seedOf(`fairness ${check}`, context);
    return Uint8Array.from(hexadecimal.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  };
}
