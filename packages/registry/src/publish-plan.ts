import {
  ActionError,
  type AnnotatedTag,
  type AssetSource,
  type CommitSha,
  ConfigError,
  type Digest,
  sha256,
} from '@gatehouse/core';
import { assetNameOf, MANIFEST_ASSET } from './asset-names.ts';
import { buildManifest, type Manifest, writeManifest } from './manifest.ts';
import { parseVersionTag } from './version-tag.ts';

/** A file whose digest the caller vouches for; the bytes are hashed again while they are sent. */
export interface PlannedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
  open(): AsyncIterable<Uint8Array>;
}

/** What is to be published. Two plans for one release must give equal bytes, or the second is refused. */
export interface PublishPlan {
  /** `name@vX.Y.Z`, from {@link planVersion}. */
  readonly tag: string;
  /** A commit on the default branch: GitHub refuses others whose workflows differ. */
  readonly commit: CommitSha;
  /** The digest that was authorised. */
  readonly modelDigest: Digest;
  readonly files: readonly PlannedFile[];
  /** Files beside the model under their own asset names: `authorisation.json`, `evidence.jsonl`. */
  readonly attachments: readonly PlannedFile[];
  /** Markdown for people; the only part of a release that stays editable, so nothing is concluded from it. */
  readonly notes: string;
}

/** What makes two runs the same publication. */
export type Publication = Pick<PublishPlan, 'tag' | 'modelDigest' | 'commit'>;

/** A plan that was checked, with everything that follows from it. */
export interface CheckedPlan extends PublishPlan {
  readonly manifest: Manifest;
  /** Every asset of the release in the order of upload; the manifest is the last. */
  readonly assets: readonly PlannedAsset[];
}

export interface PlannedAsset extends AssetSource {
  readonly digest: Digest;
}

const OCTETS = 'application/octet-stream';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonl: 'application/jsonl',
  md: 'text/markdown',
};

/**
 * Checks a plan before anything is written.
 *
 * @throws ConfigError for names, sizes and versions that a release cannot hold
 * @throws ActionError `refused`, reason `not-authorised`, when the files are not the model that was authorised
 */
export function checkPlan(plan: PublishPlan): CheckedPlan {
  const version = parseVersionTag(plan.tag);
  if (version === null) throw notAVersion(plan.tag);
  const manifest = buildManifest({ ...plan, model: version.model });
  if (manifest.modelDigest !== plan.modelDigest) throw notThisModel(plan, manifest);
  const bytes = writeManifest(manifest);
  const assets = [
    ...plan.files.map((file) => toAsset(file, assetNameOf(file.name))),
    ...plan.attachments.map((file) => toAsset(file, file.name)),
  ];
  return { ...plan, manifest, assets: [...assets, manifestAsset(bytes)] };
}

function toAsset(file: PlannedFile, name: string): PlannedAsset {
  const { sizeBytes, digest } = file;
  return { name, sizeBytes, digest, contentType: contentType(name), open: () => file.open() };
}

function manifestAsset(bytes: Uint8Array): PlannedAsset {
  return {
    name: MANIFEST_ASSET,
    sizeBytes: bytes.length,
    digest: sha256(bytes),
    contentType: contentType(MANIFEST_ASSET),
    async *open() {
      yield bytes;
    },
  };
}

function contentType(name: string): string {
  return CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? OCTETS;
}

/**
 * Hidden line in the body of a draft by which a later run finds it again: GitHub shows drafts in lists only. It names
 * the tag, the model and the commit, so that a draft for other bytes is never continued. Everyone who may write can
 * forge it: it decides neither the version nor what is published, see {@link isTagOf}.
 */
export function draftMarker(publication: Publication): string {
  return `<!-- gatehouse-publication ${publication.tag} ${publication.modelDigest} ${publication.commit} -->`;
}

/** The body of the release: the notes, and the marker. */
export function releaseBody(plan: PublishPlan): string {
  return `${plan.notes}\n\n${draftMarker(plan)}\n`;
}

/** Message of the annotated tag. An immutable release locks its tag, so this stays what it was. */
export function tagMessage({ tag, modelDigest }: Publication): string {
  return `${tag}\n\nModel-Digest: ${modelDigest}`;
}

/** True when a tag is the one that publishing makes: same name, commit and message, which names the model digest. */
export function isTagOf(tag: AnnotatedTag, publication: Publication): boolean {
  const { name, commit, message } = tag;
  return name === publication.tag && commit === publication.commit && message.trimEnd() === tagMessage(publication);
}

function notAVersion(tag: string): ConfigError {
  return new ConfigError([
    {
      where: 'Version tag',
      found: `"${tag}"`,
      allowed: 'A tag "name@vX.Y.Z"',
      remedy: 'Let the next version be computed from the tags of the repository',
    },
  ]);
}

function notThisModel(plan: PublishPlan, manifest: Manifest): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Publishing ${plan.tag}`,
      found: `Files whose model digest is ${manifest.modelDigest}`,
      allowed: `The authorised model digest, ${plan.modelDigest}`,
      remedy: 'Find out what changed the files after they were evaluated; train again if in doubt',
    },
    { reasonCode: 'not-authorised' },
  );
}
