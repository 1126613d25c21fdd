// Plain JavaScript for Node 18 and newer: it runs before it is known whether this Node can read the sources.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NEEDED = 24;
const LOOPBACK = ['127.0.0.1', 'localhost', '.localhost'];
const require = createRequire(import.meta.url);

/**
 * Runs a script with Node 24 or newer: in this process where it is one, else with the Node that `npm ci` brought.
 * Every `node` that the script starts is then the same one, and no proxy stands between it and this machine.
 *
 * @param {string} script absolute path
 * @param {readonly string[]} args
 */
export async function runWithNode(script, args) {
  const proxied = keepLoopbackDirect();
  const current = majorOf(process.versions.node) >= NEEDED;
  const node = current ? process.execPath : bundledNode();
  if (node === null) return explain(`v${process.versions.node} at ${process.execPath}`);
  process.env.PATH = [dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  if (!current || proxied) return execute(node, [script, ...args]);
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}

/** Packages that carry a Node, for this machine. npm need not link them into node_modules/.bin. */
function bundledNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    try {
      const manifest = require.resolve(`${name}/package.json`);
      const node = join(dirname(manifest), 'bin', platform === 'win' ? 'node.exe' : 'node');
      if (majorOf(JSON.parse(readFileSync(manifest, 'utf8')).version) >= NEEDED && existsSync(node)) return node;
    } catch {
      // Not installed: the package is for another machine, or optional dependencies were left out.
    }
  }
  return null;
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}

/** True when a proxy is set and the variables had to be changed; Node has read them by then. */
function keepLoopbackDirect() {
  const proxies = ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);
  if (!proxies.some((name) => process.env[name])) return false;
  const before = process.env.no_proxy || process.env.NO_PROXY || '';
  const entries = before.split(/[\s,]+/).filter(Boolean);
  const missing = LOOPBACK.filter((host) => !entries.includes(host));
  if (entries.includes('*') || missing.length === 0) return false;
  process.env.no_proxy = [...entries, ...missing].join(',');
  process.env.NO_PROXY = process.env.no_proxy;
  return true;
}

/** Runs Node as if it were this process: same terminal, same signals, same end. */
function execute(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(explain(`${node}, which does not start (${error.message})`)));
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
      resolve();
    });
  });
}

function explain(found) {
  process.stderr.write(
    `Gatehouse needs Node ${NEEDED} or newer; found ${found}. ` +
      `Allowed: Node ${NEEDED} or newer on the PATH, or the one that "npm ci" installs. ` +
      'Run "npm ci" (with optional dependencies) in the checkout, or install a newer Node.\n',
  );
  // 1 would say that a gate failed.
  process.exitCode = 3;
}
