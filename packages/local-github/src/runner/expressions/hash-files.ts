import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpressionFunction } from './expression.ts';

/** `hashFiles(pattern, …)` over a workspace: SHA-256 of the files' SHA-256 digests, empty when nothing matches. */
export function hashFilesFunction(workspace: string): ExpressionFunction {
  return { name: 'hashFiles', minArgs: 1, maxArgs: 255, call: (...patterns) => hashFiles(workspace, patterns) };
}

function hashFiles(workspace: string, patterns: readonly string[]): string {
  const selected = new Set<string>();
  for (const pattern of patterns) {
    const excluded = pattern.startsWith('!');
    for (const file of globSync(excluded ? pattern.slice(1) : pattern, { cwd: workspace })) {
      if (excluded) selected.delete(file);
      else if (statSync(join(workspace, file)).isFile()) selected.add(file);
    }
  }
  if (selected.size === 0) return '';
  const hash = createHash('sha256');
  for (const file of [...selected].sort())
    hash.update(
      createHash('sha256')
        .update(readFileSync(join(workspace, file)))
        .digest(),
    );
  return hash.digest('hex');
}
