import { join } from 'node:path';
import { z } from 'zod';
import { installedPython, run } from '../interop/stats/environment.ts';
import type { Row } from './row.ts';

/** Slower than this, a library is not waited for. */
const PATIENCE_SECONDS = 60;

const timings = z.object({ read: z.number(), work: z.number(), peakMb: z.number() });

/**
 * What a Python library needs for the same files, where the environment of `npm run interop:stats` is there. It has no
 * budget: it is there to compare with.
 *
 * @param script A file in `test/bench/python`.
 */
export async function pythonRow(what: string, script: string, files: readonly string[]): Promise<Row> {
  const row = (measured: string): Row => ({ what, measured, budget: '', verdict: '' });
  const python = await installedPython();
  if (python === null) return row('not measured: npm run interop:stats installs it');
  const path = join(import.meta.dirname, 'python', script);
  const { status, stdout, stderr } = await run('timeout', [String(PATIENCE_SECONDS), python, '-B', path, ...files]);
  if (status === 124) return row(`more than ${PATIENCE_SECONDS} s`);
  // Out of memory the system ends it, and that is a result as well.
  if (status === 137 || stderr.includes('MemoryError')) return row('more memory than there is');
  if (status !== 0) throw new Error(stderr);
  const { read, work, peakMb } = timings.parse(JSON.parse(stdout));
  return row(`${(work / 1000).toFixed(2)} s, and ${(read / 1000).toFixed(2)} s to read; ${peakMb.toFixed(0)} MB`);
}
