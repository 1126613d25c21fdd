import { parseArgs } from 'node:util';
import { ConfigError, isDigest } from '@gatehouse/core';
import { LEDGER_KINDS, type LedgerAnchor, type LedgerKind } from '@gatehouse/governance';
import { isWrongOption, requireOnce } from '../given-once.ts';
import { jsonLines, renderEntries } from './entry-table.ts';
import { openLedger, requireCommit } from './evidence-ref.ts';
import { isCannotTell } from './ledger-keys.ts';
import { progressTo } from './progress.ts';
import { notUnderSignedHead, renderVerification } from './render-verification.ts';
import { readEntries } from './show.ts';
import { type Verification, verifyLedger } from './verify.ts';

export const LEDGER_USAGE = `Usage: gatehouse ledger verify|show [options]

Works on a clone, without a network.

  --repo DIR       the clone (default: this folder)
  --ref REF        the evidence branch (default: origin/gatehouse-evidence, else gatehouse-evidence)
  --json           one JSON object (verify), or one for each entry (show)

verify: every hash and link, the copies, the signatures, and the git history of the branch
  --policy-ref REF       commit whose gatehouse.yml names the public keys (default: origin/HEAD, else main)
  --key FILE.pem         a public key, instead of the policy's; may be repeated
  --anchor SEQ:DIGEST    an entry that was seen, such as 12:sha256:…; may be repeated
  --against REF          head of an older clone, which must be a part of this one
  --history              each commit of the branch, which may only add files; read unasked up to 2000 commits
  --all-signatures       each signature; without it those at the tip, at changes of key and at anchors

show: entries, newest last; they are read, not verified
  --pull N  --model M  --kind K  --from DATE  --to DATE  --limit N
  --full                 every digest, fact and person

Exit codes: 0 fine, 1 broken, 2 nothing to verify or cannot tell, 3 wrong usage.
`;

const COMMON = {
  help: { type: 'boolean', short: 'h', default: false },
  repo: { type: 'string', default: '.' },
  ref: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const VERIFY = {
  ...COMMON,
  'policy-ref': { type: 'string' },
  key: { type: 'string', multiple: true },
  anchor: { type: 'string', multiple: true },
  against: { type: 'string' },
  'all-signatures': { type: 'boolean', default: false },
  history: { type: 'boolean', default: false },
} as const;

const SHOW = {
  ...COMMON,
  pull: { type: 'string' },
  model: { type: 'string' },
  kind: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  limit: { type: 'string' },
  full: { type: 'boolean', default: false },
} as const;

/** Runs `gatehouse ledger`; the exit code is its result. */
export async function runLedger(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  // Whoever reads the first lines only closes the pipe, which is no error.
  process.stdout.on('error', () => undefined);
  if (command === '--help' || command === '-h' || command === 'help') return say(LEDGER_USAGE);
  try {
    if (command === 'verify') return await verify(rest);
    if (command === 'show') return await show(rest);
    throw wrongOption('The word after "ledger"', command === undefined ? 'nothing' : `"${command}"`, 'verify or show');
  } catch (error) {
    if (isWrongUsage(error)) {
      process.stderr.write(`gatehouse: ${error.message}\n\n${LEDGER_USAGE}`);
      return 3;
    }
    if (!isCannotTell(error)) throw error;
    process.stderr.write(`gatehouse: ${error.message}\n`);
    return 2;
  }
}

async function verify(args: readonly string[]): Promise<number> {
  requireOnce(args, VERIFY);
  const { values } = parseArgs({ args: [...args], options: VERIFY });
  if (values.help) return say(LEDGER_USAGE);
  const anchors = (values.anchor ?? []).map(anchorOption);
  const branch = await openLedger(values.repo, values.ref);
  const { against } = values;
  const verification = await verifyLedger({
    ...branch,
    keys: { files: values.key ?? [], policyRef: values['policy-ref'] },
    anchors,
    against: against === undefined ? null : await requireCommit(branch.repository, '--against', against),
    allSignatures: values['all-signatures'],
    wholeHistory: values.history,
    progress: progressTo(process.stderr),
  });
  say(values.json ? `${JSON.stringify(toJson(verification))}\n` : renderVerification(verification));
  if (verification.findings.length > 0) return 1;
  if (verification.report.entries > 0) return 0;
  process.stderr.write(
    'gatehouse: the ledger has no entry, so there is nothing to verify. The first decision writes one.\n',
  );
  return 2;
}

async function show(args: readonly string[]): Promise<number> {
  requireOnce(args, SHOW);
  const { values } = parseArgs({ args: [...args], options: SHOW });
  if (values.help) return say(LEDGER_USAGE);
  const filter = {
    pull: numberOption('--pull', values.pull),
    model: values.model,
    kind: kindOption(values.kind),
    from: dateOption('--from', values.from),
    to: dateOption('--to', values.to),
    limit: numberOption('--limit', values.limit),
  };
  const branch = await openLedger(values.repo, values.ref);
  const entries = await readEntries(branch, filter, progressTo(process.stderr));
  say(values.json ? jsonLines(entries) : renderEntries(entries, { full: values.full }));
  if (!values.json && entries.length > 0) say('\nRead, not verified: "gatehouse ledger verify" does that.\n');
  return entries.some((entry) => 'unreadable' in entry) ? 1 : 0;
}

function toJson(verification: Verification): object {
  const { ref, commit, history, findings, report, keys } = verification;
  return {
    schemaVersion: 1,
    outcome: findings.length > 0 ? 'broken' : report.entries === 0 ? 'nothing' : 'verified',
    ref,
    commit,
    history,
    entries: report.entries,
    head: report.head,
    signedHead: report.signedHead,
    notUnderSignedHead: notUnderSignedHead(report),
    signaturesVerified: report.signaturesVerified,
    keys,
    findings,
  };
}

/** An option that cannot be read; the usage is shown with it. */
class WrongOption extends ConfigError {}

function isWrongUsage(error: unknown): error is Error {
  return error instanceof WrongOption || isWrongOption(error);
}

function wrongOption(where: string, found: string, allowed: string): WrongOption {
  return new WrongOption([{ where, found, allowed, remedy: 'Correct the option' }]);
}

function anchorOption(text: string): LedgerAnchor {
  const [, seq, digest] = /^([1-9]\d{0,7}):(.+)$/.exec(text) ?? [];
  if (seq !== undefined && isDigest(digest)) return { seq: Number(seq), digest };
  throw wrongOption('Option --anchor', JSON.stringify(text), 'NUMBER:sha256:HEX, as the check of the App shows it');
}

function numberOption(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw wrongOption(`Option ${name}`, JSON.stringify(text), 'a whole number from 1');
}

function kindOption(text: string | undefined): LedgerKind | undefined {
  const kind = LEDGER_KINDS.find((known) => known === text);
  if (text === undefined || kind !== undefined) return kind;
  throw wrongOption('Option --kind', JSON.stringify(text), `one of ${LEDGER_KINDS.join(', ')}`);
}

/** A day, or an instant of it in UTC. */
function dateOption(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isInstant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{3}Z)?)?)?$/.test(text);
  if (isInstant && !Number.isNaN(Date.parse(text))) return text;
  throw wrongOption(`Option ${name}`, JSON.stringify(text), 'a day such as 2026-01-31, or 2026-01-31T10:00 in UTC');
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}
