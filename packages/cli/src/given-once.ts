import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** What `parseArgs` throws for options that it does not know, and this file for those that are said twice. */
export function isWrongOption(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/**
 * Refuses an option that is given twice and may be given once: `parseArgs` would take the last and say nothing.
 *
 * @throws TypeError as `parseArgs` does.
 */
export function requireOnce(args: readonly string[], options: ParseArgsOptionsConfig): void {
  const { tokens } = parseArgs({ args: [...args], options, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option' || options[token.name]?.multiple === true) continue;
    if (seen.has(token.name)) {
      const error = new TypeError(`Option '--${token.name}' is given twice. It may be given once.`);
      throw Object.assign(error, { code: 'ERR_PARSE_ARGS_GIVEN_TWICE' });
    }
    seen.add(token.name);
  }
}
