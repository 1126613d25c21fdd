import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { isReasonCode } from '@gatehouse/core';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..', '..');
const FOLDER = 'test/acceptance';

/** The threats of the project's threat model that attacks are sorted under; a number that is missing has no attack here. */
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

/** What of the product an attack's test runs: every workflow, or one step of one. */
type Extent = 'workflows' | 'step';

export type DeclaredAttack = z.output<typeof attack> & { readonly file: string; readonly runs: Extent };

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
  const runs: Extent = /\bjudgedScene\(/.test(source) ? 'step' : 'workflows';
  return [...source.matchAll(/^ *attack\(/gm)].map((call) => {
    const start = call.index + call[0].length;
    const literal = source.slice(start, endOfObject(source, start));
    const line = source.slice(0, start).split('\n').length;
    try {
      return { ...attack.parse(runInNewContext(`(${literal})`, Object.create(null))), file, runs };
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
    `${attacks.length} attacks on Gatehouse, each a test that anybody can run offline: \`npm test -- --project acceptance\`.`,
    '',
    ...HOW_TO_READ,
    '',
    '| threat | is that |',
    '|---|---|',
    ...used.map(([threat, name]) => `| [${threat}](#${slug(threat, name)}) | ${name} |`),
    ...used.flatMap(([threat, name]) => ['', ...threatSection(threat, name, attacks)]),
    '',
  ].join('\n');
}

const HOW_TO_READ = [
  '**How a row is proved.** The test first shows the same scenario green without the attack. Then it attacks, and asserts',
  'exactly the result of the row: an attack that fails for another reason fails its test. Both run the shipped bundles of',
  '`dist/` against a local GitHub: real git repositories behind an HTTP server that answers as GitHub does, as far as',
  'GitHub documents it ([what is unproven](../.github/SECURITY.md#unproven-on-githubcom)). The column *runs* says how much',
  'of the product takes part:',
  '',
  '- *workflows*: the whole flow. The shipped workflows run job by job, from the push that trains to the deployment.',
  '- *step*: the step `approval-gate` alone, as a process of its own, mostly to post the check. Evaluations are not trained',
  '  for: the test signs them with the right key and records them, so that people, teams and days can be tried in seconds.',
  '',
  '**Refused by** is who says no: a job of the workflows, the *check* (then GitHub refuses the merge too, which the test',
  'tries), or GitHub itself, with its status and words. *Nobody* means that nothing refuses because there is nothing to gain.',
  'What the codes mean is in [reason-codes.md](reason-codes.md).',
  '',
  '**Threats.** T1 to T19 are the numbers of the threat model that Gatehouse was designed by. A number that is missing here',
  'is a threat without an attack on this page yet. An attack that belongs to several threats has its row under the first.',
  '',
  'This page is written by `.github/scripts/write-docs.ts` from the declarations in the tests.',
];

/** The anchor that GitHub gives the heading of a threat. */
function slug(threat: string, name: string): string {
  return `${threat}: ${name}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function threatSection(threat: string, name: string, attacks: readonly DeclaredAttack[]): readonly string[] {
  const rows = attacks.filter(({ threats }) => threats[0] === threat);
  const elsewhere = attacks.filter(({ threats }) => threats.slice(1).includes(threat)).map(({ id }) => `\`${id}\``);
  return [
    `## ${threat}: ${name}`,
    '',
    ...(rows.length === 0
      ? []
      : [
          '| attack | the attacker may | and does | refused by | result | runs | test |',
          '|---|---|---|---|---|---|---|',
          ...rows.map(row),
        ]),
    ...(elsewhere.length === 0 ? [] : [...(rows.length === 0 ? [] : ['']), `See also ${elsewhere.join(', ')}.`]),
  ];
}

function row(declaration: DeclaredAttack): string {
  const { id, may, does, refusedBy, file, runs } = declaration;
  const test = `[${file.slice(FOLDER.length + 1)}](../${file})`;
  const by = refusedBy === 'github' ? 'GitHub' : refusedBy;
  return `| \`${id}\` | ${[may, does, by, resultOf(declaration), runs].map(cell).join(' | ')} | ${test} |`;
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
