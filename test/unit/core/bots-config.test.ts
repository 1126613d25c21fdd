import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const GOOD = readFileSync(join(import.meta.dirname, 'fixtures', 'gatehouse.yml'), 'utf8');
const ROLE = 'policy-role: risk';

function botsOf(text: string): readonly string[] | undefined {
  return parseConfig(text).models['mortgage-approval']?.approvals.bots;
}

const withBots = (list: string): string => GOOD.replace(ROLE, `${ROLE}\n      bots: ${list}`);

describe('approvals.bots', () => {
  it('lists none unless it is written', () => {
    expect(botsOf(GOOD)).toEqual([]);
  });

  it('lists logins of bots', () => {
    expect(botsOf(withBots("['dependabot[bot]', 'release-please-2[bot]']"))).toEqual([
      'dependabot[bot]',
      'release-please-2[bot]',
    ]);
  });

  it.each([
    ['a person', '[mallory]'],
    ['a bot without its brackets', '[dependabot]'],
    ['a pattern', "['*[bot]']"],
    ['nothing', "['[bot]']"],
  ])('refuses %s', (_, list) => {
    expect(() => botsOf(withBots(list))).toThrow(/as in dependabot\[bot\]/);
  });
});
