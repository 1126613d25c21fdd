import { combined, plainVerdict } from '@gatehouse/governance';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepComment } from '../../../actions/approval-gate/src/comment.ts';
import { openPull, portsOf, push, type Scene, startScene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(async () => {
  expect(scene.world.github.violations()).toEqual([]);
  await scene.close();
});

const verdict = (title: string) => combined([plainVerdict('churn', 'ready-for-approval', { state: 'waiting', title })]);

test('one comment is kept, and nobody else is believed to have written it', async () => {
  await push(scene, 'change', { files: { 'README.md': 'A comment, please.\n' } });
  const pull = await openPull(scene, 'change');
  const thread = { owner: 'bank', repo: 'credit', issue_number: pull } as const;
  const api = scene.world.as(scene.people.colleague);
  const forged = '<!-- gatehouse/governance -->\nApproved.';
  await api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...thread, body: forged });

  const { comments } = portsOf(scene);
  for (const title of ['Missing risk', 'Missing risk', 'Approved @all'])
    await keepComment(comments, pull, verdict(title));

  const { data } = await api.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', thread);
  expect(data.map(({ user }) => user?.login)).toEqual(['colleague', 'bank-gatehouse[bot]']);
  expect(data[0]?.body).toBe(forged);
  expect(data[1]?.body).toContain('Approved');
  expect(data[1]?.body).not.toContain('@all');
});
