import { field, numberField, textField } from '../person.ts';
import { expectEqual, expectPresent, type Step } from '../step.ts';
import type { DemoWorld } from '../world.ts';
import { foundText } from './judge.ts';

/** The newest run of a workflow must have succeeded. */
async function expectSuccess(world: DemoWorld, workflow: string): Promise<string> {
  const runs = await world.as('platform-engineer').runs();
  const run = expectPresent(
    `A run of the workflow ${workflow}`,
    runs.find((candidate) => candidate.name === workflow),
  );
  expectEqual(`The conclusion of ${workflow}`, run.conclusion, 'success');
  return run.url;
}

export const merge: Step<DemoWorld> = {
  id: 'merge',
  title: 'Merged',
  run: async (world) => {
    const answer = await world.as('ml-engineer').send({
      method: 'PUT',
      path: `/pulls/${foundText(world, 'pull')}/merge`,
      body: { sha: foundText(world, 'head-3') },
      expected: 200,
    });
    const sha = textField(answer, 'sha');
    world.found.set('merged', sha);
    return { line: `main is at ${sha.slice(0, 9)}`, facts: { merged: sha } };
  },
};

export const release: Step<DemoWorld> = {
  id: 'release',
  title: 'Authorised, published, immutable',
  run: async (world) => {
    await world.runner.idle();
    await expectSuccess(world, 'authorise');
    const releases = await world.as('platform-engineer').get('/releases');
    const found = field(releases, 0);
    expectEqual('The release is immutable', field(found, 'immutable'), true);
    expectEqual('It is a draft', field(found, 'draft'), false);
    const tag = textField(found, 'tag_name');
    const assets = field(found, 'assets');
    const names = Array.isArray(assets) ? assets.map((asset: unknown) => textField(asset, 'name')) : [];
    world.found.set('tag', tag);
    world.found.set('release-url', textField(found, 'html_url'));
    return {
      line: `${tag} with ${names.length} assets`,
      facts: { tag, url: textField(found, 'html_url'), assets: names },
    };
  },
};

export const deployment: Step<DemoWorld> = {
  id: 'deployment',
  title: 'Deployed',
  run: async (world) => {
    await expectSuccess(world, 'deploy');
    const view = world.as('platform-engineer');
    const deployments = await view.get('/deployments?environment=production');
    const id = numberField(deployments, 0, 'id');
    const statuses = await view.get(`/deployments/${id}/statuses`);
    expectEqual('The state of the deployment', textField(statuses, 0, 'state'), 'success');
    world.found.set('deployment', String(id));
    return { line: `production, deployment ${id}: success`, facts: { id, ref: textField(deployments, 0, 'ref') } };
  },
};
