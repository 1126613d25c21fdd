import {
  ActionError,
  type AnnotatedTag,
  type ByteRange,
  type CommitSha,
  ConfigError,
  type Digest,
  modelDigest,
} from '@gatehouse/core';
import { checkAttachments } from '../asset-names.ts';
import type { PartLimits } from '../chunks/pack-parts.ts';
import { parseVersionTag } from '../version-tag.ts';

/** A file whose digest the caller vouches for; the bytes are hashed again when they are cut and when they are sent. */
export interface PlannedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
  /** All bytes from the beginning, or exactly those of a range; may be called again while an earlier one is read. */
  open(range?: ByteRange): AsyncIterable<Uint8Array>;
}

/** What is to be published. Two plans for one release must be of one model, commit and attachments, or the second is refused. */
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
  /** Stores every byte anew, so that the version needs no earlier release. */
  readonly repack?: boolean;
  /** How large parts are, where the usual sizes do not fit. */
  readonly limits?: PartLimits;
}

/** What makes two runs the same publication. */
export type Publication = Pick<PublishPlan, 'tag' | 'modelDigest' | 'commit'>;

/** A plan that was checked. */
export interface CheckedPlan extends PublishPlan {
  readonly model: string;
}

/**
 * Checks a plan before anything is asked of GitHub.
 *
 * @throws ConfigError for names, sizes and versions that a release cannot hold
 * @throws ActionError `refused`, reason `not-authorised`, when the files are not the model that was authorised
 */
export function checkPlan(plan: PublishPlan): CheckedPlan {
  const version = parseVersionTag(plan.tag);
  if (version === null) throw notAVersion(plan.tag);
  checkAttachments(plan.attachments);
  const digest = modelDigest(plan.files);
  if (digest !== plan.modelDigest) throw notThisModel(plan, digest);
  return { ...plan, model: version.model };
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

function notThisModel(plan: PublishPlan, digest: Digest): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Publishing ${plan.tag}`,
      found: `Files whose model digest is ${digest}`,
      allowed: `The authorised model digest, ${plan.modelDigest}`,
      remedy: 'Find out what changed the files after they were evaluated; train again if in doubt',
    },
    { reasonCode: 'not-authorised' },
  );
}
