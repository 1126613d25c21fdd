import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ActionError, type Digest } from '@gatehouse/core';

/**
 * MD5 of the one file that was judged. It is hashed once more for its digest, so that both are of the same bytes.
 *
 * @throws ActionError `refused`: `pointer-invalid` when several files are judged, `file-changed`.
 */
export async function md5OfFile(files: readonly string[], digest: Digest): Promise<string> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) {
    throw refused('pointer-invalid', {
      where: '--pointer',
      found: `${files.length} files`,
      allowed: 'a pointer stands for one file',
      remedy: 'Name the file that it stands for',
    });
  }
  const [md5, sha256] = [createHash('md5'), createHash('sha256')];
  for await (const chunk of createReadStream(file)) {
    md5.update(chunk);
    sha256.update(chunk);
  }
  if (`sha256:${sha256.digest('hex')}` === digest) return md5.digest('hex');
  throw refused('file-changed', {
    where: file,
    found: 'other bytes than a moment ago',
    allowed: 'a file that nobody writes to',
    remedy: 'Let the step that writes it finish first',
  });
}

function refused(reasonCode: string, fault: ActionError['fault']): ActionError {
  return new ActionError('refused', fault, { reasonCode });
}
