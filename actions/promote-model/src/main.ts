import { runAction } from '@gatehouse/action-kit';
import { inputs, outputs } from './inputs.ts';

export function main(): Promise<void> {
  return runAction({
    name: 'promote-model',
    inputs,
    outputs,
    // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
    run: async (values, ports) => (await import('./perform.ts')).perform(values, ports),
  });
}
