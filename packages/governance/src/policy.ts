import type { TrustRoot } from '@gatehouse/attest';
import {
  ActionError,
  type CommitSha,
  type Config,
  ConfigError,
  type DataPointer,
  type Digest,
  type ModelConfig,
  POINTER_NAMES,
  parseConfig,
  pathMatcher,
  pointerKind,
  policyDigest,
  type RepositoryContents,
  sha256,
  type TreeFile,
  type TreeView,
  type Wanted,
} from '@gatehouse/core';
import { EMERGENCIES_FOLDER, type Emergency, parseEmergencies } from './emergencies/emergency.ts';
import type { UtcDay } from './utc-day.ts';
import { parseWaivers, WAIVERS_FOLDER, type Waiver } from './waivers/waiver.ts';

/** The file that holds the policy, and the only place it is looked for. */
export const POLICY_FILE = 'gatehouse.yml';

/** A public key of the trust root, with its PEM text read at the same commit as the policy. */
export interface PolicyKey {
  readonly id: string;
  readonly publicKeyPem: string;
  readonly revoked: boolean;
}

/** The policy of one commit: what it says, which bytes said it, and whom it trusts to sign. */
export interface Policy {
  readonly commit: CommitSha;
  /**
   * Digest over gatehouse.yml, every key file it names, every file of governance/waivers and the evaluation code of the base
   * branch: a changed key, waiver or exam is a changed policy. Declarations of emergencies are not in it, since they come and go with the changes that they are about.
   */
  readonly digest: Digest;
  readonly config: Config;
  readonly keys: readonly PolicyKey[];
  readonly waivers: readonly Waiver[];
  readonly emergencies: readonly Emergency[];
}

/** What is read of a commit before it is known where its keys are. */
export const POLICY_WANTED = {
  files: [POLICY_FILE],
  folders: [WAIVERS_FOLDER, EMERGENCIES_FOLDER],
} as const satisfies Wanted;

/** A policy whose keys and exam are still to be read. */
export interface PolicyDraft extends Pick<Policy, 'commit' | 'config' | 'waivers' | 'emergencies'> {
  /** Files of the trust root, to be read at the same commit. */
  readonly keyFiles: readonly string[];
  /** Digests of what was read, by path. */
  readonly digests: ReadonlyMap<string, Digest>;
}

/**
 * Parses what {@link POLICY_WANTED} asks for.
 *
 * @param options.today given for the head of a pull request: its waivers must not begin in the future.
 * @throws ActionError `refused`, reason `no-policy`, when the commit has no gatehouse.yml.
 * @throws ConfigError for every fault of its files; its reason code says when only waivers or only emergencies have some.
 */
export function draftPolicy(view: TreeView, commit: CommitSha, options: { readonly today?: UtcDay } = {}): PolicyDraft {
  const bytes = view.files.get(POLICY_FILE) ?? null;
  if (bytes === null) throw noPolicy(commit);
  const waiverFiles = view.folders.get(WAIVERS_FOLDER);
  const emergencyFiles = view.folders.get(EMERGENCIES_FOLDER);
  if (waiverFiles === undefined || emergencyFiles === undefined) {
    throw new TypeError(`governance/ was not read at ${commit}`);
  }
  const collected = new FaultCollector();
  const config = collected.attempt(() => parseConfig(bytes, POLICY_FILE));
  // Without a readable gatehouse.yml nobody knows the models; the waivers are judged when it is put right.
  const models = Object.keys(config?.models ?? {});
  const waivers =
    config === undefined ? [] : collected.attempt(() => parseWaivers(waiverFiles, { models, ...options }));
  const emergencies = collected.attempt(() => parseEmergencies(emergencyFiles));
  if (config === undefined || waivers === undefined || emergencies === undefined) throw collected.error();
  const read = [[POLICY_FILE, bytes] as const, ...waiverFiles];
  return {
    commit,
    config,
    waivers,
    emergencies,
    keyFiles: [...new Set(config.trust.keys.map((key) => key.file))],
    digests: new Map(read.map(([path, content]) => [path, sha256(content)])),
  };
}

/** What {@link completePolicy} needs of the draft's commit. */
export interface PolicyParts {
  /** The draft's key files. */
  readonly files: TreeView['files'];
  /** Every file of the commit. */
  readonly tree: readonly TreeFile[];
}

/**
 * Adds the keys and the exam to a draft.
 *
 * @throws ConfigError for every key file that is not there.
 */
export function completePolicy(draft: PolicyDraft, { files, tree }: PolicyParts): Policy {
  const policy = keyedPolicy(draft, files);
  const all = new Map(draft.digests);
  for (const file of draft.keyFiles) {
    const pem = files.get(file) ?? null;
    if (pem !== null) all.set(file, sha256(pem));
  }
  return { ...policy, digest: policyDigest(all, examOf(draft.config, tree)) };
}

/** A policy without its name: enough to compare its rules, and never to judge by. */
export type KeyedPolicy = Omit<Policy, 'digest'>;

/** Adds the keys to a draft; throws as {@link completePolicy} does. */
export function keyedPolicy(draft: PolicyDraft, files: TreeView['files']): KeyedPolicy {
  const { keyFiles, digests: _, ...policy } = draft;
  const missing = keyFiles.filter((file) => (files.get(file) ?? null) === null);
  if (missing.length > 0) throw missingKeys(missing, draft.commit);
  const keys = draft.config.trust.keys.map(({ id, file, revoked }) => ({
    id,
    publicKeyPem: new TextDecoder().decode(files.get(file) ?? undefined),
    revoked,
  }));
  return { ...policy, keys };
}

