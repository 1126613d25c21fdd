import type { Release } from '@gatehouse/core';
import type { RegistryPorts } from '../registry-ports.ts';
import { type CheckedPlan, draftMarker, releaseBody } from './publish-plan.ts';

/**
 * The draft of this very publication, or a new one. GitHub may have made a second one where an answer was lost.
 *
 * @param earlier releases and drafts of the tag
 */
export async function openDraft(
  ports: RegistryPorts,
  plan: CheckedPlan,
  earlier: readonly Release[],
): Promise<Release> {
  const marker = draftMarker(plan);
  const [own, ...doubles] = earlier
    .filter(({ draft, body }) => draft && body.includes(marker))
    .toSorted((a, b) => a.id - b.id);
  for (const double of doubles) await ports.releases.deleteDraft(double.id);
  if (own !== undefined && describes(own, plan)) return ports.releases.get(own.id);
  if (own !== undefined) await ports.releases.deleteDraft(own.id);
  return ports.releases.createDraft({
    tag: plan.tag,
    targetCommit: plan.commit,
    title: plan.tag,
    body: releaseBody(plan),
  });
}

/** False for a draft whose commit, title or notes somebody wrote; GitHub may give line ends and white space back otherwise. */
function describes({ targetCommit, title, body }: Release, plan: CheckedPlan): boolean {
  const written = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
  return targetCommit === plan.commit && title === plan.tag && written(body) === written(releaseBody(plan));
}
