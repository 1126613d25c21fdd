import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

/** Name of the file that holds the library, and of the small one that stands for it until it is used. */
export interface LazyFiles {
  readonly library: string;
  readonly stand: string;
}

export function lazyFiles(name: string): LazyFiles {
  return { library: `${name}.cjs`, stand: `${name}.js` };
}

/**
 * The module that stands for a library that its users import at the top of their file but seldom call: it loads the real
 * one on the first call. undici is the case in point. `@actions/core` imports it for the proxy of an OIDC request, and
 * loading it costs every start of every action more than bare node does.
 *
 * It stands for functions and classes only; using anything else of the library in the bundle fails the build.
 *
 * @param bundle text of the bundle's entry, from which the names in use are read.
 */
export function lazyStand(root: string, name: string, bundle: string): string {
  const { library, stand } = lazyFiles(name);
  const exported = z.record(z.string(), z.unknown()).parse({ ...createRequire(join(root, 'package.json'))(name) });
  const callable = Object.keys(exported).filter((key) => typeof exported[key] === 'function');
  const binding = bundle.match(new RegExp(`import \\* as (\\w+) from "\\./${stand}"`))?.[1];
  if (binding === undefined) throw new Error(`The bundle does not import ${stand}; is ${name} still used?`);
  const used = [...bundle.matchAll(new RegExp(`\\b${binding}\\.(\\w+)`, 'g'))].flatMap((match) => match[1] ?? []);
  const missing = used.filter((key) => !callable.includes(key));
  if (missing.length > 0) throw new Error(`${name} cannot be loaded late: ${missing.join(', ')} is no function.`);
  return [
    "import { createRequire } from 'node:module';",
    '',
    'const require = createRequire(import.meta.url);',
    `const loaded = () => require('./${library}');`,
    'const stand = (name) =>',
    '  new Proxy(function () {}, {',
    '    apply: (_, self, args) => Reflect.apply(loaded()[name], self, args),',
    '    construct: (_, args) => Reflect.construct(loaded()[name], args),',
    '  });',
    ...callable.sort().map((key) => `export const ${key} = stand('${key}');`),
    '',
  ].join('\n');
}
