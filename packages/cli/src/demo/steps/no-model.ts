import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git, numberField } from '../person.ts';
import { expectEqual, expectIncludes, expectPresent, type Step } from '../step.ts';
import type { DemoWorld } from '../world.ts';
import { cloneOf } from './enrol.ts';

/** A change that concerns no model: nothing is trained, nobody is asked, and the same required check is green. */
export const noModel: Step<DemoWorld> = {
  id: 'no-model',
  title: 'A change that touches no model',
  run: async (world) => {
    const colleague = world.people.colleague;
    const clone = cloneOf(world);
    await git(colleague, clone, 'fetch', '--quiet', 'origin');
    await git(colleague, clone, 'checkout', '--quiet', '-b', 'notes', 'origin/main');
    await mkdir(join(clone, 'docs'), { recursive: true });
    await writeFile(join(clone, 'docs', 'on-call.md'), 'Whom to call when the model is wrong.\n');
    await git(colleague, clone, 'add', 'docs');
    await git(colleague, clone, 'commit', '--quiet', '-m', 'Whom to call');
    await git(colleague, clone, 'push', '--quiet', 'origin', 'notes');
    const head = await git(colleague, clone, 'rev-parse', 'HEAD');
    const view = world.as('colleague');
    const body = { title: 'Whom to call', head: 'notes', base: 'main', body: 'A page for the people on call.' };
    const number = numberField(await view.send({ method: 'POST', path: '/pulls', expected: 201, body }), 'number');
    await world.runner.idle();
    const check = expectPresent('The governance check', await view.check(head, world.appId));
    expectEqual('Its conclusion', check.conclusion, 'success');
    expectIncludes('Its title', check.title, 'No governed file changed');
    const trained = (await view.runs()).filter((run) => run.name === 'train' && run.headSha === head);
    expectEqual('Training runs', trained.length, 0);
    await view.send({ method: 'PUT', path: `/pulls/${number}/merge`, body: { sha: head }, expected: 200 });
    return {
      line: 'nothing trained, nobody asked; green at once, and merged',
      facts: { number, head, title: check.title },
    };
  },
};
