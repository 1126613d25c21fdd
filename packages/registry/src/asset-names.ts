import { ConfigError, type Fault } from '@gatehouse/core';

/** The asset that lists all others; written last, so that a draft with it is complete. */
export const MANIFEST_ASSET = 'manifest.json';
/** GitHub allows 1000 assets per release; what parts leave is for the manifest, attachments and headers. */
export const MAX_ASSETS = 900;
/** GitHub refuses assets of 2 GiB and answers errors of its own shortly below. */
export const MAX_ASSET_BYTES = 1_900_000_000;
/** Attachments are read into memory by whoever verifies a version. */
export const MAX_ATTACHMENT_BYTES = 32 * 1024 * 1024;

const MAX_ATTACHMENTS = 50;
const MAX_NAME = 200;
const PART_NAME = /^part-[0-9]{4}$/i;
/** GitHub would change any other character, and a dot at either end, after the upload. */
const UNCHANGED_NAME = /^(?!\.)[A-Za-z0-9._-]+(?<!\.)$/;

export interface NamedFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/** True for the names that parts have. */
export function isPartName(asset: string): boolean {
  return PART_NAME.test(asset);
}

/**
 * Checks the files that are assets under their own name, such as `authorisation.json`, before a byte is uploaded.
 *
 * @throws ConfigError with every fault: a name that GitHub would change, one that is taken (case ignored, because
 *   downloads may land on a file system that ignores it), a file or a number of files above the limits
 */
export function checkAttachments(attachments: readonly NamedFile[]): void {
  const taken = new Set([MANIFEST_ASSET]);
  const faults = attachments.flatMap((file) => {
    const found = [...nameFaults(file.name, taken), ...sizeFaults(file)];
    taken.add(file.name.toLowerCase());
    return found;
  });
  if (attachments.length > MAX_ATTACHMENTS) {
    faults.push({
      where: 'Release',
      found: `${attachments.length} attachments`,
      allowed: `At most ${MAX_ATTACHMENTS} files beside the model and the manifest`,
      remedy: 'Attach fewer files',
    });
  }
  if (faults.length > 0) throw new ConfigError(faults);
}

function nameFaults(name: string, taken: ReadonlySet<string>): Fault[] {
  const where = `Attachment "${name.slice(0, MAX_NAME)}"`;
  const remedy = 'Rename it';
  if (name.length > MAX_NAME) {
    return [{ where, found: `A name of ${name.length} characters`, allowed: `At most ${MAX_NAME} characters`, remedy }];
  }
  if (!UNCHANGED_NAME.test(name)) {
    const allowed = 'Letters of ASCII, digits, ".", "_" and "-", with no dot at either end';
    return [{ where, found: 'A name that GitHub changes when it is uploaded', allowed, remedy }];
  }
  if (!taken.has(name.toLowerCase()) && !isPartName(name)) return [];
  const allowed = 'A name that neither the manifest, a part nor another attachment has when case is ignored';
  return [{ where, found: 'A name that is taken', allowed, remedy }];
}

function sizeFaults({ name, sizeBytes }: NamedFile): Fault[] {
  if (sizeBytes <= MAX_ATTACHMENT_BYTES) return [];
  return [
    {
      where: `Attachment "${name}"`,
      found: `${sizeBytes} bytes`,
      allowed: `At most ${MAX_ATTACHMENT_BYTES} bytes: who verifies the version reads it into memory`,
      remedy: 'Attach a smaller file, or a digest of this one',
    },
  ];
}
