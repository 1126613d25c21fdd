import { ActionError } from '@gatehouse/core';
import { planVersion, type VersionRequest } from '../plan-version.ts';
import type { RegistryPorts } from '../registry-ports.ts';
import type { PublishPlan } from './publish-plan.ts';
import { type PublishedVersion, publishVersion } from './publish-version.ts';
import { type PublishWatch, UNWATCHED_PUBLISH } from './publish-watch.ts';

/** Names in a row that were used once and can never be used again. */
const MAX_BURNED = 20;

/**
 * Publishes under the version that an earlier run began, else under the next one. GitHub never gives the name of a
 * deleted immutable release again and lists it nowhere, so a name that it refuses is passed over.
 *
 * @throws ActionError as `publishVersion` does
 */
export async function publishNext(
  ports: RegistryPorts,
  request: VersionRequest & Omit<PublishPlan, 'tag'>,
  watch: PublishWatch = UNWATCHED_PUBLISH,
): Promise<PublishedVersion> {
  const burned: string[] = [];
  for (;;) {
    const tag = await planVersion(ports, { ...request, burned });
    try {
      return await publishVersion(ports, { ...request, tag }, watch);
    } catch (error) {
      if (!isBurned(error) || burned.length === MAX_BURNED || burned.includes(tag)) throw error;
      watch.progress(`${tag} cannot be used: ${error.fault.found}`);
      burned.push(tag);
    }
  }
}

/** GitHub refused the name. A version that is there with other bytes is refused here, and never passed over. */
function isBurned(error: unknown): error is ActionError {
  const refused = error instanceof ActionError && error.reasonCode === 'version-exists';
  return refused && error.cause instanceof ActionError && error.cause.code === 'service';
}
