import { describe, expect, it } from 'vitest';
import { environmentRefusal } from '../../../packages/local-github/src/runner/jobs/environment-rules.ts';
import { combineResults, statusOf } from '../../../packages/local-github/src/runner/jobs/job-result.ts';
import {
  jobPermissions,
  type PermissionSource,
} from '../../../packages/local-github/src/runner/workflow/job-permissions.ts';
import type { PermissionRequest } from '../../../packages/local-github/src/runner/workflow/workflow.ts';

function listed(levels: Readonly<Record<string, 'read' | 'write' | 'none'>>): PermissionRequest {
  return { kind: 'listed', levels: new Map(Object.entries(levels)) };
}

describe('jobPermissions', () => {
  const silent: PermissionSource = { job: null, workflow: null, fromFork: false, caller: null, where: 'w.yml:3' };
  it.each<[string, Partial<PermissionSource>, Readonly<Record<string, string>>]>([
    ['the restricted default', {}, { contents: 'read', packages: 'read', metadata: 'read' }],
    ['none at all', { workflow: listed({}) }, { metadata: 'read' }],
    [
      'the job replaces the workflow',
      { workflow: listed({ contents: 'write' }), job: listed({ checks: 'write' }) },
      { checks: 'write', metadata: 'read' },
    ],
    [
      'a fork only reads, and proves no identity',
      { job: listed({ contents: 'write', 'id-token': 'write' }), fromFork: true },
      { contents: 'read', metadata: 'read' },
    ],
    [
      "a called job gets the caller's",
      { caller: { contents: 'write', metadata: 'read' } },
      { contents: 'write', metadata: 'read' },
    ],
    [
      'a called job may ask for less',
      { caller: { contents: 'write' }, job: listed({ contents: 'read' }) },
      { contents: 'read', metadata: 'read' },
    ],
  ])('%s', (_name, source, expected) => {
    expect(jobPermissions({ ...silent, ...source })).toEqual(expected);
  });

  it('gives write-all everything, read-all no identity', () => {
    expect(jobPermissions({ ...silent, workflow: { kind: 'all', level: 'write' } })['id-token']).toBe('write');
    expect(jobPermissions({ ...silent, workflow: { kind: 'all', level: 'read' } })['id-token']).toBeUndefined();
  });

  it('refuses a called job that asks for more than its caller has', () => {
    const source = { ...silent, caller: { contents: 'read' as const }, job: listed({ contents: 'write' }) };

    expect(() => jobPermissions(source)).toThrow(/w\.yml:3: the nested job is requesting "contents: write"/);
  });
});

describe('environmentRefusal', () => {
  function refusal(refPatterns: readonly string[] | null, ref: string): string | null {
    return environmentRefusal({ name: 'governance', refPatterns, secrets: new Map(), variables: new Map() }, ref);
  }
  it.each([
    [null, 'refs/pull/7/merge'],
    [['main'], 'refs/heads/main'],
    [['release/*'], 'refs/heads/release/1'],
    [['tag:*@*'], 'refs/tags/mortgage@v1.0.0'],
  ])('%j lets %s in', (patterns, ref) => {
    expect(refusal(patterns, ref)).toBeNull();
  });

  it.each([
    [
      ['main'],
      'refs/pull/7/merge',
      'Branch "refs/pull/7/merge" is not allowed to deploy to governance due to environment protection rules.',
    ],
    [
      ['*'],
      'refs/pull/7/merge',
      'Branch "refs/pull/7/merge" is not allowed to deploy to governance due to environment protection rules.',
    ],
    [
      ['main'],
      'refs/tags/main',
      'Tag "main" is not allowed to deploy to governance due to environment protection rules.',
    ],
    [
      ['tag:main'],
      'refs/heads/main',
      'Branch "main" is not allowed to deploy to governance due to environment protection rules.',
    ],
    [
      [],
      'refs/heads/main',
      'Branch "main" is not allowed to deploy to governance due to environment protection rules.',
    ],
  ])('%j keeps %s out', (patterns, ref, expected) => {
    expect(refusal(patterns, ref)).toBe(expected);
  });
});

describe('job results', () => {
  it.each([
    ['no needs', [], { success: true, failure: false }],
    ['all succeeded', ['success', 'success'], { success: true, failure: false }],
    ['one was skipped', ['success', 'skipped'], { success: false, failure: false }],
    ['one failed', ['success', 'failure'], { success: false, failure: true }],
  ] as const)('%s', (_name, results, expected) => {
    const ancestors = results.map((result) => ({ result, outputs: {} }));

    expect(statusOf(ancestors, false)).toEqual({ ...expected, cancelled: false });
    expect(statusOf(ancestors, true).success).toBe(false);
  });

  it.each([
    [['success', 'skipped'], 'success'],
    [['skipped', 'skipped'], 'skipped'],
    [['cancelled', 'success'], 'cancelled'],
    [['cancelled', 'failure'], 'failure'],
    [[], 'success'],
  ] as const)('%j together are %s', (results, expected) => {
    expect(combineResults(results)).toBe(expected);
  });
});
