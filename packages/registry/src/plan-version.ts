import { publishedAs } from './newest-version.ts';
import type { Publication } from './publish/publish-plan.ts';
import type { RegistryPorts } from './registry-ports.ts';
import { type Bump, nextVersion } from './version-tag.ts';

export interface VersionRequest extends Omit<Publication, 'tag'> {
  readonly model: string;
  readonly bump: Bump;
  /** Versions that GitHub refused: their names were used once. */
  readonly burned?: readonly string[];
}

/**
 * The tag to publish under: the one that an earlier, perhaps killed, run made for this model digest and commit, else
 * the next. Without this a job that is run again would publish the same bytes a second time, under a higher version.
 *
 * Drafts count for nothing: everyone who may write can make one. A killed run that had not made its tag finds the same
 * number again, as long as nothing else was published.
 */
export async function planVersion(ports: RegistryPorts, request: VersionRequest): Promise<string> {
  const own = await publishedAs(ports, request);
  if (own !== null) return own;
  const published = (await ports.releases.list()).filter(({ draft }) => !draft);
  const names = [...published.map(({ tag }) => tag), ...(request.burned ?? [])];
  const taken = [...(await ports.tags.list(`${request.model}@v`)), ...names.map((name) => ({ name }))];
  return nextVersion(taken, request.model, request.bump);
}
