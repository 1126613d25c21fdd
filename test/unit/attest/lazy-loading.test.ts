import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('builds statements without loading sigstore', () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ resolve(name, context, next) { loaded.push(name); return next(name, context); } });
    await import('@gatehouse/attest');
    console.log(JSON.stringify(loaded));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  const loaded: unknown = JSON.parse(output);

  expect(loaded).toContain('@gatehouse/attest');
  expect(String(loaded)).not.toContain('sigstore');
});
