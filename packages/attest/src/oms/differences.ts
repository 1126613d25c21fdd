import { ActionError, compareCodePoints, hexOf, type ModelFile, type ReasonCode } from '@gatehouse/core';
import { type SignedModel, shardedContent } from './signed-model.ts';

/** A file as it was hashed here. `shardDigests` are hex and needed only where the signature is over shards. */
export interface FoundFile extends ModelFile {
  readonly shardDigests?: readonly string[];
}

/** How files differ from what was signed. */
export interface ModelDifference {
  readonly reasonCode: Extract<
    ReasonCode,
    'model-file-changed' | 'model-file-missing' | 'model-file-additional' | 'model-file-renamed'
  >;
  readonly name: string;
  /** Under which name a renamed file was signed. */
  readonly signedAs?: string;
}

/**
 * Every difference between files and what was signed, by name. A file that is missing and an additional one of the
 * same bytes are one that was renamed.
 *
 * @param unsigned paths that may hold files without a signature. The signer's own list of what it left out does not
 *   count: else a signature over one file would let any other in.
 * @throws ActionError `signature-invalid` when the signature is over shards and a file was not hashed by them.
 */
export function modelDifferences(
  signed: SignedModel,
  files: readonly FoundFile[],
  unsigned: readonly string[] = [],
): ModelDifference[] {
  const found = new Map(
    files.filter(({ name }) => !covers(unsigned, name)).map((file) => [file.name, contentOf(file, signed.shardBytes)]),
  );
  const missing = [...signed.contents].filter(([name]) => !found.has(name));
  const differences: ModelDifference[] = [];
  for (const [name, content] of found) {
    const expected = signed.contents.get(name);
    if (expected === content) continue;
    if (expected !== undefined) {
      differences.push({ reasonCode: 'model-file-changed', name });
      continue;
    }
    const index = missing.findIndex(([, other]) => other === content);
    const [twin] = index === -1 ? [] : missing.splice(index, 1);
    if (twin === undefined) differences.push({ reasonCode: 'model-file-additional', name });
    else differences.push({ reasonCode: 'model-file-renamed', name, signedAs: twin[0] });
  }
  for (const [name] of missing) differences.push({ reasonCode: 'model-file-missing', name });
  return differences.sort((a, b) => compareCodePoints(a.name, b.name));
}

/** The error for files that differ; its reason is that of the first difference, its text names up to five. */
export function differentModel(differences: readonly [ModelDifference, ...ModelDifference[]]): ActionError {
  const [first] = differences;
  const named = differences.slice(0, 5).map(sentenceOf).join('; ');
  const more = differences.length > 5 ? `; and ${differences.length - 5} more` : '';
  return new ActionError(
    'integrity',
    {
      where: 'Model files',
      found: `${named}${more}`,
      allowed: 'exactly the files that were signed, under their names and with their bytes',
      remedy: 'Fetch the model again; do not load these files',
    },
    { reasonCode: first.reasonCode },
  );
}

function sentenceOf({ reasonCode, name, signedAs }: ModelDifference): string {
  const file = JSON.stringify(name);
  if (reasonCode === 'model-file-renamed') return `${file} was signed as ${JSON.stringify(signedAs)}`;
  if (reasonCode === 'model-file-missing') return `${file} is missing`;
  return reasonCode === 'model-file-changed' ? `${file} has other bytes` : `${file} was not signed`;
}

function covers(paths: readonly string[], name: string): boolean {
  return paths.some((path) => name === path || name.startsWith(`${path}/`));
}

function contentOf({ name, sizeBytes, digest, shardDigests }: FoundFile, shardBytes: number | null): string {
  if (shardBytes === null) return hexOf(digest);
  if (shardDigests?.length === Math.ceil(sizeBytes / shardBytes)) return shardedContent(shardDigests);
  throw new ActionError(
    'integrity',
    {
      where: `Model file ${JSON.stringify(name)}`,
      found: `${shardDigests?.length ?? 0} digests for ${sizeBytes} bytes`,
      allowed: `one digest for each ${shardBytes} bytes, since the signature is over shards of that size`,
      remedy: 'Hash the file by the shards of the signature',
    },
    { reasonCode: 'signature-invalid' },
  );
}