/** Blobs of the evaluation code that is taken from the base branch; a candidate's own is in its key. */
function examOf({ models }: Config, tree: readonly TreeFile[]): ReadonlyMap<string, string> {
  const isExam = Object.values(models)
    .filter(({ evaluate }) => evaluate.code === 'base')
    .map(({ evaluate }) => pathMatcher(evaluate.files));
  const exam = tree.filter(({ path }) => isExam.some((matches) => matches(path)));
  return new Map(exam.map(({ path, blobSha }) => [path, blobSha]));
}

type PolicySource = Pick<RepositoryContents, 'readAt' | 'listFiles'>;

/** Reads what a draft still needs, at its own commit; throws as {@link completePolicy} does. */
export async function finishPolicy(contents: PolicySource, draft: PolicyDraft): Promise<Policy> {
  const { commit, keyFiles } = draft;
  const [{ files }, tree] = await Promise.all([
    contents.readAt(commit, { files: keyFiles }),
    contents.listFiles(commit),
  ]);
  return completePolicy(draft, { files, tree });
}

/** Reads the policy at a commit; throws as {@link draftPolicy} and {@link completePolicy} do. */
export async function readPolicy(contents: PolicySource, commit: CommitSha): Promise<Policy> {
  return finishPolicy(contents, draftPolicy(await contents.readAt(commit, POLICY_WANTED), commit));
}

/** Reads the policy at the tip of the default branch, which is the one that judges; throws as {@link readPolicy} does. */
export async function readPolicyTip(
  contents: PolicySource & Pick<RepositoryContents, 'readTip'>,
): Promise<Policy & { readonly branch: string }> {
  const tip = await contents.readTip(POLICY_WANTED);
  return { ...(await finishPolicy(contents, draftPolicy(tip, tip.commit))), branch: tip.branch };
}

/** Gathers the faults of several files, so that one run tells all of them. */
class FaultCollector {
  readonly #errors: ConfigError[] = [];

  attempt<T>(parse: () => T): T | undefined {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.#errors.push(error);
      return undefined;
    }
  }

  error(): ConfigError {
    const [only, ...others] = this.#errors;
    if (only !== undefined && others.length === 0) return only;
    return new ConfigError(this.#errors.flatMap(({ faults }) => faults));
  }
}

function noPolicy(commit: CommitSha): ActionError {
  return new ActionError(
    'refused',
    {
      where: `${POLICY_FILE} at ${commit}`,
      found: 'no such file',
      allowed: 'the policy is read from the base branch, never from a pull request',
      remedy: 'Merge a pull request that adds gatehouse.yml, then switch the ruleset on',
    },
    { reasonCode: 'no-policy' },
  );
}

function missingKeys(files: readonly string[], commit: CommitSha): ConfigError {
  return new ConfigError(
    files.map((file) => ({
      where: `${POLICY_FILE}: trust.keys`,
      found: `"${file}" is not in the repository at ${commit}`,
      allowed: 'every key file lies on the base branch beside the policy',
      remedy: 'Commit the PEM file of the public key, or remove the key',
    })),
  );
}

/** Whom a policy trusts to sign. */
export function trustRootOf(policy: Pick<Policy, 'keys'>): TrustRoot {
  return { kind: 'key', keys: policy.keys };
}

/** The block of one model, or a ConfigError that lists the models there are. */
export function modelOf(policy: Pick<Policy, 'config'>, model: string): ModelConfig {
  const found = Object.hasOwn(policy.config.models, model) ? policy.config.models[model] : undefined;
  if (found !== undefined) return found;
  throw new ConfigError([
    {
      where: 'Input "model"',
      found: `"${model}"`,
      allowed: `one of the models of ${POLICY_FILE}: ${Object.keys(policy.config.models).join(', ')}`,
      remedy: 'Correct the name, or add the model to the policy first',
    },
  ]);
}

/** The decide run reads what the repository holds, where a pointer is all there is. */
function notFetched(kind: DataPointer['kind'], where: string): ActionError {
  const { what, fetch } = POINTER_NAMES[kind];
  return new ActionError(
    'refused',
    {
      where,
      found: what,
      allowed: 'the data themselves: gates read files of the repository',
      remedy: `Fetch them with "${fetch}" and commit the file itself, or a smaller evaluation set`,
    },
    { reasonCode: 'pointer-not-fetched' },
  );
}

/** Reads a dataset at the policy's commit and refuses bytes that are not the ones the policy names. */
export async function readDataset(
  contents: RepositoryContents,
  policy: Pick<Policy, 'commit'>,
  dataset: ModelConfig['data'][string],
): Promise<Uint8Array> {
  const bytes = await contents.readFile(dataset.path, policy.commit);
  const found = bytes === null ? 'no such file' : sha256(bytes);
  if (bytes !== null && found === dataset.digest) return bytes;
  const pointer = bytes === null ? null : pointerKind(bytes, bytes.length);
  if (pointer !== null) throw notFetched(pointer, `${dataset.path} at ${policy.commit}`);
  throw new ActionError(
    'integrity',
    {
      where: `${dataset.path} at ${policy.commit}`,
      found,
      allowed: `the data that the base policy names: ${dataset.digest}`,
      remedy: 'Change the data and its digest in gatehouse.yml together, in a reviewed pull request',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
