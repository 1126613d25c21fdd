import { canonicalJson } from './canonical-json.ts';
import { compareCodePoints } from './code-point-order.ts';
import type { ModelConfig } from './config/schema.ts';
import { type Digest, sha256 } from './digest.ts';
import { ConfigError } from './errors.ts';
import { pathMatcher } from './path-globs.ts';
import type { TreeFile } from './ports.ts';

/** Files at the root that pin what is installed; they count although `paths` may not name them. */
export const LOCKFILES: readonly string[] = [
  'Cargo.lock',
  'Pipfile.lock',
  'conda-lock.yml',
  'environment.yml',
  'npm-shrinkwrap.json',
  'package-lock.json',
  'pdm.lock',
  'pixi.lock',
  'pnpm-lock.yaml',
  'poetry.lock',
  'renv.lock',
  'requirements.txt',
  'uv.lock',
  'yarn.lock',
];

/**
 * What a candidate was made from: the files of the tree that `paths` match (blob and mode), the lockfiles, the training
 * configuration and the digests of the data. Two trees with one key may share a candidate and its evidence; a merged
 * tree with another key than the approved one is refused as `tree-changed`.
 *
 * @param tree every file of the commit's tree.
 * @throws ConfigError when `paths` match no file: such a key would say nothing about the candidate.
 */
export function candidateKey(tree: readonly TreeFile[], model: Pick<ModelConfig, 'paths' | 'train' | 'data'>): Digest {
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
      train: { ...model.train },
      data: Object.fromEntries(Object.entries(model.data).map(([name, dataset]) => [name, dataset.digest])),
    }),
  );
}

function listed(files: readonly TreeFile[]): readonly TreeFile[] {
  return files
    .map(({ path, blobSha, mode }) => ({ path, blobSha, mode }))
    .sort((a, b) => compareCodePoints(a.path, b.path));
}
