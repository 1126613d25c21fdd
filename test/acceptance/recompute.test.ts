/**
 * The auditor's test: runs the story, then computes every digest and verifies every signature again from `git clone`
 * and downloads alone, with nothing of Gatehouse: node:crypto, the formulas of docs/evidence.md and a JSON serialiser.
 */
import { execFile, execFileSync } from 'node:child_process';
import { createHash, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { readArchive } from '@gatehouse/registry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STEPS } from '../../packages/cli/src/demo/run-demo.ts';
import { runSteps, type StepReport } from '../../packages/cli/src/demo/step.ts';
import { createWorld, type DemoWorld, REPOSITORY } from '../../packages/cli/src/demo/world.ts';
import { decisionOf, gate } from '../unit/cli/gate/gatehouse-gate.ts';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-recompute-'));
const clone = join(root, 'clone-of-the-auditor');
const predictions = join(root, 'predictions.csv');
let world: DemoWorld;
let reports: readonly StepReport[];
let assets: ReadonlyMap<string, Buffer>;

const hex = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const git = (...args: readonly string[]): Buffer => execFileSync('git', ['-C', clone, ...args], { maxBuffer: 1e8 });
const fact = (step: string, name: string): unknown => reports.find(({ id }) => id === step)?.facts[name];

/** Keys sorted, no spaces: RFC 8785 for the plain values used here. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

interface Statement {
  readonly predicateType: string;
  readonly subject: readonly { readonly digest: { readonly sha256: string } }[];
  readonly predicate: Record<string, Record<string, unknown>>;
}

/** Verifies a DSSE envelope with the public key from the clone; returns the payload and the digest of its bytes. */
function opened(bundle: string): { readonly statement: Statement; readonly digest: string } {
  const { dsseEnvelope } = JSON.parse(bundle) as {
    dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string }[] };
  };
  const payload = Buffer.from(dsseEnvelope.payload, 'base64');
  const pae = Buffer.concat([
    Buffer.from(`DSSEv1 ${dsseEnvelope.payloadType.length} ${dsseEnvelope.payloadType} ${payload.length} `),
    payload,
  ]);
  const signature = Buffer.from(dsseEnvelope.signatures[0]?.sig ?? '', 'base64');
  const key = git('show', 'origin/main:governance/keys/governance.pem').toString();
  expect(verify('sha256', pae, key, signature), 'the signature').toBe(true);
  return { statement: JSON.parse(payload.toString()) as Statement, digest: hex(payload) };
}

interface LedgerEntry {
  readonly seq: number;
  readonly previous: string | null;
  readonly kind: string;
  readonly subject: { readonly model: string };
  readonly pull: { readonly number: number } | null;
}

/** The second line of an entry: ECDSA over the DSSE pre-authentication encoding of the first. */
function isSigned(first: string, second: string, key: string): boolean {
  const type = 'application/vnd.gatehouse.ledger-entry+json';
  const { keyid, sig } = JSON.parse(second) as { keyid: string; sig: string };
  const encoded = Buffer.from(`DSSEv1 ${type.length} ${type} ${Buffer.byteLength(first)} ${first}`);
  return keyid === hex(key) && verify('sha256', encoded, key, Buffer.from(sig, 'base64'));
}

