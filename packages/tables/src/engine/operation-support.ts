import { ActionError, type AggregateEngine, type EngineOperation } from '@gatehouse/core';

/**
 * Makes sure that an engine can do all that a gate is going to ask, before the gate begins.
 *
 * @throws ActionError `refused`, reason `operation-unsupported`.
 */
export function requireOperations(
  engine: Pick<AggregateEngine, 'name' | 'version' | 'supports'>,
  wanted: readonly EngineOperation[],
): void {
  const missing = wanted.filter((operation) => !engine.supports.has(operation));
  if (missing.length === 0) return;
  const fault = {
    where: `engine ${engine.name} ${engine.version}`,
    found: `no support for ${missing.join(', ')}`,
    allowed: `what it supports: ${[...engine.supports].join(', ')}`,
    remedy: 'Use another engine for this gate; nothing is approximated',
  };
  throw new ActionError('refused', fault, { reasonCode: 'operation-unsupported' });
}
