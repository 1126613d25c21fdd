import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const loaded = () => require('./undici.cjs');
const stand = (name) =>
  new Proxy(function () {}, {
    apply: (_, self, args) => Reflect.apply(loaded()[name], self, args),
    construct: (_, args) => Reflect.construct(loaded()[name], args),
  });
export const ProxyAgent = stand('ProxyAgent');
export const fetch = stand('fetch');
