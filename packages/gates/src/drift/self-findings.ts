import type { Finding } from '@gatehouse/core';
import type { DriftInput } from './drift-input.ts';

/**
 * Data that are their own reference: every distance is 0 then, whatever they hold, so a pass would say nothing. It is
 * inconclusive in a quick look and in the decide run alike, and a policy that wants it all the same names the code.
 */
export function selfFindings({ isItsReference }: Pick<DriftInput, 'isItsReference'>): readonly Finding[] {
  if (!isItsReference) return [];
  return [
    {
      measure: 'reference',
      outcome: 'inconclusive',
      severity: 'block',
      reasonCode: 'compared-with-itself',
      value: null,
      message: 'The data are the bytes that they are compared with: no drift can be found, and none was looked for.',
    },
  ];
}
