import { type Decision, sha256 } from '@gatehouse/core';
import { countGroups, evaluateFairness, evaluatePerformance, type GateContext } from '@gatehouse/gates';

const CONTEXT: GateContext = {
  subject: { model: 'mortgage-approval', modelDigest: sha256('model') },
  policyDigest: sha256('policy'),
  inputs: [
    { name: 'evaluation-data', digest: sha256('data'), rows: 600 },
    { name: 'predictions', digest: sha256('predictions') },
  ],
};

const LABELS = Array.from({ length: 600 }, (_, index) => index % 3 === 0);
const SCORES = LABELS.map((label, index) => (((index * 37) % 100) / 100) * 0.6 + (label ? 0.35 : 0));
const CHALLENGER = { predicted: SCORES.map((score) => score > 0.5), scores: SCORES };

/** A finding that passes, one that fails, one that cannot be told, and a group that is too small. */
export function fairnessDecision(groupNames: readonly [string, string, string] = ['no', 'yes', 'unknown']): Decision {
  const places = LABELS.map((_, index) => (index % 100 === 0 ? 2 : index % 2));
  const predicted = SCORES.map((score, index) => score > (places[index] === 1 ? 0.4 : 0.55));
  return evaluateFairness({
    config: {
      confidence: 0.95,
      sensitive: ['afam'],
      reference: 'none',
      'reference-groups': {},
      'minimum-group-size': 30,
      'minimum-denominator': 30,
      intersections: { depth: 2, gate: false },
      'suppress-below': 5,
      'suppress-rates': false,
      measures: {
        'selection-rate-difference': { limit: 0.5 },
        'false-positive-rate-difference': { limit: 0.05 },
        'false-negative-rate-difference': { limit: 0.3 },
      },
    },
    context: CONTEXT,
    groups: countGroups({
      labels: LABELS,
      predicted,
      sensitive: new Map([['afam', places.map((place) => groupNames[place] ?? null)]]),
    }),
  });
}

/** A first version that passes. */
export function performanceDecision(): Decision {
  return evaluatePerformance({
    config: {
      confidence: 0.95,
      metrics: { accuracy: { floor: 0.75, margin: 0.02 }, auc: { floor: 0.8, margin: 0.02 } },
      'trivial-baseline': 'majority-class',
    },
    context: CONTEXT,
    labels: LABELS,
    challenger: CHALLENGER,
    champion: { state: 'none', versionsExist: false },
  });
}

/** A quick look at a table that judged nothing. */
export function emptyDecision(): Decision {
  return {
    schemaVersion: 1,
    gate: 'fairness',
    outcome: 'inconclusive',
    subject: null,
    policyDigest: null,
    inputs: [],
    findings: [],
    measures: {},
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: [],
  };
}
