import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { call, git } from '../person.ts';
import { expectEqual, expectIncludes, expectPresent, type Step } from '../step.ts';
import { type DemoWorld, REPOSITORY } from '../world.ts';
import { cloneOf, exampleFolder, TRAINING_SCRIPT } from './enrol.ts';

export function foundText(world: DemoWorld, name: string): string {
  return expectPresent(`What an earlier step left as "${name}"`, world.found.get(name));
}

/** Tries to merge as the author and expects GitHub to refuse. */
export async function expectMergeRefused(world: DemoWorld): Promise<string> {
  const path = `/repos/${REPOSITORY}/pulls/${foundText(world, 'pull')}/merge`;
  const answer = await call(world.github.apiUrl, world.people['ml-engineer'], { method: 'PUT', path, body: {} });
  expectEqual('The status of the merge', answer.status, 405);
  return JSON.stringify(answer.body);
}

export const blocked: Step<DemoWorld> = {
  id: 'blocked-by-fairness',
  title: 'Trained, evaluated, blocked',
  run: async (world) => {
    await world.runner.idle();
    const head = foundText(world, 'head-1');
    const check = expectPresent('The governance check', await world.as('ml-engineer').check(head, world.appId));
    expectEqual('Its conclusion', check.conclusion, 'failure');
    expectIncludes('Its title', check.title, 'fairness');
    expectIncludes('Its summary', check.summary, 'limit-exceeded');
    await expectMergeRefused(world);
    world.found.set('check-1', check.summary);
    return { line: check.title, facts: { head, conclusion: 'failure', title: check.title, merge: 'refused, 405' } };
  },
};

export const secondCandidate: Step<DemoWorld> = {
  id: 'second-candidate',
  title: 'A colleague commits candidate 2',
  run: async (world) => {
    const colleague = world.people.colleague;
    const clone = cloneOf(world);
    await cp(join(exampleFolder(world), 'candidate-2', TRAINING_SCRIPT), join(clone, TRAINING_SCRIPT));
    await git(colleague, clone, 'commit', '--quiet', '--all', '-m', 'Reweigh, and deny above one half');
    await git(colleague, clone, 'push', '--quiet', 'origin', 'first-model');
    const head = await git(colleague, clone, 'rev-parse', 'HEAD');
    world.found.set('head-2', head);
    return { line: `head ${head.slice(0, 9)} by colleague`, facts: { head } };
  },
};

export const earlyApproval: Step<DemoWorld> = {
  id: 'early-approval',
  title: 'model-validator approves too early',
  run: async (world) => {
    // Before the evidence for this head exists: GitHub accepts the review, governance will not count it.
    await approve(world, 'model-validator');
    return { line: 'accepted by GitHub, before there is anything to approve', facts: { reviewer: 'model-validator' } };
  },
};

export const ready: Step<DemoWorld> = {
  id: 'ready-for-approval',
  title: 'Candidate 2 passes every gate',
  run: async (world) => {
    await world.runner.idle();
    const head = foundText(world, 'head-2');
    const check = expectPresent('The governance check', await world.as('ml-engineer').check(head, world.appId));
    expectEqual('Its conclusion', check.conclusion, 'action_required');
    expectIncludes('Its title', check.title.toLowerCase(), 'ready for approval');
    expectIncludes('Its summary', check.summary, 'review-before-ready');
    await expectMergeRefused(world);
    world.found.set('tuple', check.externalId);
    return { line: check.title, facts: { head, tuple: check.externalId, earlyApproval: 'review-before-ready' } };
  },
};

export const committerApproval: Step<DemoWorld> = {
  id: 'committer-approval',
  title: 'The committer approves',
  run: async (world) => {
    await pause();
    await approve(world, 'colleague');
    await world.runner.idle();
    const head = foundText(world, 'head-2');
    const check = expectPresent('The governance check', await world.as('ml-engineer').check(head, world.appId));
    expectEqual('Its conclusion', check.conclusion, 'action_required');
    expectIncludes('Its summary', check.summary, 'reviewer-is-committer');
    return { line: 'does not count: reviewer-is-committer', facts: { conclusion: 'action_required' } };
  },
};

export const missingRole: Step<DemoWorld> = {
  id: 'missing-role',
  title: 'model-validator approves',
  run: async (world) => {
    await pause();
    await approve(world, 'model-validator');
    await world.runner.idle();
    const head = foundText(world, 'head-2');
    const check = expectPresent('The governance check', await world.as('ml-engineer').check(head, world.appId));
    expectEqual('Its conclusion', check.conclusion, 'action_required');
    expectIncludes('Its title', check.title, 'missing risk');
    await expectMergeRefused(world);
    return { line: check.title, facts: { conclusion: 'action_required', title: check.title, merge: 'refused, 405' } };
  },
};

export const approvals: Step<DemoWorld> = {
  id: 'approvals',
  title: 'risk-officer approves',
  run: async (world) => {
    await approve(world, 'risk-officer');
    await world.runner.idle();
    const head = foundText(world, 'head-2');
    const check = expectPresent('The governance check', await world.as('ml-engineer').check(head, world.appId));
    expectEqual('Its conclusion', check.conclusion, 'success');
    expectEqual('Its tuple', check.externalId, foundText(world, 'tuple'));
    world.found.set('check-2', check.summary);
    return { line: check.title, facts: { conclusion: 'success', tuple: check.externalId } };
  },
};

export async function approve(world: DemoWorld, role: 'model-validator' | 'risk-officer' | 'colleague'): Promise<void> {
  const path = `/pulls/${foundText(world, 'pull')}/reviews`;
  const body = { event: 'APPROVE', body: 'Read the decision and the evidence.' };
  await world.as(role).send({ method: 'POST', path, body, expected: 200 });
}

/** GitHub's times have a resolution of one second; a review counts only in a later second than "ready". */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1100));
}
