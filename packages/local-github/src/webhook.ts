import { actorOf } from './access/access.ts';
import type { Services } from './context.ts';
import type { JsonObject } from './http/body.ts';
import type { Credential, GitHubEvent } from './model.ts';
import type { RepositoryRecord } from './records.ts';
import { renderUser } from './render/account.ts';
import { renderOrganization } from './render/organization.ts';
import { renderRepository } from './render/repository.ts';

export interface NewEvent {
  readonly name: GitHubEvent['name'];
  readonly action: string | null;
  readonly sha: string;
  readonly ref: string;
  readonly credential: Credential;
  /** What is particular to this kind of event; repository, sender and action are added. */
  readonly payload: JsonObject;
}

/** Emits an event with the parts that every webhook of a repository has. */
export function emitEvent(services: Services, repository: RepositoryRecord, event: NewEvent): void {
  const actor = actorOf(event.credential);
  const org = services.state.orgs.get(repository.owner.login.toLowerCase());
  services.events.emit({
    name: event.name,
    action: event.action,
    repository: repository.fullName,
    sha: event.sha,
    ref: event.ref,
    actor,
    causedBy: event.credential.kind,
    payload: {
      ...(event.action === null ? {} : { action: event.action }),
      ...event.payload,
      repository: renderRepository(services.urls, repository),
      ...(org === undefined ? {} : { organization: renderOrganization(services.urls, org.account) }),
      ...(event.credential.kind === 'app'
        ? { installation: { id: event.credential.installationId, node_id: '' } }
        : {}),
      sender: renderUser(services.urls, actor),
    },
  });
}
