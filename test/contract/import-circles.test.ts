import { dirname, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, read } from './repository-files.ts';

const FROM = /^\s*(?:import|export)\b[^'"`;]*?from\s+'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'/gm;

/** Files of the project by path, with the files that each imports, types included. */
function importGraph(): ReadonlyMap<string, readonly string[]> {
  const sources = filesBelow('').filter((path) => /^(?:packages|actions|test|\.github)\/.*\.ts$/.test(path));
  return new Map(sources.map((path) => [path, importsOf(path)]));
}

function importsOf(path: string): readonly string[] {
  const targets = [...read(path).matchAll(FROM)].flatMap((match) => match[1] ?? match[2] ?? []);
  return targets.map((target) => posix.join(dirname(path), target));
}

/** One circle through `path`, or null: the shortest way from it back to itself. */
function circleOf(graph: ReadonlyMap<string, readonly string[]>, path: string): readonly string[] | null {
  const before = new Map<string, string>();
  const queue = [path];
  for (const here of queue) {
    for (const next of graph.get(here) ?? []) {
      if (next === path) return way(before, here, path);
      if (before.has(next)) continue;
      before.set(next, here);
      queue.push(next);
    }
  }
  return null;
}

function way(before: ReadonlyMap<string, string>, last: string, first: string): readonly string[] {
  const steps = [first, last];
  for (let here = last; here !== first; ) {
    here = before.get(here) ?? first;
    steps.push(here);
  }
  return steps.toReversed();
}

describe('imports', () => {
  const graph = importGraph();

  it('are read: the sources import each other', () => {
    expect(graph.size).toBeGreaterThan(1000);
    expect([...graph.values()].flat().filter((target) => graph.has(target)).length).toBeGreaterThan(3000);
  });

  it('find a circle where there is one', () => {
    const circular = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['a']],
    ]);

    expect(circleOf(circular, 'a')).toEqual(['a', 'b', 'd', 'a']);
    expect(circleOf(circular, 'c')).toBeNull();
  });

  it('make no circle of files', () => {
    const circles = [...graph.keys()].flatMap((path) => circleOf(graph, path)?.join(' -> ') ?? []);

    expect(circles).toEqual([]);
  });
});
