import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const loaded = () => require('./undici.cjs');
const stand = (name) =>
  new Proxy(function () {}, {
    apply: (_, self, args) => Reflect.apply(loaded()[name], self, args),
    construct: (_, args) => Reflect.construct(loaded()[name], args),
  });
export const Agent = stand('Agent');
export const BalancedPool = stand('BalancedPool');
export const Client = stand('Client');
export const CloseEvent = stand('CloseEvent');
export const DecoratorHandler = stand('DecoratorHandler');
export const Dispatcher = stand('Dispatcher');
export const EnvHttpProxyAgent = stand('EnvHttpProxyAgent');
export const ErrorEvent = stand('ErrorEvent');
export const EventSource = stand('EventSource');
export const File = stand('File');
export const FileReader = stand('FileReader');
export const FormData = stand('FormData');
export const Headers = stand('Headers');
export const MessageEvent = stand('MessageEvent');
export const MockAgent = stand('MockAgent');
export const MockClient = stand('MockClient');
export const MockPool = stand('MockPool');
export const Pool = stand('Pool');
export const ProxyAgent = stand('ProxyAgent');
export const RedirectHandler = stand('RedirectHandler');
export const Request = stand('Request');
export const Response = stand('Response');
export const RetryAgent = stand('RetryAgent');
export const RetryHandler = stand('RetryHandler');
export const WebSocket = stand('WebSocket');
export const buildConnector = stand('buildConnector');
export const connect = stand('connect');
export const createRedirectInterceptor = stand('createRedirectInterceptor');
export const deleteCookie = stand('deleteCookie');
export const fetch = stand('fetch');
export const getCookies = stand('getCookies');
export const getGlobalDispatcher = stand('getGlobalDispatcher');
export const getGlobalOrigin = stand('getGlobalOrigin');
export const getSetCookies = stand('getSetCookies');
export const parseMIMEType = stand('parseMIMEType');
export const pipeline = stand('pipeline');
export const request = stand('request');
export const serializeAMimeType = stand('serializeAMimeType');
export const setCookie = stand('setCookie');
export const setGlobalDispatcher = stand('setGlobalDispatcher');
export const setGlobalOrigin = stand('setGlobalOrigin');
export const stream = stand('stream');
export const upgrade = stand('upgrade');