async function download(path: string, accept: string): Promise<Buffer> {
  const { token } = world.people['platform-engineer'];
  const response = await fetch(`${world.github.apiUrl}/repos/${REPOSITORY}${path}`, {
    headers: { accept, authorization: `Bearer ${token}` },
  });
  expect(response.status, path).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

beforeAll(async () => {
  world = await createWorld({
    sources: resolve(import.meta.dirname, '..', '..'),
    folder: join(root, 'demo'),
    onProgress: () => undefined,
  });
  reports = await runSteps(STEPS, world, { begin: () => undefined, progress: () => undefined, end: () => undefined });
  expect(reports.filter(({ status }) => status === 'failed')).toEqual([]);
  const { login, token } = world.people['platform-engineer'];
  const url = `${world.github.serverUrl.replace('//', `//${login}:${token}@`)}/${REPOSITORY}.git`;
  // Not synchronously: the server answers from this very process.
  await promisify(execFile)('git', ['clone', '--quiet', url, clone]);
  const release = JSON.parse(
    String(await download(`/releases/tags/${encodeURIComponent(String(fact('release', 'tag')))}`, 'application/json')),
  ) as { assets: { id: number; name: string; digest: string }[] };
  const entries: [string, Buffer][] = [];
  for (const { id, name, digest } of release.assets) {
    const bytes = await download(`/releases/assets/${id}`, 'application/octet-stream');
    expect(digest, name).toBe(`sha256:${hex(bytes)}`);
    entries.push([name, bytes]);
  }
  assets = new Map(entries);
  // Here and not later: git below is synchronous, and the server closes a connection that is idle meanwhile.
  await fetchPredictions(String(fact('verify', 'modelDigest')));
});

/** What the evaluate job of the released model predicted, from the artifact that its run left. */
async function fetchPredictions(model: string): Promise<void> {
  const listing = JSON.parse(
    String(await download('/actions/artifacts?name=evaluation-mortgage-approval&per_page=100', 'application/json')),
  ) as { artifacts: { id: number }[] };
  for (const { id } of listing.artifacts) {
    const files = await readArchive(await download(`/actions/artifacts/${id}/zip`, 'application/json'));
    const record = JSON.parse(String(Buffer.from(files.get('evaluation.json') ?? []))) as { modelDigest: string };
    if (record.modelDigest === model) writeFileSync(predictions, files.get('predictions.csv') ?? '');
  }
}

afterAll(async () => {
  await world?.close();
  rmSync(root, { recursive: true, force: true });
});

describe('from a clone and downloads alone', () => {
  const text = (name: string): string => String(assets.get(name) ?? '').trimEnd();
  /** The model files, put together from the parts with nothing but the manifest. */
  const modelFiles = (): ReadonlyMap<string, Buffer> => {
    const manifest = JSON.parse(text('manifest.json')) as {
      parts: { asset: string }[];
      chunks: [string, number, number, number][];
      files: { name: string; chunks: [number, number][] }[];
    };
    const chunk = ([digest, size, part, offset]: [string, number, number, number]): Buffer => {
      const bytes = (assets.get(manifest.parts[part]?.asset ?? '') ?? Buffer.of()).subarray(offset, offset + size);
      expect(hex(bytes)).toBe(digest);
      return bytes;
    };
    return new Map(
      manifest.files.map(({ name, chunks }) => [
        name,
        Buffer.concat(chunks.flatMap(([first, count]) => manifest.chunks.slice(first, first + count).map(chunk))),
      ]),
    );
  };
  const authorisation = (): Record<string, unknown> => {
    const { statement } = opened(text('authorisation.json'));
    return { ...statement.predicate['gatehouse_authorisation'], model: statement.subject[0]?.digest.sha256 };
  };

  it('the report lists the assets that are there', () => {
    expect([...assets.keys()].sort()).toEqual([...(fact('release', 'assets') as readonly string[])].sort());
  });

  it('the model digest is the digest of names and bytes', () => {
    const resources = [...modelFiles()].map(([name, bytes]) => ({ name, algorithm: 'sha256', digest: hex(bytes) }));
    const serialization = { method: 'files', hash_type: 'sha256', allow_symlinks: false, ignore_paths: ['model.sig'] };
    const digest = hex(canonical({ serialization, resources }));

    expect(`sha256:${digest}`).toBe(fact('verify', 'modelDigest'));
    expect(authorisation()['model']).toBe(digest);
    const { statement } = opened(text('model.sig'));
    expect(hex(canonical(statement.predicate))).toBe(digest);
  });

  it('the evidence digest is the digest of the signed decisions, on the branch as in the release', () => {
    const lines = text('evidence.jsonl').split('\n').map(opened);
    const decisions = lines.filter(({ statement }) => statement.predicateType.endsWith('/decision/v1'));
    const digest = `sha256:${hex(canonical(decisions.map((line) => `sha256:${line.digest}`).sort()))}`;

    expect(decisions.map(({ statement }) => statement.predicate['outcome'])).toEqual(['pass', 'pass']);
    expect(digest).toBe(fact('verify', 'evidenceDigest'));
    const model = String(authorisation()['model']);
    const path = `evidence/${model}/${digest.slice('sha256:'.length)}/evidence.jsonl`;
    expect(text('evidence.jsonl')).toContain(String(git('show', `origin/gatehouse-evidence:${path}`)).trimEnd());
  });

  it('the tuple that people approved is the digest of head, model, evidence and policy', () => {
    const { statement } = opened(text('authorisation.json'));
    const { headSha, evidenceDigest, tuple, approvals } = authorisation();
    const policyDigest = `sha256:${String((statement.predicate['policy'] as { digest: { sha256: string } }).digest.sha256)}`;
    const policy = hex(
      canonical({
        type: 'gatehouse-policy/v1',
        files: Object.fromEntries(
          ['gatehouse.yml', 'governance/keys/governance.pem'].map((file) => [
            file,
            `sha256:${hex(git('show', `origin/main:${file}`))}`,
          ]),
        ),
        exam: Object.fromEntries(
          String(git('ls-tree', '-r', 'origin/main', 'evaluate.mjs', 'lib'))
            .trim()
            .split('\n')
            .map((line) => [line.split('\t')[1], line.split(/[ \t]/)[2]]),
        ),
      }),
    );
    const modelDigest = `sha256:${statement.subject[0]?.digest.sha256}`;
    const computed = hex(canonical({ type: 'gatehouse-tuple/v1', headSha, modelDigest, evidenceDigest, policyDigest }));

    expect(policyDigest).toBe(`sha256:${policy}`);
    expect(tuple).toBe(`sha256:${computed}`);
    expect(tuple).toBe(fact('approved-again', 'tuple'));
    expect((approvals as { tuple: string }[]).map((approval) => approval.tuple)).toEqual([tuple, tuple]);
  });

  it('the authorisation on the branch is the one in the release, for the merged commit', () => {
    const { model, mergedSha, headSha } = authorisation();
    const path = `authorisations/${String(model)}/${String(mergedSha)}/mortgage-approval.json`;

    expect(String(git('show', `origin/gatehouse-evidence:${path}`)).trimEnd()).toBe(text('authorisation.json'));
    // The newest merge is the one of a page that concerns no model.
    expect(mergedSha).toBe(String(git('rev-parse', 'origin/main^1')).trim());
    expect(mergedSha).toBe(fact('merge', 'merged'));
    expect(headSha).toBe(fact('stale-approval', 'head'));
  });

  it('the ledger is one chain from its first entry, signed but for what was published', () => {
    const ref = 'origin/gatehouse-evidence';
    const names = String(git('ls-tree', '-r', '--name-only', ref, 'ledger/'))
      .trim()
      .split('\n');
    const key = git('show', 'origin/main:governance/keys/governance.pem').toString();
    let previous: string | null = null;
    const kinds = names.map((name, index) => {
      expect(name).toBe(`ledger/00000/${String(index + 1).padStart(8, '0')}.json`);
      const bytes = git('show', `${ref}:${name}`);
      const [first = '', second = ''] = String(bytes).split('\n');
      const entry = JSON.parse(first) as LedgerEntry;
      expect(first, name).toBe(canonical(entry));
      expect([entry.seq, entry.previous], name).toEqual([index + 1, previous]);
      previous = `sha256:${hex(bytes)}`;
      if (entry.kind !== 'published') expect(isSigned(first, second, key), name).toBe(true);
      if (entry.pull !== null) {
        const copy = `pulls/${entry.pull.number}/${entry.subject.model}/${name.slice(-'00000001.json'.length)}`;
        expect(git('show', `${ref}:${copy}`).equals(bytes), copy).toBe(true);
      }
      return entry.kind;
    });

    expect(kinds[0]).toBe('decision');
    expect(kinds.slice(-2)).toEqual(['authorised', 'published']);
    expect(new Set(kinds)).toContain('approved');
    expect(String(git('log', '-1', '--format=%B', ref)).trim()).toMatch(new RegExp(`\\nLedger-Seq: ${names.length}$`));
  });

  it('what is deployed is what was authorised, byte for byte', () => {
    for (const [name, bytes] of modelFiles()) {
      expect(readFileSync(join(root, 'demo', 'production', name)).equals(bytes)).toBe(true);
    }
  });
});

describe('gatehouse gate on the clone', () => {
  const signed = new Map<string, Record<string, unknown>>();
  const model = (): string => String(fact('verify', 'modelDigest'));

  beforeAll(() => {
    for (const line of String(assets.get('evidence.jsonl')).trimEnd().split('\n')) {
      const { predicate, predicateType } = opened(line).statement as Statement & { predicate: { gate?: string } };
      if (predicateType.endsWith('/decision/v1')) signed.set(String(predicate.gate), predicate);
    }
  });

  it.each(['fairness', 'performance'])('says of %s what was signed', async (kind) => {
    const args = ['--config', 'gatehouse.yml', '--predictions', predictions, '--model-digest', model(), '--json'];

    const decision = decisionOf(await gate(clone, [kind, ...args]));

    // The policy is more files than the configuration, and only the ledger knows how often rows were used.
    const ofLedger = kind === 'performance' ? ['how often the evaluation rows were used before'] : [];
    const { notMeasured, ...rest } = decision;
    expect({ ...rest, notMeasured: undefined, policyDigest: null }).toEqual({
      ...signed.get(kind),
      notMeasured: undefined,
      policyDigest: null,
    });
    expect(notMeasured).toEqual(expect.arrayContaining(ofLedger));
    expect(notMeasured.filter((text) => !ofLedger.includes(text))).toEqual(signed.get(kind)?.['notMeasured']);
    expect(decision.outcome).toBe('pass');
  });
});
