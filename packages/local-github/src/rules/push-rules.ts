import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { holds } from '../access/access.ts';
import type { Services } from '../context.ts';
import { ZERO_SHA } from '../git/git.ts';
import type { Credential } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { type RefRules, rulesFor } from './branch-rules.ts';
import { unmetChecks } from './required-checks.ts';

export interface RefChange {
  readonly ref: string;
  /** `ZERO_SHA` when the ref is created. */
  readonly before: string;
  /** `ZERO_SHA` when the ref is deleted. */
  readonly after: string;
}

/**
 * Why a ref may not move like this, or `null`. What needs the new objects (fast-forward, workflow files) is asked of git
 * later, inside receive-pack.
 */
export function refusalOf(
  services: Services,
  repository: RepositoryRecord,
  { change, credential }: { readonly change: RefChange; readonly credential: Credential },
): string | null {
  const { ref, before, after } = change;
  if (ref.startsWith('refs/pull/')) return 'deny updating a hidden ref';
  if (ref.startsWith(QUEUE_REFS)) return 'GH013: Repository rule violations found: Cannot update this protected ref.';
  const tag = ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : null;
  if (tag !== null && repository.burnedTags.has(tag))
    return 'GH013: Cannot update this protected ref: the tag belongs to an immutable release.';
  const rules = rulesFor(services.state, repository, { ref, credential });
  if (before === ZERO_SHA && !rules.mayCreate)
    return 'GH013: Repository rule violations found: Cannot create ref due to creations being restricted.';
  if (after === ZERO_SHA)
    return rules.mayDelete ? null : 'GH013: Repository rule violations found: Cannot delete this protected ref.';
  if (before !== ZERO_SHA && !rules.mayUpdate)
    return 'GH013: Repository rule violations found: Cannot update this protected ref.';
  const created = before === ZERO_SHA;
  // Who makes the branch may fill it; rules about changes hold from the second commit on.
  if (!created && rules.mergeQueue !== null)
    return 'GH013: Repository rule violations found: Changes must be made through the merge queue';
  if (!created && rules.reviews !== null)
    return 'GH006: Protected branch update failed: Changes must be made through a pull request.';
  const checks = created ? rules.checksOnCreate : rules.checks;
  const unmet = unmetChecks(services.state, repository, { sha: after, checks });
  return unmet.length === 0 ? null : `GH006: Protected branch update failed: ${unmet.join(' ')}`;
}

/** Temporary branches of merge queues; nobody but the queue moves them. */
export const QUEUE_REFS = 'refs/heads/gh-readonly-queue/';

/** Environment of receive-pack, read by the hook. */
export function hookEnvironment(
  services: Services,
  repository: RepositoryRecord,
  { changes, credential }: { readonly changes: readonly RefChange[]; readonly credential: Credential },
): Readonly<Record<string, string>> {
  const refusals = changes.flatMap((change) => {
    const reason = refusalOf(services, repository, { change, credential });
    return reason === null ? [] : [`${change.ref}: ${reason}`];
  });
  const refsWhere = (holds: (rules: RefRules) => boolean): string =>
    changes
      .filter(({ ref }) => holds(rulesFor(services.state, repository, { ref, credential })))
      .map(({ ref }) => `${ref} `)
      .join('');
  return {
    LOCAL_GITHUB_REFUSALS: refusals.join('\n'),
    LOCAL_GITHUB_FAST_FORWARD_ONLY: refsWhere((rules) => rules.fastForwardOnly),
    LOCAL_GITHUB_LINEAR: refsWhere((rules) => rules.linearHistory),
    LOCAL_GITHUB_REFUSE_WORKFLOWS: mayChangeWorkflows(credential) ? '' : '1',
  };
}

/** Apps need `workflows: write` for files below `.github/workflows`; a job's token can never have it. */
export function mayChangeWorkflows(credential: Credential): boolean {
  if (credential.kind === 'app') return holds(credential.permissions, 'workflows:write');
  return credential.kind === 'user';
}

/** Runs inside receive-pack, where the new objects can be read but no ref has moved yet. */
const PRE_RECEIVE = `#!/bin/sh
zero=0000000000000000000000000000000000000000
status=0
if [ -n "$LOCAL_GITHUB_REFUSALS" ]; then
  printf 'error: %s\\n' "$LOCAL_GITHUB_REFUSALS" >&2
  status=1
fi
while read -r before after ref; do
  [ "$after" = "$zero" ] && continue
  case " $LOCAL_GITHUB_FAST_FORWARD_ONLY" in
    *" $ref "*)
      if [ "$before" != "$zero" ] && ! git merge-base --is-ancestor "$before" "$after"; then
        printf 'error: GH003: Sorry, force-pushing to %s is not allowed.\\n' "$ref" >&2
        status=1
      fi ;;
  esac
  case " $LOCAL_GITHUB_LINEAR" in
    *" $ref "*)
      known="$before"
      [ "$before" = "$zero" ] && known='--all'
      if [ -n "$(git rev-list --merges --max-count=1 "$after" --not "$known")" ]; then
        printf 'error: GH013: Repository rule violations found: This branch must not contain merge commits.\\n' >&2
        status=1
      fi ;;
  esac
  if [ -n "$LOCAL_GITHUB_REFUSE_WORKFLOWS" ]; then
    for commit in $(git rev-list "$after" --not --all); do
      file=$(git diff-tree -r -m --root --no-commit-id --name-only "$commit" -- .github/workflows | head -n 1)
      if [ -n "$file" ]; then
        printf 'error: refusing to allow a GitHub App to create or update workflow \`%s\` without \`workflows\` permission\\n' "$file" >&2
        status=1
        break
      fi
    done
  fi
done
exit $status
`;

export async function installHooks(gitDir: string): Promise<void> {
  await writeFile(join(gitDir, 'hooks', 'pre-receive'), PRE_RECEIVE, { mode: 0o755 });
}
