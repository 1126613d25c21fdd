import type { RegistryPorts } from '../registry-ports.ts';
import { versionExists } from './confirm-release.ts';
import { type CheckedPlan, isTagOf, tagMessage } from './publish-plan.ts';

/**
 * True when the tag is there; it must be the one that an earlier run of this plan made.
 *
 * @throws ActionError `refused`, reason `version-exists`
 */
export async function hasTag(ports: RegistryPorts, plan: CheckedPlan): Promise<boolean> {
  const tag = (await ports.tags.list(plan.tag)).find(({ name }) => name === plan.tag);
  if (tag === undefined) return false;
  if (isTagOf(tag, plan)) return true;
  throw versionExists(plan, `a tag on commit ${tag.commit} with the message "${tag.message.split('\n')[0]}"`);
}

/** Makes the annotated tag unless it is there. */
export async function ensureTag(ports: RegistryPorts, plan: CheckedPlan): Promise<void> {
  if (await hasTag(ports, plan)) return;
  try {
    await ports.tags.create({ name: plan.tag, commit: plan.commit, message: tagMessage(plan) });
  } catch (error) {
    // The answer may have been lost although the tag was made.
    if (!(await hasTag(ports, plan))) throw error;
  }
}
