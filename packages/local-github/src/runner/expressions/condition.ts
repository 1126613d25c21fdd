import { Lexer } from '@actions/expressions';
import { type ExpressionFunction, evaluateExpression, type Scope } from './expression.ts';
import type { Template } from './template.ts';

/** What `success()`, `failure()` and `cancelled()` answer at one place. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

const STATUS_FUNCTIONS = new Set(['success', 'failure', 'cancelled', 'always']);

/**
 * Whether a job or step runs. Without a status function the condition means `success() && (condition)`, as on GitHub.
 *
 * @param condition the `if:` of the workflow; `null` means `success()`
 */
export function conditionHolds(condition: Template | null, scope: Scope, status: Status): boolean {
  return truthy(evaluateExpression(conditionExpression(condition), withStatus(scope, status), condition?.line ?? 1));
}

/** As `conditionHolds` for `pre-if` and `post-if`, which default to `always()` and get no implicit `success()`. */
export function hookConditionHolds(condition: Template | null, scope: Scope, status: Status): boolean {
  const expression = conditionText(condition);
  return expression === '' || truthy(evaluateExpression(expression, withStatus(scope, status), condition?.line ?? 1));
}

function conditionExpression(condition: Template | null): string {
  const text = conditionText(condition);
  if (text === '') return 'success()';
  return callsStatusFunction(text) ? text : `success() && (${text})`;
}

function conditionText(condition: Template | null): string {
  if (condition?.kind === 'expression') return condition.expression;
  return condition?.kind === 'scalar' ? String(condition.value ?? '').trim() : '';
}

function callsStatusFunction(text: string): boolean {
  // A text that cannot be read reports its fault when it is evaluated.
  try {
    const tokens = new Lexer(text).lex().tokens;
    return tokens.some(
      (token, index) => STATUS_FUNCTIONS.has(token.lexeme.toLowerCase()) && tokens[index + 1]?.lexeme === '(',
    );
  } catch {
    return false;
  }
}

function withStatus(scope: Scope, status: Status): Scope {
  return { ...scope, functions: [...scope.functions, ...statusFunctions(status)] };
}

function statusFunctions(status: Status): readonly ExpressionFunction[] {
  const answers: readonly (readonly [string, boolean])[] = [
    ['success', status.success],
    ['failure', status.failure],
    ['cancelled', status.cancelled],
    ['always', true],
  ];
  return answers.map(([name, answer]) => ({ name, minArgs: 0, maxArgs: 0, call: () => answer }));
}

function truthy(value: unknown): boolean {
  return value !== null && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);
}
