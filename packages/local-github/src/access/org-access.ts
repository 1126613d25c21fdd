import type { Context } from '../context.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import type { User } from '../model.ts';
import type { OrgRecord, TeamRecord } from '../records.ts';
import { findTeam, findUser } from '../state.ts';
import { holds, isTeamMember } from './access.ts';

type Asked = Pick<Context, 'state' | 'credential' | 'param'>;

/** The organisation that a route names. */
export function requireOrg({ state, param }: Asked): OrgRecord {
  const org = state.orgs.get(param('org').toLowerCase());
  if (org === undefined) throw notFound();
  return org;
}

/** The person that a route names. */
export function requireUser({ state, param }: Asked): User {
  const user = findUser(state, param('username'));
  if (user === null) throw notFound();
  return user;
}

/** Members of the organisation, and Apps installed there with `members: read`. A job's token never can. */
export function maySeeMembers({ credential, state }: Pick<Asked, 'state' | 'credential'>, org: OrgRecord): boolean {
  if (credential.kind === 'user') return org.members.has(credential.user.id);
  if (credential.kind !== 'app' || !holds(credential.permissions, 'members:read')) return false;
  const installation = state.installations.find((candidate) => candidate.id === credential.installationId);
  return installation?.account.id === org.account.id;
}

/** A secret team is seen by its members, by administrators and by Apps; the others by whoever may see members. */
export function maySeeTeam(
  asked: Pick<Asked, 'state' | 'credential'>,
  { org, team }: { readonly org: OrgRecord; readonly team: TeamRecord },
): boolean {
  const { state, credential } = asked;
  if (!maySeeMembers(asked, org)) return false;
  if (team.privacy === 'closed' || credential.kind !== 'user') return true;
  return org.members.get(credential.user.id) === 'admin' || isTeamMember(state, team, credential.user.id);
}

/** The team that a route names; 404 also where it may not be seen. */
export function requireTeam(asked: Asked): { readonly org: OrgRecord; readonly team: TeamRecord } {
  const org = requireOrg(asked);
  const team = findTeam(asked.state, org.account.login, asked.param('team_slug'));
  if (team === null || !maySeeTeam(asked, { org, team })) throw notFound();
  return { org, team };
}

/** Administrators of the organisation, and Apps with `members: write`; 403 for everybody else. */
export function requireOrgAdmin({ state, credential }: Pick<Asked, 'state' | 'credential'>, org: OrgRecord): void {
  if (credential.kind === 'user' && org.members.get(credential.user.id) === 'admin') return;
  if (credential.kind === 'app' && holds(credential.permissions, 'members:write')) {
    const installation = state.installations.find((candidate) => candidate.id === credential.installationId);
    if (installation?.account.id === org.account.id) return;
  }
  throw new HttpProblem(403, 'Must have admin rights to the organization.');
}
