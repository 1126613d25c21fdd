/** One entry of the `errors` array of GitHub's 422 answers. */
export interface FieldError {
  readonly resource: string;
  readonly field?: string;
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom';
  readonly message?: string;
}

interface HttpProblemExtra {
  readonly errors?: readonly (FieldError | string)[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by a handler to answer with GitHub's error body. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly errors: readonly (FieldError | string)[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, extra: HttpProblemExtra = {}) {
    super(message);
    this.name = 'HttpProblem';
    this.status = status;
    this.errors = extra.errors;
    this.headers = extra.headers ?? {};
  }
}

export function notFound(): HttpProblem {
  return new HttpProblem(404, 'Not Found');
}

/** 422 with one custom error, as GitHub words most of its refusals. */
export function unprocessable(resource: string, message: string, field?: string): HttpProblem {
  const error: FieldError = { resource, code: 'custom', message, ...(field === undefined ? {} : { field }) };
  return new HttpProblem(422, 'Validation Failed', { errors: [error] });
}
