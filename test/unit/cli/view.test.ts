import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { describeProgress } from '../../../packages/cli/src/demo/run-demo.ts';
import { createTerminalView } from '../../../packages/cli/src/demo/view.ts';

const STEP = { id: 'ready', title: 'Candidate 2 passes every gate' };
const DONE = { ...STEP, status: 'done', durationMs: 1234, line: 'x'.repeat(200), facts: {} } as const;

function written(options: { readonly live: boolean; readonly columns: number }): string[] {
  const texts: string[] = [];
  const view = createTerminalView({
    write: (text) => texts.push(text),
    live: options.live,
    color: options.live,
    columns: () => options.columns,
  });
  view.begin(STEP);
  view.progress('d'.repeat(200));
  view.begin(STEP);
  view.end(DONE);
  view.begin({ ...STEP, title: 'Next' });
  view.close();
  view.begin(STEP);
  view.end(DONE);
  return texts;
}

describe('the terminal view', () => {
  it.each([40, 80, 120])('never fills a live terminal of %i columns', (columns) => {
    const shown = written({ live: true, columns }).map((text) =>
      stripVTControlCharacters(text).replaceAll(/[\r\n]/g, ''),
    );
    const finished = shown.filter((text) => text.includes('✓'));

    expect(shown.filter((text) => text.includes(STEP.title)).length).toBeGreaterThan(1);
    expect(finished).toHaveLength(1);
    expect(finished[0]).toMatch(/^ {2}✓ {3}1\.2 s {2}Candidate.*…$/);
    expect(finished[0]?.length).toBeLessThan(columns);
    if (columns >= 60) expect(Math.max(...shown.map((text) => text.length))).toBeLessThan(columns);
  });

  it('cuts nothing and draws nothing twice in a log', () => {
    expect(written({ live: false, columns: 80 })).toEqual([
      `  ✓   1.2 s  ${STEP.title.padEnd(34)} ${'x'.repeat(200)}\n`,
    ]);
  });

  it('takes the running line away and is silent once it is closed', () => {
    expect(written({ live: true, columns: 80 }).at(-1)).toBe('\r\u001b[2K');
  });
});

describe('a detail of the running step', () => {
  it.each([
    ['Run gatehouse-actions/gatehouse/actions/evaluate-model@v1', 'decide › gates › evaluate-model'],
    ['Run actions/checkout@v4', 'decide › gates › Run actions/checkout'],
    ['Look at mail@vendor.example and more', 'decide › gates › Look at mail@vendor.example and more'],
    [null, 'decide › gates'],
  ])('shows %s as %s', (step, shown) => {
    expect(describeProgress({ run: { name: 'decide' }, job: { name: 'gates' }, step })).toBe(shown);
  });

  it('is the workflow alone before a job begins', () => {
    expect(describeProgress({ run: { name: 'decide' }, job: null, step: null })).toBe('decide');
  });
});
