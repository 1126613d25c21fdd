import { type Champion, evaluatePerformance, type PerformanceInput } from '@gatehouse/gates';
import { CONTEXT, modelWith, performanceConfig } from './fixture-inputs.ts';

export const NONE: Champion = { state: 'none', versionsExist: false };

/** A model that gets 900 of 1000 rows right, unless told otherwise. */
export function judge(changes: Partial<PerformanceInput> = {}): ReturnType<typeof evaluatePerformance> {
  const { labels, rows } = modelWith({ n: 1000, every: 2, right: 900 });
  return evaluatePerformance({
    config: performanceConfig({ accuracy: { floor: 0.85, margin: 0.02 } }),
    context: CONTEXT,
    labels,
    challenger: rows,
    champion: NONE,
    ...changes,
  });
}

/** A champion that gets so many of the same rows right. */
export function champion(right: number): Champion {
  return { state: 'evaluated', version: 'loans@v1.0.0', ...modelWith({ n: 1000, every: 2, right }).rows };
}
