import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { gateUsage, kindUsage } from '../../../../packages/cli/src/gate/gate-help.ts';
import { GATE_KINDS } from '../../../../packages/cli/src/gate/kinds.ts';
import { root } from '../command.ts';
import { adultTable, whiteOrOther } from './adult-table.ts';
import { CONFIG, DATA, examplePredictions } from './example-predictions.ts';
import { csvOf, folderWith, judgeHere, shown, TABLE } from './gatehouse-gate.ts';

const PAGE = readFileSync(join(root, 'docs/command-line.md'), 'utf8');

interface Example {
  readonly kind: string;
  readonly args: readonly string[];
  /** What it prints; empty where the page does not say. */
  readonly output: readonly string[];
}

/** Every `gatehouse gate …` of the page, with what stands below it. */
function examplesOf(page: string): readonly Example[] {
  return [...page.matchAll(/```(?:console|sh)\n([^`]*)```/g)].flatMap(([, block = '']) => {
    const text = block.replaceAll(/\\\n +/g, '');
    return text.split(/^(?:\$ )?(?=gatehouse |awk )/m).flatMap((part) => {
      const [command = '', ...output] = part.trimEnd().split('\n');
      const [, kind, rest] = /^gatehouse gate ([a-z]+) (.*)$/.exec(command) ?? [];
      return kind === undefined || rest === undefined ? [] : [{ kind, args: rest.split(/ +/), output }];
    });
  });
}

const EXAMPLES = examplesOf(PAGE);
let folder: string;
let predictions: Buffer;
beforeAll(() => {
  predictions = examplePredictions('train.mjs');
});

function filesOfThePage(): string {
  const made = folderWith({
    'gatehouse.yml': CONFIG,
    'predictions.csv': predictions,
    'adult.csv': adultTable(whiteOrOther),
    'p.csv': TABLE.replace('group,', 'race,'),
    'both.csv': csvOf(
      ['y', 'a', 'b'],
      [
        [['1', '1', '1'], 300],
        [['0', '0', '0'], 300],
        [['0', '1', '0'], 20],
      ],
    ),
  });
  mkdirSync(join(made, 'data'));
  writeFileSync(join(made, 'data/applications.csv'), DATA);
  return made;
}

describe('the page about the command line', () => {
  it('has the examples that are run here', () => {
    expect(EXAMPLES.map(({ kind, output }) => [kind, output.length > 0])).toEqual([
      ['fairness', true],
      ['performance', false],
      ['fairness', false],
      ['fairness', true],
    ]);
  });

  it.each(EXAMPLES.map((example) => [example.args.join(' '), example] as const))(
    'shows what is printed: %s',
    async (_, { kind: name, args, output }) => {
      folder = filesOfThePage();
      const kind = GATE_KINDS.find((known) => known.name === name);
      if (kind === undefined) throw new Error(`The page has a gate ${name}.`);

      const printed = shown(await judgeHere(kind, folder, args)).split('\n');

      // Lines in their order; an ellipsis stands for any number of them.
      let at = 0;
      for (const line of output.filter((one) => one !== '…')) {
        const next = printed.indexOf(line, at);
        expect([line, next >= at]).toEqual([line, true]);
        at = next + 1;
      }
    },
  );

  it('names every gate, and is named with the words by their help', () => {
    for (const { name } of GATE_KINDS) expect(PAGE).toContain(`| \`${name}\` |`);
    for (const help of [gateUsage(GATE_KINDS), ...GATE_KINDS.map(kindUsage)]) {
      const named = [...help.matchAll(/docs\/[a-z-]+\.md/g)].map(([path]) => path);
      expect(named).toContain('docs/glossary.md');
      for (const path of named) expect(existsSync(join(root, path)), path).toBe(true);
    }
  });
});
