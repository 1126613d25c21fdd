import { z } from 'zod';
import { type Digest, isDigest } from '../digest.ts';
import { ActionError } from '../errors.ts';
import { firstFault } from '../first-fault.ts';
import { parseStrictJson, StrictJsonError } from '../strict-json.ts';

/** Larger or deeper documents are refused unread: descriptions are written by people, and by those who attack them. */
const LARGEST = 4 * 1024 * 1024;
const DEPTH = 32;
const MOST_FILES = 10_000;
const MOST_FIELDS = 20_000;

const CONFORMS = 'http://mlcommons.org/croissant/1.1';

const text = z.string().min(1).max(10_000);
const someText = z.union([text, z.array(text).min(1).max(1000)]);
const reference = z.looseObject({ '@id': text });
/** Person, organisation or licence: a text, an object, or several. */
const named = z.union([someText, z.looseObject({}), z.array(z.looseObject({})).min(1).max(1000)]);

const distribution = z.looseObject({
  '@type': text,
  '@id': text,
  name: text.optional(),
  contentUrl: text.optional(),
  encodingFormat: someText.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, { message: 'must be a SHA-256 of 64 hex digits' })
    .optional(),
});

const field = z.looseObject({
  '@id': text,
  name: text.optional(),
  dataType: someText.optional(),
  source: z
    .looseObject({
      fileObject: reference.optional(),
      extract: z.looseObject({ column: text.optional() }).optional(),
    })
    .optional(),
});

const document = z.looseObject({
  '@context': z.union([text, z.looseObject({}), z.array(z.unknown()).min(1)]),
  '@type': text,
  conformsTo: someText,
  name: text,
  description: text,
  license: named,
  url: text,
  creator: named,
  datePublished: text,
  version: z.union([text, z.number()]).optional(),
  distribution: z.array(distribution).min(1).max(MOST_FILES),
  recordSet: z
    .array(z.looseObject({ '@id': text, field: z.array(field).max(MOST_FIELDS).default([]) }))
    .max(MOST_FILES)
    .default([]),
});

/** A file that a dataset consists of. */
export interface CroissantFile {
  readonly id: string;
  readonly contentUrl: string | null;
  readonly digest: Digest | null;
}

/** A column that a description names. */
export interface CroissantField {
  readonly id: string;
  /** Id of the file that holds it; `null` when it comes from elsewhere. */
  readonly file: string | null;
  /** Its name in the file; `null` when it is no column. */
  readonly column: string | null;
  /** Types as written: `sc:Integer`. */
  readonly types: readonly string[];
}

/** What a Croissant description says of a dataset. */
export interface CroissantDataset {
  readonly name: string;
  readonly version: string | null;
  readonly files: readonly CroissantFile[];
  readonly fields: readonly CroissantField[];
}

/**
 * Reads a Croissant 1.1 description: JSON-LD with the names of Croissant's own context. Names of other vocabularies are
 * passed over; no context is fetched.
 *
 * @throws ActionError `refused`, reason `description-invalid`.
 */
export function parseCroissant(content: Uint8Array, file: string): CroissantDataset {
  if (content.length > LARGEST) throw invalid(file, `${content.length} bytes`);
  const parsed = document.safeParse(plainNames(parsedJson(content, file)));
  if (!parsed.success) throw invalid(file, firstFault(parsed.error), parsed.error);
  const { data } = parsed;
  const versions = texts(data.conformsTo);
  if (!versions.includes(CONFORMS)) throw invalid(file, `conformsTo ${versions.join(', ').slice(0, 200)}`);
  if (!['sc:Dataset', 'Dataset', 'https://schema.org/Dataset'].includes(data['@type'])) {
    throw invalid(file, `the type ${data['@type'].slice(0, 200)}`);
  }
  const files = data.distribution
    .filter((part) => ['cr:FileObject', 'FileObject'].includes(part['@type']))
    .map((part): CroissantFile => {
      const digest = `sha256:${part.sha256?.toLowerCase() ?? ''}`;
      return { id: part['@id'], contentUrl: part.contentUrl ?? null, digest: isDigest(digest) ? digest : null };
    });
  const fields = data.recordSet.flatMap((set) => set.field).map(fieldOf);
  if (fields.length > MOST_FIELDS) throw invalid(file, `${fields.length} fields`);
  requireDistinct(
    file,
    files.map(({ id }) => id),
    'file',
  );
  requireDistinct(
    file,
    fields.map(({ id }) => id),
    'field',
  );
  return { name: data.name, version: data.version === undefined ? null : String(data.version), files, fields };
}

function parsedJson(content: Uint8Array, file: string): unknown {
  try {
    return parseStrictJson(content, DEPTH);
  } catch (cause) {
    if (cause instanceof StrictJsonError) throw invalid(file, `a document of which ${cause.message}`, cause);
    throw cause;
  }
}

/** Documents without the alias in their context write the property with its prefix. */
function plainNames(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const aliased = Object.hasOwn(value, 'dct:conformsTo') && !Object.hasOwn(value, 'conformsTo');
  return aliased ? { ...value, conformsTo: Reflect.get(value, 'dct:conformsTo') } : value;
}

function fieldOf(raw: z.output<typeof field>): CroissantField {
  return {
    id: raw['@id'],
    file: raw.source?.fileObject?.['@id'] ?? null,
    column: raw.source?.extract?.column ?? null,
    types: raw.dataType === undefined ? [] : texts(raw.dataType),
  };
}

function texts(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** Of two things with one id nobody could say which is meant. */
function requireDistinct(file: string, ids: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw invalid(file, `the ${what} "${id.slice(0, 200)}" twice`);
    seen.add(id);
  }
}

function invalid(file: string, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'refused',
    {
      where: file,
      found,
      allowed: `a Croissant description that conforms to ${CONFORMS}, at most ${LARGEST / 1024 / 1024} MiB`,
      remedy: 'Correct it; "mlcroissant validate" names what is wrong',
    },
    { reasonCode: 'description-invalid', cause },
  );
}
