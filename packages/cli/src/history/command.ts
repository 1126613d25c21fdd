import { parseArgs } from 'node:util';
import { ConfigError } from '@gatehouse/core';
import { isWrongOption, requireOnce } from '../given-once.ts';
import { openLedger } from '../ledger/evidence-ref.ts';
import { isCannotTell } from '../ledger/ledger-keys.ts';
import { progressTo } from '../ledger/progress.ts';
import { terminalText } from '../ledger/terminal-text.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { type HistoryQuestion, readHistory } from './read-history.ts';
import { historyJson, renderHistory } from './render-history.ts';

const USAGE = `Usage: gatehouse history [options]

Which version was in which stage, from when until when, who moved it and why. Works on a clone, without a network. The
whole ledger is verified first; tags are compared with it and never followed.

  --model M            one model
  --stage S            one stage
  --at DATE            what was there on that day, such as 2026-03-01, or at 2026-03-01T10:00 in UTC
  --json               one JSON object
  --repo DIR           the clone, with its tags (default: this folder)
  --ref REF            the evidence branch (default: origin/gatehouse-evidence, else gatehouse-evidence)
  --policy-ref REF     commit whose gatehouse.yml names the public keys (default: origin/HEAD, else main)
  --key FILE.pem       a public key, instead of the policy's; may be repeated

Exit codes: 0 answered, 1 the ledger is broken (then there is no answer) or a tag says something else than it,
2 nothing to read or cannot tell, 3 wrong usage.
`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  repo: { type: 'string', default: '.' },
  ref: { type: 'string' },
  json: { type: 'boolean', default: false },
  model: { type: 'string' },
  stage: { type: 'string' },
  at: { type: 'string' },
  'policy-ref': { type: 'string' },
  key: { type: 'string', multiple: true },
} as const;

/** Runs `gatehouse history`; the exit code is its result. */
export async function runHistory(args: readonly string[]): Promise<number> {
  // Whoever reads the first lines only closes the pipe, which is no error.
  process.stdout.on('error', () => undefined);
  try {
    return await history(args);
  } catch (error) {
    if (error instanceof WrongOption || isWrongOption(error)) {
      process.stderr.write(`gatehouse: ${error.message}\n\n${USAGE}`);
      return 3;
    }
    if (!isCannotTell(error)) throw error;
    process.stderr.write(`gatehouse: ${error.message}\n`);
    return 'reasonCode' in error && error.reasonCode === 'ledger-broken' ? 1 : 2;
  }
}

async function history(args: readonly string[]): Promise<number> {
  requireOnce(args, OPTIONS);
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return say(USAGE);
  const { model, stage } = values;
  const question: HistoryQuestion = { model, stage, at: timeOption(values.at) };
  const branch = await openLedger(values.repo, values.ref);
  const { findings } = await verifyLedger({
    ...branch,
    keys: { files: values.key ?? [], policyRef: values['policy-ref'] },
    anchors: [],
    against: null,
    allSignatures: false,
    wholeHistory: false,
    progress: progressTo(process.stderr),
  });
  if (findings.length > 0) return broken(findings);
  const answer = await readHistory(branch, question);
  const { ref, commit } = branch;
  say(
    values.json
      ? `${JSON.stringify(historyJson(answer, { question, ref, commit }))}\n`
      : renderHistory(answer, question),
  );
  if (answer.findings.length > 0) return 1;
  return unknown(question, answer.models) ? 2 : 0;
}

/** Nothing that a broken ledger says is an answer. */
function broken(findings: Awaited<ReturnType<typeof verifyLedger>>['findings']): number {
  const lines = findings.slice(0, 10).map(({ code, where, found }) => `  ${code}: ${where}: ${terminalText(found)}\n`);
  process.stderr.write(
    `gatehouse: the ledger is broken, so it does not tell what was in a stage:\n${lines.join('')}"gatehouse ledger verify" tells all of it.\n`,
  );
  return 1;
}

/** A name that is spelt wrong must not look like a stage that was empty. */
function unknown({ model }: HistoryQuestion, models: readonly string[]): boolean {
  if (models.length > 0 && (model === undefined || models.includes(model))) return false;
  const known = models.length === 0 ? 'of no model yet' : `of ${models.join(', ')}`;
  process.stderr.write(`gatehouse: the ledger tells of stages ${known}. promote-model writes the first entry.\n`);
  return true;
}

/** An option that cannot be read; the usage is shown with it. */
class WrongOption extends ConfigError {}

function timeOption(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z?)?$/.test(text);
  const instant = Date.parse(text.length === 10 || text.endsWith('Z') ? text : `${text}Z`);
  // A day that does not exist, such as 30 February, becomes another one.
  const isReal = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text.slice(0, 10));
  if (isTime && isReal && instant <= Date.now()) return text;
  throw new WrongOption([
    {
      where: 'Option --at',
      found: JSON.stringify(text),
      allowed: 'a day such as 2026-03-01, or 2026-03-01T10:00 in UTC, and none in the future',
      remedy: 'Correct the option',
    },
  ]);
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}
