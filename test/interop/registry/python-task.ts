import { join } from 'node:path';
import { z } from 'zod';
import { mustWith } from './process.ts';

/** A signature to make or to verify, all by path. */
export interface OmsTask {
  readonly do: 'sign' | 'verify';
  readonly folder: string;
  readonly signature: string;
  readonly key: string;
  readonly shardBytes?: number | null;
  /** Whether it hashes `.gitattributes` and the like, as `--no-ignore-git-paths` lets it. */
  readonly gitFiles?: boolean;
}

const answers = z.array(z.strictObject({ error: z.string().nullable() }));

/** What the reference implementation says to each task, `null` where it is content. */
export async function askReference(
  python: string,
  tasks: readonly OmsTask[],
  newKey: string | null = null,
): Promise<readonly (string | null)[]> {
  const script = join(import.meta.dirname, 'python', 'oms.py');
  const said = await mustWith(python, [script], Buffer.from(JSON.stringify({ newKey, tasks })));
  const found = answers.parse(JSON.parse(said.toString()));
  if (found.length !== tasks.length) throw new Error(`${tasks.length} tasks, ${found.length} answers`);
  return found.map(({ error }) => error);
}
