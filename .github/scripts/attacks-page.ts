import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { isReasonCode } from '@gatehouse/core';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..', '..');
const FOLDER = 'test/acceptance';

/** The threats of the project's threat model that attacks are sorted under. */
export const THREATS = {
  T1: 'a fork asks for what only the repository may have',
  T2: 'a model file that does something when it is loaded',
  T3: 'bytes of a release are changed',
  T4: 'a forged check',
  T5: 'an approval by somebody who may not give it',
  T6: 'an approval of something else',
  T9: 'secrets in logs',
  T10: 'hostile training or inference code',
  T14: 'bytes change between check and use, or two runs race',
  T15: 'the ledger is tampered with',
  T16: 'a key is stolen or replaced',
  T17: 'an old version or authorisation is served again',
  T18: 'the pull request changes the rules it is judged by',
  T19: 'the candidate reports its own score',
} as const;

const declared = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  threats: z.array(z.enum(Object.keys(THREATS))).min(1),
  may: z.string().min(5),
  does: z.string().min(10),
};

const attack = z.union([
  z.strictObject({
    ...declared,
    refusedBy: z.enum(['check', 'evaluate', 'gates', 'decide', 'authorise', 'publish', 'deploy', 'train', 'ledger']),
    reasonCodes: z.array(z.string().refine(isReasonCode)).min(1),
  }),
  z.strictObject({
    ...declared,
    refusedBy: z.literal('github'),
    status: z.int().min(400).nullable(),
    words: z.string().min(5),
  }),
  z.strictObject({ ...declared, refusedBy: z.literal('nobody'), because: z.string().min(10) }),
]);

export type DeclaredAttack = z.output<typeof attack> & { readonly file: string };

/** Every attack that a test declares, in the order of the files. Throws on a declaration that is not a plain literal. */
export function readAttacks(): readonly DeclaredAttack[] {
  const names = readdirSync(join(root, FOLDER)).filter((name) => name.endsWith('.test.ts'));
  return names.toSorted().flatMap((name) => {
    const file = `${FOLDER}/${name}`;
    return declarationsIn(readFileSync(join(root, file), 'utf8'), file);
  });
}

/** The attacks that a test's source declares: the first argument of each call of `attack`. */
export function declarationsIn(source: string, file: string): readonly DeclaredAttack[] {
  return [...source.matchAll(/^ *attack\(/gm)].map((call) => {
    const start = call.index + call[0].length;
    const literal = source.slice(start, endOfObject(source, start));
    const line = source.slice(0, start).split('\n').length;
    try {
      return { ...attack.parse(runInNewContext(`(${literal})`, Object.create(null))), file };
    } catch (cause) {
      throw new Error(`${file}:${line}: an attack is declared by one object of plain literals.`, { cause });
    }
  });
}

/** Index after the brace that closes the first object after `from`; braces in strings do not count. */
function endOfObject(source: string, from: number): number {
  let depth = 0;
  for (const { 0: token, index } of source.slice(from).matchAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[{}]/g)) {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (token === '}' && depth === 0) return from + index + 1;
  }
  return source.length;
}

/** The text of docs/attacks.md. */
export function attacksPage(attacks: readonly DeclaredAttack[]): string {
  const used = Object.entries(THREATS).filter(([threat]) => attacks.some(({ threats }) => threats.includes(threat)));
  return [
    '# Attacks',
    '',
    `${attacks.length} attacks, each a test that runs the shipped bundle against a local GitHub. Every test first shows the same`,
    'scenario green without the attack, and then asserts exactly the result below: an attack that fails for another reason',
    'fails its test. This page is written by `.github/scripts/write-docs.ts` from the declarations in the tests; what the',
    'codes mean is in [reason-codes.md](reason-codes.md).',
    ...used.flatMap(([threat, name]) => ['', ...threatSection(threat, name, attacks)]),
    '',
  ].join('\n');
}

function threatSection(threat: string, name: string, attacks: readonly DeclaredAttack[]): readonly string[] {
  // An attack that belongs to several threats has one row, under the first.
  const rows = attacks.filter(({ threats }) => threats[0] === threat);
  const elsewhere = attacks.filter(({ threats }) => threats.slice(1).includes(threat)).map(({ id }) => `\`${id}\``);
  return [
    `## ${threat}: ${name}`,
    '',
    ...(rows.length === 0
      ? []
      : [
          '| attack | the attacker may | and does | refused by | result | test |',
          '|---|---|---|---|---|---|',
          ...rows.map(row),
        ]),
    ...(elsewhere.length === 0 ? [] : [...(rows.length === 0 ? [] : ['']), `See also ${elsewhere.join(', ')}.`]),
  ];
}

function row(declaration: DeclaredAttack): string {
  const { id, may, does, refusedBy, file } = declaration;
  const test = `[${file.slice(FOLDER.length + 1)}](../${file})`;
  const by = refusedBy === 'github' ? 'GitHub' : refusedBy;
  return `| \`${id}\` | ${[may, does, by, resultOf(declaration)].map(cell).join(' | ')} | ${test} |`;
}

function resultOf(declaration: DeclaredAttack): string {
  switch (declaration.refusedBy) {
    case 'github':
      return `${declaration.status ?? 'the job fails at once'}, "${declaration.words}"`;
    case 'nobody':
      return declaration.because;
    default:
      return declaration.reasonCodes.map((code) => `\`${code}\``).join(', ');
  }
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
