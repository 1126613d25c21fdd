import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitMessage, copyPath, type LedgerAnchor, type LedgerLine, ledgerPath } from '@gatehouse/governance';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LedgerBranch, openLedger } from '../../../packages/cli/src/ledger/evidence-ref.ts';
import { type Verification, verifyLedger } from '../../../packages/cli/src/ledger/verify.ts';
import { key, newKey } from '../governance/example-evaluation.ts';
import { chainOf, decisionFact, filesOf, following, publishedFact } from '../governance/ledger-chain.ts';
import { launcher, start } from './command.ts';
import { cloneWith, commitsOf, commitTo, EVIDENCE, fileIn, git, makeClone } from './ledger-clone.ts';

const four = chainOf([decisionFact(0), decisionFact(1), publishedFact(2), decisionFact(3)]);
const anchorAt = (seq: number, lines: readonly LedgerLine[] = four): LedgerAnchor => ({
  seq,
  digest: lines[seq - 1]?.digest ?? 'sha256:',
});
const copyOf = (seq: number): string => copyPath({ pullRequest: 3, model: 'mortgage-approval' }, seq);

let clone: string;
beforeEach(() => {
  clone = cloneWith(four);
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

interface Options {
  readonly anchors?: readonly LedgerAnchor[];
  readonly against?: string;
  readonly keyFiles?: readonly string[];
  readonly ref?: string;
}

async function verify(options: Options = {}, given: LedgerBranch | null = null): Promise<Verification> {
  const branch = given ?? (await openLedger(clone, options.ref));
  return verifyLedger({
    ...branch,
    keys: { files: options.keyFiles ?? [], policyRef: undefined },
    anchors: options.anchors ?? [],
    against: options.against ?? null,
    allSignatures: false,
    wholeHistory: false,
    progress: { at: () => undefined, done: () => undefined },
  });
}

const codes = ({ findings }: Verification): string[] => [...new Set(findings.map(({ code }) => code))];
/** What somebody does to the branch in a commit of their own, whose message claims to be ours. */
function commit(
  files: Readonly<Record<string, Uint8Array | string | null>>,
  message = commitMessage([entry(4)]),
): void {
  const entries = Object.entries(files).map(
    ([path, bytes]) => [path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes] as const,
  );
  commitTo(clone, EVIDENCE, [{ message, files: new Map(entries) }], git(clone, 'rev-parse', EVIDENCE));
}
const entry = (seq: number): LedgerLine['entry'] => {
  const line = four[seq - 1];
  if (line === undefined) throw new Error(`no entry ${seq}`);
  return line.entry;
};

describe('a ledger in a clone', () => {
  it('as our writers leave it is verified', async () => {
    const { findings, report, history } = await verify({ anchors: [anchorAt(1), anchorAt(4)] });

    expect(findings).toEqual([]);
    expect(report).toMatchObject({ entries: 4, head: anchorAt(4), signedHead: anchorAt(4) });
    expect(history).toEqual({ commits: 4, isRead: true });
  });

  it('with several entries in one commit is as good', async () => {
    commitTo(clone, EVIDENCE, [{ message: commitMessage(four.map((line) => line.entry)), files: filesOf(four) }]);

    expect((await verify()).findings).toEqual([]);
  });

  it.each<[string, () => void, string[]]>([
    [
      'deletes an entry',
      () => commit({ [ledgerPath(2)]: null }),
      ['gap', 'pull-link', 'copy-without-entry', 'history'],
    ],
    ['changes an entry and its copy', () => commit(edited(2)), ['link', 'history']],
    ['deletes a copy', () => commit({ [copyOf(2)]: null }), ['copy-missing', 'history']],
    [
      'changes a signed file',
      () => {
        commit({ 'evidence/a.json': '1' });
        commit({ 'evidence/a.json': '2' });
      },
      ['history'],
    ],
    ['adds a file without the trailer', () => commit({ notes: 'x' }, 'by hand'), ['history']],
    ['names another newest entry', () => commit({ notes: 'x' }, 'x\n\nLedger-Seq: 3'), ['history']],
    ['adds a foreign file', () => commit({ 'ledger/notes': 'x' }), ['foreign-file']],
    ['adds a file of many megabytes', () => commit({ [ledgerPath(5)]: Buffer.alloc(3e7, 32) }), ['format', 'history']],
    ['adds an entry under a far number', () => commit({ [ledgerPath(9000)]: 'x' }), ['gap', 'format', 'history']],
  ])('with a commit that %s', async (_, attack, expected) => {
    attack();

    expect(codes(await verify())).toEqual(expected);
  });

  it.each<[string, string]>([
    ['a link', `M 120000 inline ${ledgerPath(5)}\ndata 4\n/etc\n`],
    ['a submodule', `M 160000 ${'a'.repeat(40)} ${ledgerPath(5)}\n`],
    ['an executable', `M 100755 inline ${ledgerPath(5)}\ndata 3\n{}\n`],
  ])('with %s in the place of an entry', async (_, change) => {
    const commit = `commit ${EVIDENCE}\ncommitter g <g@example.org> 1 +0000\ndata 1\nx\nfrom ${EVIDENCE}^0\n`;
    execFileSync('git', ['-C', clone, 'fast-import', '--quiet'], { input: commit + change });

    expect(codes(await verify())).toEqual(['foreign-file', 'history']);
  });

  it('of which not every entry can be read is not verified', async () => {
    const branch = await openLedger(clone, undefined);
    const repository = { ...branch.repository, entries: () => branch.repository.blobs([]) };

    await expect(verify({}, { ...branch, repository })).rejects.toThrow('0 of 4 entries were read');
  });

  it('with a merge of another history', async () => {
    const other = git(clone, 'rev-parse', 'main');
    const tree = git(clone, 'rev-parse', `${EVIDENCE}^{tree}`);
    const identity = ['-c', 'user.name=g', '-c', 'user.email=g@example.org'];
    const parents = ['-p', git(clone, 'rev-parse', EVIDENCE), '-p', other];
    const merge = git(clone, ...identity, 'commit-tree', tree, ...parents, '-m', commitMessage([entry(4)]));
    git(clone, 'update-ref', EVIDENCE, merge);

    const { findings } = await verify();

    expect(findings).toContainEqual({
      code: 'history',
      where: `commit ${merge}`,
      found: 'it is a merge of two histories',
    });
  });

  it('whose objects are replaced is read as it is', async () => {
    commit({ [ledgerPath(2)]: 'x' });
    git(clone, 'replace', git(clone, 'rev-parse', EVIDENCE), git(clone, 'rev-parse', `${EVIDENCE}~1`));

    expect(codes(await verify())).toContain('format');
  });

  it('is read with the user’s own settings of git out of the way', async () => {
    for (const [name, value] of [
      ['log.showSignature', 'true'],
      ['color.ui', 'always'],
      ['grep.lineNumber', 'true'],
      ['diff.renames', 'copies'],
      ['log.showRoot', 'false'],
    ] as const) {
      git(clone, 'config', name, value);
    }

    expect((await verify()).findings).toEqual([]);
  });
});

function edited(seq: number): Record<string, Uint8Array> {
  const text = Buffer.from(four[seq - 1]?.bytes ?? [])
    .toString()
    .replace('"reasonCode":null', '"reasonCode":"approved"');
  return { [ledgerPath(seq)]: Buffer.from(text), [copyOf(seq)]: Buffer.from(text) };
}

describe('a ledger that was rewritten', () => {
  it.each<[string, readonly LedgerLine[], string[], string]>([
    ['cut', four.slice(0, 3), ['cut'], ledgerPath(4)],
    [
      'forked',
      chainOf([decisionFact(0), decisionFact(1), decisionFact(70), decisionFact(71)]),
      ['fork'],
      ledgerPath(4),
    ],
  ])('is %s, says an anchor', async (_, lines, expected, where) => {
    commitTo(clone, EVIDENCE, commitsOf(lines));
    expect((await verify()).findings).toEqual([]);

    const verification = await verify({ anchors: [anchorAt(4)] });

    expect(codes(verification)).toEqual(expected);
    expect(verification.findings[0]?.where).toBe(where);
  });

  it.each<[string, readonly LedgerLine[], string[]]>([
    ['cut', four.slice(0, 3), ['history', 'cut']],
    ['forked', chainOf([decisionFact(0), decisionFact(9)]), ['history', 'fork']],
    ['grown', [...four, following(four, publishedFact(5), null)], []],
  ])('is %s, says an older clone', async (_, lines, expected) => {
    const older = git(clone, 'rev-parse', EVIDENCE);
    commitTo(clone, EVIDENCE, commitsOf(lines));

    expect(codes(await verify({ against: older }))).toEqual(expected);
  });
});

describe('keys', () => {
  it('given as files are used instead of the policy’s', async () => {
    const right = fileIn(clone, 'right.pem', key.publicKeyPem);
    const wrong = fileIn(clone, 'wrong.pem', newKey().publicKeyPem);

    expect((await verify({ keyFiles: [right] })).findings).toEqual([]);
    expect(codes(await verify({ keyFiles: [wrong] }))).toEqual(['key-unknown']);
    expect((await verify({ keyFiles: [wrong, right] })).findings).toEqual([]);
  });
});

describe('a policy that this version does not read', () => {
  it('is a reason to give the keys by hand, not to leave the ledger unverified', async () => {
    const policy = git(clone, 'show', 'main:gatehouse.yml').replace('version: 1', 'version: 1\nnewer: true');
    commitTo(
      clone,
      'refs/heads/main',
      [{ message: 'newer', files: new Map([['gatehouse.yml', Buffer.from(policy)]]) }],
      git(clone, 'rev-parse', 'main'),
    );

    await expect(verify()).rejects.toThrow(/"newer"[\s\S]*Name .* with --key/);
    expect((await verify({ keyFiles: [fileIn(clone, 'right.pem', key.publicKeyPem)] })).findings).toEqual([]);
  });
});

describe('gatehouse ledger verify', () => {
  const run = async (...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> =>
    start([launcher, 'ledger', 'verify', ...(args.includes('--repo') ? [] : ['--repo', clone]), ...args]).ended;

  it('tells what it verified', async () => {
    const last = following(four, publishedFact(9), null);
    commitTo(clone, EVIDENCE, commitsOf([...four, last]));

    const { code, stdout, stderr } = await run('--anchor', `4:${anchorAt(4).digest}`, '--all-signatures');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`head         5 ${last.digest}`);
    expect(stdout).toContain('signatures   3 verified');
    expect(stdout).toMatch(/\npublic keys {2}\S+, from gatehouse\.yml at [0-9a-f]{40}\n/);
    expect(stdout).toContain('The newest entry is not yet under a signed head');
    expect(stdout.trimEnd().endsWith('Verified: no fault found.')).toBe(true);
  });

  it('tells what is broken, and where', async () => {
    commit(edited(2));

    const { code, stdout } = await run();
    const json = await run('--json');

    expect(code).toBe(1);
    expect(stdout).toContain('docs/evidence.md');
    expect(stdout).toMatch(/Broken: 3 faults\.\n {2}link +ledger\/00000\/00000003\.json: /);
    expect(JSON.parse(json.stdout)).toMatchObject({
      outcome: 'broken',
      entries: 4,
      findings: [{ code: 'link' }, {}, {}],
    });
  });

  it.each<[string, readonly string[], number, string]>([
    ['a ref that is not there', ['--ref', 'nowhere'], 2, 'none of nowhere'],
    ['a ref that looks like an option', ['--ref=--all'], 2, 'none of --all'],
    ['an older head that is not there', ['--against', 'f'.repeat(40)], 2, 'no such commit'],
    ['a policy that is not there', ['--policy-ref', 'nowhere'], 2, 'none of nowhere'],
    ['a key that is not there', ['--key', '/nowhere.pem'], 2, 'ENOENT'],
    ['a folder that is no clone', ['--repo', '/'], 2, 'not a git repository'],
    ['an anchor that is none', ['--anchor', '4'], 3, 'NUMBER:sha256:HEX'],
    ['an unknown option', ['--all'], 3, "Unknown option '--all'"],
  ])('cannot tell with %s', async (_, args, code, words) => {
    const ended = await run(...args);

    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(words);
  });

  it('has nothing to verify in a branch without entries, or a clone without the branch', async () => {
    commitTo(clone, EVIDENCE, [{ message: 'x', files: new Map([['notes', Buffer.from('x')]]) }]);
    const empty = await run();
    expect(empty).toMatchObject({ code: 2, stderr: expect.stringContaining('no entry') });
    expect(empty.stdout).not.toContain('Verified');

    rmSync(clone, { recursive: true, force: true });
    clone = makeClone();
    expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('git fetch origin') });
  });

  it('does not trust half a history', async () => {
    const shallow = join(clone, 'shallow');
    git(clone, 'clone', '--quiet', '--depth', '1', '--branch', 'gatehouse-evidence', `file://${clone}`, shallow);

    const ended = await run('--repo', shallow);

    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('a shallow clone') });
  });
});
