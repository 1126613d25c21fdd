import { canonicalJson } from './canonical-json.ts';
import type { CommitSha } from './commit-sha.ts';
import { type Digest, isDigest, sha256 } from './digest.ts';

/** What people approve: this head, this model, this evidence, under this policy. */
export interface Tuple {
  readonly headSha: CommitSha;
  readonly modelDigest: Digest;
  readonly evidenceDigest: Digest;
  readonly policyDigest: Digest;
}

/**
 * The digest of a tuple, which is the check's `external_id` and what an approval is bound to.
 *
 * @throws TypeError when a part is not a commit SHA or digest: a tuple with a hole must not have a name.
 */
export function tupleDigest(tuple: Tuple): Digest {
  const { headSha, modelDigest, evidenceDigest, policyDigest: policy } = tuple;
  if (!/^[0-9a-f]{40}$/.test(headSha)) throw new TypeError(`headSha is not a commit SHA: ${headSha}`);
  for (const [name, digest] of Object.entries({ modelDigest, evidenceDigest, policyDigest: policy })) {
    if (!isDigest(digest)) throw new TypeError(`${name} is not a digest: ${String(digest)}`);
  }
  return sha256(
    canonicalJson({ type: 'gatehouse-tuple/v1', headSha, modelDigest, evidenceDigest, policyDigest: policy }),
  );
}

/**
 * One digest for all files of a policy: `gatehouse.yml` and every file it names, by path, and the exam.
 *
 * @param exam git blob ids of the evaluation code of the base branch, by path: another exam is another policy.
 * @throws TypeError when there is no file, or a value is not a digest.
 */
export function policyDigest(files: ReadonlyMap<string, Digest>, exam: ReadonlyMap<string, string>): Digest {
  if (files.size === 0) throw new TypeError('a policy has at least one file');
  for (const [path, digest] of files) {
    if (!isDigest(digest)) throw new TypeError(`${path} has no digest: ${String(digest)}`);
  }
  for (const [path, blob] of exam) {
    if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(blob)) throw new TypeError(`${path} has no blob id: ${blob}`);
  }
  const { fromEntries } = Object;
  return sha256(canonicalJson({ type: 'gatehouse-policy/v1', files: fromEntries(files), exam: fromEntries(exam) }));
}
