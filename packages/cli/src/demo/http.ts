/**
 * `fetch` whose failure says which URL and why: Node's own message is "fetch failed" and nothing else.
 *
 * @throws Error when no answer came; an answer of any status is returned.
 */
export async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const method = init.method ?? 'GET';
    throw new Error(`${method} ${url} got no answer: ${causesOf(error).join(': ')}.`, { cause: error });
  }
}

function causesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return error === undefined ? [] : [String(error)];
  const code = 'code' in error ? String(error.code) : '';
  const own = error.message === '' ? code : error.message;
  return [own, ...causesOf(error.cause)].filter((text) => text !== '');
}
