/** docs/attacks.md, the tests behind it, and the list of attacks that the project promised to try. */
import { describe, expect, it } from 'vitest';
import { attacksPage, declarationsIn, readAttacks } from '../../.github/scripts/attacks-page.ts';
import { filesBelow, read } from './repository-files.ts';

/** What must have at least one row, in the words of the list of hostile input, and the rows that answer it. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  'forged check and status of the same name, by the job token': [
    'forged-check-by-the-job-token-on-the-own-pull-request',
    'forged-check-by-the-job-token-on-another-pull-request',
  ],
  'forged check of the same name, by another App': ['forged-check-by-another-app'],
  'approval by a second account that committed': ['approval-by-committer'],
  'approval by a second account that pushed': ['approval-by-pusher'],
  'approval by a second account that co-authored': ['approval-by-co-author'],
  'approval before ready': ['approval-before-ready'],
  'approve, then push, then force-push back': ['approval-then-push', 'approval-then-push-and-force-push-back'],
  'approve, then retrain to other bytes on the same commit': ['approval-then-retraining-to-other-bytes'],
  'base retargeted': ['approval-on-another-base'],
  'dismissed review': ['approval-dismissed'],
  'member removed from the team after approving': ['approval-by-former-member'],
  '251 commits, 3,001 files': ['commits-beyond-the-list', 'files-beyond-the-list'],
  'commit with an unmapped author': ['commit-of-nobody'],
  '404 from a token without members': ['teams-hidden-from-the-token'],
  'policy loosened in the same pull request': [
    'policy-loosened-for-the-own-model',
    'policy-loosened-without-its-owner',
  ],
  'evaluation edited in the pull request': [
    'evaluation-script-edited-to-read-labels',
    'evaluation-script-edited-without-the-policy-owner',
  ],
  'workflow edited in the pull request': ['workflow-edited-without-the-policy-owner'],
  'fork with secrets bait': [
    'fork-asks-for-approval',
    'fork-asks-for-a-gpu',
    'fork-asks-for-secrets',
    'fork-asks-for-the-environment',
    'fork-merges-itself',
  ],
  'training code that reads /proc': ['training-code-reads-proc', 'inference-code-searches-for-labels-and-tokens'],
  'training code that writes GITHUB_OUTPUT and GITHUB_ENV': ['training-code-writes-outputs-and-environment'],
  'training code that leaves a daemon': ['training-code-leaves-a-daemon'],
  'reuse of a candidate with a planted artifact': ['candidate-planted-for-reuse'],
  'artifacts overwritten by training code': ['artifacts-named-like-evidence', 'candidate-replaced-after-training'],
  'replayed evidence of an older policy': ['evidence-of-an-older-policy'],
  'replayed evidence of another model, pull request and repository': [
    'evidence-replayed-from-another-model',
    'evidence-replayed-for-another-pull-request',
    'evidence-replayed-from-another-repository',
  ],
  'two decide runs racing': ['decide-runs-racing'],
  'ledger entry rewritten, dropped, forked': [
    'ledger-entry-rewritten',
    'ledger-entry-dropped',
    'ledger-forked',
    'ledger-entry-without-a-signature',
  ],
  'rate limit in the middle': ['rate-limit-in-the-middle'],
  'merge group with two pull requests of the same model': ['merge-group-of-two-changes-of-one-model'],
  'expired waiver': ['waiver-expired'],
  'waiver owner as approver': ['waiver-owner-approves'],
  'waiver of an unwaivable control': ['waiver-of-an-unwaivable-control'],
  'emergency file misused: back-dated, reused, overdue': [
    'emergency-back-dated',
    'emergency-reused',
    'emergency-relied-on-twice',
    'emergency-never-reviewed',
  ],
  'review after the merge': ['review-after-merge'],
  'expired candidate': ['candidate-that-has-expired'],
  'policy-only pull request that also touches a model': ['model-change-in-a-policy-only-pull-request'],
  'several models where one fails': ['failing-model-beside-a-passing-one'],
  'replayed authorisation': ['authorisation-replayed-with-other-bytes', 'authorisation-replayed-on-another-commit'],
};

const attacks = readAttacks();
const ids = attacks.map(({ id }) => id);

describe('the declarations', () => {
  it('have ids of their own', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('are all found: whatever calls the wrapper is declared', () => {
    const tests = filesBelow('test/acceptance').filter((path) => path.endsWith('.test.ts'));
    const calls = tests.flatMap((path) => read(path).match(/\battack\(/g) ?? []);

    expect(ids).toHaveLength(calls.length);
  });

  it.each(Object.entries(PROMISED))('answer "%s"', (_what, rows) => {
    expect(rows.filter((id) => !ids.includes(id))).toEqual([]);
  });

  const literal =
    "id: 'x', threats: ['T5'], may: 'write to it', does: 'writes {braces} \\'there\\'', refusedBy: 'check'";

  it('are read from the source with braces and quotes in their words', () => {
    const [found] = declarationsIn(
      `attack(\n  { ${literal}, reasonCodes: ['head-moved'] },\n  { green });`,
      'a.test.ts',
    );

    expect(found).toMatchObject({ id: 'x', does: "writes {braces} 'there'", file: 'a.test.ts' });
  });

  it.each([
    ['a name instead of a literal', `attack({ ${literal}, reasonCodes: CODES }, {})`],
    ['an unknown reason code', `attack({ ${literal}, reasonCodes: ['no-such-code'] }, {})`],
    ['no reason code', `attack({ ${literal}, reasonCodes: [] }, {})`],
    ['an unknown key', `attack({ ${literal}, reasonCodes: ['head-moved'], severity: 1 }, {})`],
    ['no object', 'attack(declared, {})'],
  ])('are refused with %s', (_what, source) => {
    expect(() => declarationsIn(`\n${source};`, 'a.test.ts')).toThrow('a.test.ts:2');
  });
});

describe('docs/attacks.md', () => {
  it('is what the tests declare; write it anew with .github/scripts/write-docs.ts', () => {
    expect(read('docs/attacks.md')).toBe(attacksPage(attacks));
  });

  it('names every attack in one row, with a test that exists', () => {
    const rows = read('docs/attacks.md').matchAll(/^\| `([a-z0-9-]+)` \|.*\]\(\.\.\/(\S+)\) \|$/gm);
    const listed = [...rows].map(([, id, file]) => ({ id, declared: read(file ?? '').includes(`id: '${id}'`) }));

    expect(listed.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(listed.filter(({ declared }) => !declared)).toEqual([]);
  });
});
