import { describe, expect, it } from 'vitest';
import { driftBlocks } from '../../../packages/report/src/drift-tables.ts';

const column = (verdict: string, ofLimit: number | null, more: object = {}): object => ({
  verdict,
  role: 'feature',
  'of-limit': ofLimit,
  ...more,
});

describe('the columns of a drift decision', () => {
  it('are drawn and listed with the drifted ones first', () => {
    const text = driftBlocks({
      columns: {
        age: column('pass', 0.4, { ks: 0.08, by: 'ks', value: 0.08, limit: 0.2 }),
        income: column('fail', 1.5, { ks: 0.3, by: 'ks', value: 0.3, interval: [0.3, 0.32], limit: 0.2 }),
        rooms: column('inconclusive', null),
        town: column('warn', 0.7, { 'jensen-shannon': 0.14 }),
      },
    }).join('\n');
    const rows = [...text.matchAll(/^\| (\w+) \|/gm)].map(([, name]) => name);

    expect(rows).toEqual(['column', 'income', 'rooms', 'town', 'age']);
    expect(text).toContain(
      `income                       ${'█'.repeat(20)}┊${'█'.repeat(10)}${'·'.repeat(10)} 1.5 × limit, fail by ks`,
    );
    expect(text).toContain(
      `age                          ${'█'.repeat(8)}${'·'.repeat(12)}┊${'·'.repeat(20)} 0.4 × limit, pass by ks`,
    );
    expect(text).toContain('not measured, inconclusive\n');
    expect(text).toContain('| rooms | **inconclusive** | feature | – | – | – | – | – | – |');
    expect(text).toContain('| income | **fail** | feature | ks | 0.3 to 0.32 | 0.2 | 1.5 | 0.3 | – |');
  });

  it('have names that cannot leave their place', () => {
    const hostile = '```\n| x | [link](https://example.org) \u001b[31m';
    const text = driftBlocks({ columns: { [hostile]: column('fail', 2) } }).join('\n');

    expect(text.match(/```/g)).toHaveLength(2);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('[link](https');
  });

  it('of thousands are cut, and said so', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`c${at}`, column('pass', at / 1000)]));

    expect(driftBlocks({ columns: many }).at(-1)).toContain('40 more columns');
  });

  it.each([[{}], [{ columns: 5 }], [{ columns: { a: 'b' } }]])('of another gate are none: %j', (measures) => {
    expect(driftBlocks(measures)).toEqual([]);
  });
});
