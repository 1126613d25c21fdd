import type { z } from 'zod';

/** The first fault that a schema found, and how many more: a validator's own report is a page that nobody reads. */
export function firstFault({ issues }: z.ZodError): string {
  const [issue, ...more] = issues;
  if (issue === undefined) return 'something else';
  const place = issue.path.length === 0 ? 'the top' : `"${issue.path.join('.')}"`;
  const others = more.length === 0 ? '' : `, and ${more.length} more ${more.length === 1 ? 'fault' : 'faults'}`;
  return `at ${place}: ${issue.message}`.slice(0, 300) + others;
}
