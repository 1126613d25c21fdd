import { canonicalJson } from './canonical-json.ts';
import { compareCodePoints } from './code-point-order.ts';
import type { ModelConfig } from './config/schema.ts';
import { type Digest, sha256 } from './digest.ts';
import { ConfigError } from './errors.ts';
import { LOCKFILES } from './lockfiles.ts';
import { pathMatcher } from './path-globs.ts';
import type { TreeFile } from './ports.ts';

type KeyedModel = Pick<ModelConfig, 'paths' | 'train' | 'data' | 'evaluate'>;

/**
 * What a candidate was made from: the files of the tree that `paths` match (blob and mode), the lockfiles, the inference
 * code that it brings along, the training configuration and the digests of the data. Two trees with one key may share a
 * candidate and its evidence; a merged tree with another key than the approved one is refused as `tree-changed`.
 *
 * @param tree every file of the commit's tree.
 * @throws ConfigError when `paths` match no file: such a key would say nothing about the candidate.
 */
export function candidateKey(tree: readonly TreeFile[], model: KeyedModel): Digest {
  const matches = pathMatcher(model.paths);
  const matched = tree.filter((file) => matches(file.path));
  if (matched.length === 0) {
    throw new ConfigError([
      {
        where: 'gatehouse.yml: paths',
        found: `${JSON.stringify(model.paths)} match none of ${tree.length} files`,
        allowed: 'globs that match the files the model is made from',
        remedy: 'Correct the globs',
      },
    ]);
  }
  return sha256(
    canonicalJson({
      type: 'gatehouse-candidate-key/v1',
      files: listed(matched),
      lockfiles: listed(tree.filter((file) => LOCKFILES.includes(file.path))),
      ...inferenceCode(tree, model),
      train: { ...model.train },
      data: Object.fromEntries(Object.entries(model.data).map(([name, dataset]) => [name, dataset.digest])),
    }),
  );
}

/** The exam of the base branch is not in the key but in the policy digest: it is the same for every candidate. */
function inferenceCode(tree: readonly TreeFile[], { evaluate }: KeyedModel): { readonly inference?: object } {
  if (evaluate.code === 'base') return {};
  const matches = pathMatcher(evaluate.files);
  return { inference: listed(tree.filter((file) => matches(file.path))) };
}

function listed(files: readonly TreeFile[]): readonly TreeFile[] {
  return files
    .map(({ path, blobSha, mode }) => ({ path, blobSha, mode }))
    .sort((a, b) => compareCodePoints(a.path, b.path));
}
