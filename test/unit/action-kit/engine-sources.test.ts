import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ActionPorts, defineInputs, download, ENGINE_INPUTS, engineSources } from '@gatehouse/action-kit';
import { describe, expect, it, onTestFinished } from 'vitest';

const inputs = defineInputs(ENGINE_INPUTS);
const TOOL = { name: 'tool', version: '1', arch: 'any' };

function ports(env: ActionPorts['env']): Pick<ActionPorts, 'context' | 'env' | 'log'> {
  const context = { workspace: '/workspace', temp: '/temp' } as ActionPorts['context'];
  const log = { info: () => undefined, debug: () => undefined } as unknown as ActionPorts['log'];
  return { context, env, log };
}

describe('the engine comes', () => {
  it('from the path that is named, and nothing else is asked', () => {
    const values = inputs.parse({ 'INPUT_ENGINE-PATH': 'engine', 'INPUT_ENGINE-MIRROR': 'https://npm.example.com' });

    expect(engineSources(values, ports({ RUNNER_TOOL_CACHE: '/tools' }), TOOL)).toEqual({
      explicit: '/workspace/engine',
    });
  });

  it('from the caches of the runner, or from the mirror', () => {
    const values = inputs.parse({ 'INPUT_ENGINE-MIRROR': 'https://npm.example.com/api' });
    const sources = engineSources(values, ports({ RUNNER_TOOL_CACHE: '/tools' }), TOOL);

    expect(Object.keys(sources).sort()).toEqual(['actionsCache', 'download', 'toolCache']);
    expect(sources.download).toMatchObject({ mirror: 'https://npm.example.com/api', into: '/temp/gatehouse-engine' });
  });

  it('without a tool cache where the runner has none', () => {
    const sources = engineSources(inputs.parse({}), ports({}), TOOL);

    expect(Object.keys(sources).sort()).toEqual(['actionsCache', 'download']);
    expect(sources.download).not.toHaveProperty('mirror');
  });

  it.each(['npm.example.com', 'ftp://npm.example.com', 'https://user:pass@npm.example.com', 'https://a.example/?x=1'])(
    'from no mirror such as %s',
    (mirror) => {
      expect(() => inputs.parse({ 'INPUT_ENGINE-MIRROR': mirror })).toThrow(
        /"engine-mirror": got .* It must be an address/,
      );
    },
  );
});

describe('a download', () => {
  async function from(answer: RequestListener, maxBytes = 1000): Promise<{ bytes: string; said: readonly string[] }> {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const said: string[] = [];
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.tgz`;
    const bytes = await download(url, { progress: (text) => said.push(text), maxBytes });
    return { bytes: Buffer.from(bytes).toString(), said };
  }

  it('gives the bytes, and says what is on its way', async () => {
    const { bytes, said } = await from((_, response) => response.setHeader('content-length', '5').end('bytes'));

    expect(bytes).toBe('bytes');
    expect(said).toEqual([expect.stringMatching(/^Downloading http:\/\/127\.0\.0\.1:\d+\/a\.tgz, 0\.0 MB\.$/)]);
  });

  it('follows where a mirror sends it', async () => {
    const { bytes } = await from((request, response) => {
      if (request.url === '/b.tgz') response.end('moved');
      else response.writeHead(302, { location: `http://${request.headers.host}/b.tgz` }).end();
    });

    expect(bytes).toBe('moved');
  });

  it.each<[string, RequestListener, RegExp]>([
    ['an answer that is no file', (_, response) => response.writeHead(404).end('no'), /the answer 404/],
    ['more than is taken', (_, response) => response.end('x'.repeat(2000)), /more than 0\.0 MB/],
    [
      'a file that ends too early',
      (_, response) => {
        response.setHeader('content-length', '50');
        response.write('x');
        setTimeout(() => response.destroy(), 50);
      },
      /aborted|1 of 50/,
    ],
  ])('refuses %s', async (_, answer, message) => {
    await expect(from(answer)).rejects.toThrow(message);
  });
});
