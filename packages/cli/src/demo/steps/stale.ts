import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from '../person.ts';
import { expectEqual, expectIncludes, expectPresent, type Step } from '../step.ts';
import { type DemoWorld, REPOSITORY } from '../world.ts';
import { cloneOf } from './enrol.ts';
import { approve, expectMergeRefused, foundText, pause } from './judge.ts';

export const anotherCommit: Step<DemoWorld> = {
  id: 'another-commit',
  title: 'A line is added to the README',
  run: async (world) => {
    const author = world.people['ml-engineer'];
    const clone = cloneOf(world);
    await git(author, clone, 'pull', '--quiet', 'origin', 'first-model');
    await writeFile(join(clone, 'README.md'), '\nCandidate 2 is on its way.\n', { flag: 'a' });
    await git(author, clone, 'commit', '--quiet', '--all', '-m', 'Say what is coming');
    await git(author, clone, 'push', '--quiet', 'origin', 'first-model');
    const head = await git(author, clone, 'rev-parse', 'HEAD');
    world.found.set('head-3', head);
    return { line: `head ${head.slice(0, 9)} by ml-engineer`, facts: { head } };
  },
};

export const stale: Step<DemoWorld> = {
  id: 'stale-approval',
  title: 'The approvals are stale',
  run: async (world) => {
    await world.runner.idle();
    const [before, head] = [foundText(world, 'head-2'), foundText(world, 'head-3')];
    const check = expectPresent('The governance check', await world.as('ml-engineer').check(head, world.appId));
    expectEqual('Its conclusion', check.conclusion, 'action_required');
    const words = `approved for head ${before.slice(0, 7)}`;
    expectIncludes('Its summary', check.summary, words);
    expectIncludes('Its summary', check.summary, `now head ${head.slice(0, 7)}`);
    await expectMergeRefused(world);
    const reused = await reusedRun(world, head);
    world.found.set('tuple', check.externalId);
    world.found.set('check-3', check.summary);
    return {
      line: `${words}, now head ${head.slice(0, 7)}; candidate reused`,
      facts: { head, reusedFrom: reused, merge: 'refused, 405' },
    };
  },
};

/** The run whose candidate was handed on, as the log of the training job says. */
async function reusedRun(world: DemoWorld, head: string): Promise<number> {
  const runs = world.github.state.repositories.get(REPOSITORY)?.runs ?? [];
  const run = expectPresent(
    'A training run',
    runs.find(({ name, headSha }) => name === 'train' && headSha === head),
  );
  const log = run.jobs.flatMap((job) => job.log).join('\n');
  const [, reused] = /Reused \S+ \S+ of run ([0-9]+)/.exec(log) ?? [];
  return Number(expectPresent('A candidate that was reused', reused));
}

export const approvedAgain: Step<DemoWorld> = {
  id: 'approved-again',
  title: 'Both roles approve again',
  run: async (world) => {
    await pause();
    await approve(world, 'model-validator');
    await approve(world, 'risk-officer');
    await world.runner.idle();
    const head = foundText(world, 'head-3');
    const check = expectPresent('The governance check', await world.as('ml-engineer').check(head, world.appId));
    expectEqual('Its conclusion', check.conclusion, 'success');
    expectEqual('Its tuple', check.externalId, foundText(world, 'tuple'));
    world.found.set('check-4', check.summary);
    return { line: check.title, facts: { conclusion: 'success', tuple: check.externalId } };
  },
};
