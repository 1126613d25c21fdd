import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  evidenceDigestOf,
  parseReleaseAuthorisation,
  parseStatement,
  type TrustRoot,
  type VerifiedStatement,
  verifyBundle,
} from '@gatehouse/attest';
import { type Digest, type ModelFile, modelDigest, parseDecision, sha256, tupleDigest } from '@gatehouse/core';
import { chunksOf, parseManifest } from '@gatehouse/registry';
import { drawInterval } from '@gatehouse/report';
import { request } from '../http.ts';
import { field, git, numberField, textField } from '../person.ts';
import { expectEqual, expectPresent, type Step } from '../step.ts';
import { type DemoWorld, REPOSITORY } from '../world.ts';
import { foundText } from './judge.ts';

/** Downloads every asset of the release as a person would, and compares GitHub's digest with the bytes. */
async function downloadAssets(world: DemoWorld, folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const person = world.people['platform-engineer'];
  const release = await world
    .as('platform-engineer')
    .get(`/releases/tags/${encodeURIComponent(foundText(world, 'tag'))}`);
  const assets = field(release, 'assets');
  if (!Array.isArray(assets)) throw new Error('The release has no list of assets.');
  await mkdir(folder, { recursive: true });
  const files = new Map<string, Uint8Array>();
  for (const asset of assets) {
    const url = `${world.github.apiUrl}/repos/${REPOSITORY}/releases/assets/${numberField(asset, 'id')}`;
    const response = await request(url, {
      headers: { accept: 'application/octet-stream', authorization: `Bearer ${person.token}` },
    });
    expectEqual(`The status of ${url}`, response.status, 200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const name = textField(asset, 'name');
    expectEqual(`GitHub's digest of ${name}`, textField(asset, 'digest'), sha256(bytes));
    await writeFile(join(folder, name.replaceAll('/', '_')), bytes);
    files.set(name, bytes);
  }
  return files;
}

function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  return new TextDecoder().decode(expectPresent(`The asset ${name}`, files.get(name)));
}

/** The model files, put together from the parts as the manifest says, and measured. */
function assembledFiles(files: ReadonlyMap<string, Uint8Array>): readonly ModelFile[] {
  const manifest = parseManifest(expectPresent('The asset manifest.json', files.get('manifest.json')));
  return manifest.files.map((file) => {
    const bytes = Buffer.concat(
      chunksOf(manifest, file).map(({ part, offset, sizeBytes }) => {
        const stored = expectPresent('A part of the manifest', files.get(manifest.parts[part]?.asset ?? ''));
        return stored.subarray(offset, offset + sizeBytes);
      }),
    );
    return { name: file.name, sizeBytes: bytes.length, digest: sha256(bytes) };
  });
}

/** The key as it lies in the repository, cloned afresh by somebody who was not part of the story. */
async function trustRootFromClone(world: DemoWorld): Promise<TrustRoot> {
  const clone = join(world.folder, 'auditor');
  const auditor = world.people['platform-engineer'];
  await git(auditor, world.folder, 'clone', '--quiet', `${world.github.serverUrl}/${REPOSITORY}.git`, clone);
  const merged = foundText(world, 'merged');
  await git(auditor, clone, 'merge-base', '--is-ancestor', merged, 'origin/main');
  await git(auditor, clone, 'checkout', '--quiet', '--detach', merged);
  const publicKeyPem = await readFile(join(clone, 'governance', 'keys', 'governance.pem'), 'utf8');
  return { kind: 'key', keys: [{ id: 'governance', publicKeyPem, revoked: false }] };
}

export const verifyFromOutside: Step<DemoWorld> = {
  id: 'verify',
  title: 'Computed again from outside',
  run: async (world) => {
    const files = await downloadAssets(world, join(world.folder, 'release'));
    const trustRoot = await trustRootFromClone(world);
    const authorisation = parseReleaseAuthorisation(
      (await verifyBundle(textOf(files, 'authorisation.json').trim(), trustRoot)).statement,
    );
    const statements: VerifiedStatement[] = [];
    for (const line of textOf(files, 'evidence.jsonl').split('\n').filter(Boolean)) {
      statements.push(await verifyBundle(line, trustRoot));
    }

    const modelFiles = assembledFiles(files);
    const model = modelDigest(modelFiles);
    expectEqual('The model digest', model, authorisation.modelDigest);
    const evidence = evidenceDigestOf(decisionDigests(statements));
    expectEqual('The evidence digest', evidence, authorisation.evidenceDigest);
    const tuple = tupleDigest({ ...authorisation, headSha: foundText(world, 'head-3') });
    expectEqual('The tuple that people approved', tuple, foundText(world, 'tuple'));
    expectEqual('The merged commit', authorisation.mergedSha, foundText(world, 'merged'));
    world.found.set('drawings', JSON.stringify(await fairnessDrawings(world)));
    const checked = files.size + 3;
    const signatures = statements.length + 1;
    return {
      line: `${checked} digests and ${signatures} signatures are equal`,
      facts: { modelDigest: model, evidenceDigest: evidence, tuple, checked, signatures },
    };
  },
};

/** The first finding of every fairness decision on the evidence branch, drawn against its limit. */
async function fairnessDrawings(world: DemoWorld): Promise<readonly string[]> {
  const auditor = world.people['platform-engineer'];
  const clone = join(world.folder, 'auditor');
  const branch = 'origin/gatehouse-evidence';
  // Both on one scale, so that they can be compared.
  const scale = { from: 0, to: 0.4 };
  const drawings = new Map<string, string>();
  const paths = (await git(auditor, clone, 'ls-tree', '-r', '--name-only', branch)).split('\n');
  for (const path of paths.filter((name) => name.endsWith('evidence.jsonl'))) {
    for (const line of (await git(auditor, clone, 'show', `${branch}:${path}`)).split('\n')) {
      const payload = textField(JSON.parse(line), 'dsseEnvelope', 'payload');
      const { predicate } = parseStatement(Buffer.from(payload, 'base64'));
      const decision = parseDecision(predicate);
      const [finding] = decision.findings;
      if (decision.gate !== 'fairness' || finding === undefined) continue;
      drawings.set(decision.outcome, `${drawInterval(finding, 64, scale)}  ${decision.outcome}`);
    }
  }
  return ['fail', 'pass'].flatMap((outcome) => drawings.get(outcome) ?? []);
}

/** The summary travels with the decisions and is no part of the evidence digest. */
function decisionDigests(statements: readonly VerifiedStatement[]): readonly Digest[] {
  return statements
    .filter(({ statement }) => statement.predicateType.endsWith('/decision/v1'))
    .map(({ digest }) => digest);
}
