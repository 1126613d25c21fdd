import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError, type FairnessGateConfig, parseConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { fairnessGate } from '../../../packages/core/src/config/gates/fairness.ts';
import { checkFairness } from '../../../packages/core/src/config/gates/fairness-checks.ts';

const EXAMPLE = readFileSync(
  join(resolve(import.meta.dirname, '..', '..', '..'), 'action-templates', 'mortgage-approval', 'gatehouse.yml'),
  'utf8',
);
const FAVORABLE = /^ *favorable: .*\n/m;
/** The example, which does not say which label is favourable. */
const SILENT = EXAMPLE.replace(FAVORABLE, '');
const LIMIT = 'false-positive-rate-difference: { limit: 0.10 }';
const MINIMUM = '        minimum-group-size: 30\n';

function gateOf(text: string): FairnessGateConfig | undefined {
  return parseConfig(new TextEncoder().encode(text)).models['mortgage-approval']?.gates.fairness;
}

function faultsOf(text: string): ConfigError['faults'] {
  try {
    gateOf(text);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('the fairness gate of a policy', () => {
  it('compares every two groups of at least 50 rows, by rates of at least 30, unless the policy says otherwise', () => {
    expect(gateOf(SILENT.replace(MINIMUM, ''))).toEqual({
      confidence: 0.95,
      sensitive: ['afam', 'single'],
      reference: 'none',
      'reference-groups': {},
      'minimum-group-size': 50,
      'minimum-denominator': 30,
      intersections: { depth: 2, gate: false },
      'suppress-below': 10,
      'suppress-rates': false,
      measures: { 'false-positive-rate-difference': { limit: 0.1 } },
    });
  });

  it('limits differences and ratios', () => {
    const text = EXAMPLE.replace(
      LIMIT,
      'equalized-odds-difference: { limit: 0 }\n          accuracy-ratio: { limit: 0.9 }',
    );

    expect(gateOf(text)?.measures).toEqual({
      'equalized-odds-difference': { limit: 0 },
      'accuracy-ratio': { limit: 0.9 },
    });
  });

  it.each([
    ['a ratio limit that nothing can break', LIMIT, 'accuracy-ratio: { limit: 0 }', 'above 0'],
    ['disparate impact of an unknown label', LIMIT, 'disparate-impact: { limit: 0.8 }', 'without "favorable"'],
    [
      'a reference group of a column that is not compared',
      MINIMUM,
      `${MINIMUM}        reference-groups: { age: old }\n`,
      'got a reference group for "age", which is not a sensitive column',
    ],
    [
      'a measure within control strata where no column is one',
      LIMIT,
      'conditional-demographic-disparity: { limit: 0.1 }',
      'without a control column',
    ],
    ['a measure of another task', LIMIT, 'ndkl: { limit: 1 }', 'got "ndkl" for the task binary-classification'],
    ['an unknown reference', MINIMUM, `${MINIMUM}        reference: majority\n`, 'none, overall, largest, best'],
  ])('is refused with %s', (_, from, to, said) => {
    const faults = faultsOf(SILENT.replace(from, to));

    expect(faults).toHaveLength(1);
    expect(Object.values(faults[0] ?? {}).join(' ')).toContain(said);
  });

  it('knows disparate impact when it says which label is favourable', () => {
    const text = EXAMPLE.replace(LIMIT, 'disparate-impact: { limit: 0.8 }');

    expect(text).toMatch(FAVORABLE);
    expect(faultsOf(text)).toEqual([]);
  });

  describe('of several classes', () => {
    const columns = {
      id: 'id',
      label: { column: 'deny', classes: ['low', 'mid', 'high'] },
      protected: ['race'],
      control: [],
    };

    it.each([
      ['no favourable class', undefined, 'got no "favorable-classes"'],
      ['one that is no class', ['mid', 'top'], 'got "top", which is no class of the label'],
      ['all of them', ['low', 'mid', 'high'], 'got every class of the label'],
    ])('is refused with %s', (_, favorable, said) => {
      const faults = gateFaults({ ...(favorable === undefined ? {} : { 'favorable-classes': favorable }) });

      expect(faults).toHaveLength(1);
      expect(faults[0]?.found).toBe(said);
    });

    it('names the classes that are good for the person', () => {
      expect(gateFaults({ 'favorable-classes': ['mid', 'high'] })).toEqual([]);
    });

    function gateFaults(more: Readonly<Record<string, unknown>>): readonly { readonly found: string }[] {
      const gate = fairnessGate.parse({
        sensitive: ['race'],
        measures: { 'accuracy-difference': { limit: 0.1 } },
        ...more,
      });
      return checkFairness(gate, { task: 'multiclass-classification', columns });
    }
  });
});
