import { isMap, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { workflowFault } from '../expressions/workflow-fault.ts';
import type { CacheMode } from './workflow.ts';

export interface CacheModes {
  /** The file without its `cache-mode` lines; every other line keeps its number. */
  readonly text: string;
  readonly workflow: CacheMode | null;
  /** By job id. */
  readonly jobs: ReadonlyMap<string, CacheMode>;
}

const MODES: readonly CacheMode[] = ['none', 'read', 'write', 'write-only'];

/**
 * Takes `cache-mode` out of a workflow, at its top and in its jobs: the parser's schema (0.3.61) is older than the key,
 * which GitHub knows since 2026-09-10.
 */
export function takeCacheModes(path: string, text: string): CacheModes {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return { text, workflow: null, jobs: new Map() };
  let stripped = text;
  function take(map: YAMLMap): CacheMode | null {
    const pair = map.items.find((item) => keyOf(item) === 'cache-mode');
    if (pair === undefined) return null;
    const [start, end] = extent(pair);
    const where = `${path}:${lines.linePos(start).line}`;
    const mode = MODES.find((known) => isScalar(pair.value) && pair.value.value === known);
    if (mode === undefined || map.flow === true) {
      throw workflowFault(where, {
        found: `"${text.slice(start, end)}"`,
        allowed: `cache-mode is one of ${MODES.join(', ')}, on a line of its own`,
        remedy: 'write one of these words',
      });
    }
    stripped = stripped.slice(0, start) + ' '.repeat(end - start) + stripped.slice(end);
    return mode;
  }
  const workflow = take(root);
  const jobs = new Map<string, CacheMode>();
  const jobMap = root.get('jobs');
  for (const item of isMap(jobMap) ? jobMap.items : []) {
    const mode = isMap(item.value) ? take(item.value) : null;
    if (mode !== null) jobs.set(keyOf(item), mode);
  }
  return { text: stripped, workflow, jobs };
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function extent(pair: Pair): readonly [number, number] {
  const start = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  const end = isScalar(pair.value) ? (pair.value.range?.[1] ?? start) : start;
  return [start, end];
}
