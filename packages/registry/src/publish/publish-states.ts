/**
 * The states of a publication, in their order. Where a run that was killed had come to is nowhere written down: every
 * step looks at GitHub, does what is missing of it and no more, and may be done again any number of times.
 *
 * Until `published` readers see nothing but a draft, which only those who may write can see, and a tag without a
 * release, which is no version.
 */
export const PUBLISH_STATES = [
  /** Names, sizes and the model digest are in order; nothing was asked of GitHub. */
  'checked',
  /** The files are cut, earlier versions are read, and every byte that will be referred to was verified. */
  'planned',
  /** One draft carries the marker of this publication, and holds nothing that is not planned. */
  'drafted',
  /** GitHub has every part, with the digest of the bytes that were sent. */
  'parts-stored',
  /** GitHub has every attachment. */
  'attachments-stored',
  /** GitHub has the manifest, and the draft read again holds exactly the planned assets. */
  'manifest-stored',
  /** The annotated tag is on the commit. */
  'tagged',
  /** The release is public. */
  'published',
  /** It was read again: immutable, with exactly the planned assets. From here on the version counts. */
  'confirmed',
] as const;

export type PublishState = (typeof PUBLISH_STATES)[number];
