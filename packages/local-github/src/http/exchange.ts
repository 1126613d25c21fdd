/** One finished request and its answer, before it is sent; what the check against GitHub's OpenAPI description sees. */
export interface Exchange {
  readonly operationId: string;
  readonly method: string;
  /** With query, as sent. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly requestHeaders: Readonly<Record<string, string | string[] | undefined>>;
  /** `undefined` when there was none or it was read as a stream. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** `undefined` when the answer is empty or bytes. */
  readonly responseBody: unknown;
}

export interface Violation {
  readonly operationId: string;
  readonly side: 'request' | 'response';
  readonly message: string;
}

/** A request that has been read, before its handler runs. */
export interface CheckedRequest {
  readonly operationId: string;
  readonly method: string;
  /** With query, as sent. */
  readonly url: string;
  /** `undefined` when there was none or it is read as a stream. */
  readonly body: unknown;
}

export interface ExchangeCheck {
  /** What GitHub would refuse with 422; the handler does not run. */
  request(request: CheckedRequest): readonly Violation[];
  /** What GitHub would not have answered. */
  response(exchange: Exchange): readonly Violation[];
  /** Of requests to the API that no route answers. */
  unrouted(request: { readonly method: string; readonly path: string }): readonly Violation[];
}
