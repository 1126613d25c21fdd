import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Every process below one, also those that lead groups or sessions of their own; empty when it is gone. */
export function descendantsOf(processId: number): readonly number[] {
  const children = Map.groupBy(parents(), ([, parent]) => parent);
  const found: number[] = [];
  const open = [processId];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [child] of children.get(next) ?? []) {
      found.push(child);
      open.push(child);
    }
  }
  return found;
}

type ProcessAndParent = readonly [process: number, parent: number];

/** Linux answers from /proc, because small images have no `ps`. */
function parents(): readonly ProcessAndParent[] {
  try {
    return process.platform === 'linux' ? readdirSync('/proc').flatMap(parentFromProc) : parentsFromPs();
  } catch {
    // Nothing can be listed here; the group of the process is still ended.
    return [];
  }
}

function parentFromProc(name: string): readonly ProcessAndParent[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
    // The name of the program, in brackets, may contain anything; state and parent follow it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return [[Number(name), parent]];
  } catch {
    // It ended while the list was read.
    return [];
  }
}

function parentsFromPs(): readonly ProcessAndParent[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.flatMap((line): readonly ProcessAndParent[] => {
    const [child, parent] = line.trim().split(/\s+/).map(Number);
    return child === undefined || parent === undefined ? [] : [[child, parent]];
  });
}
