import { evaluateText } from '../expressions/expression.ts';
import { type JobSession, log, stepScope } from './job-session.ts';

/** Source: docs.github.com, outputs are Unicode strings and a maximum of 1 MB per job. */
const MAX_JOB_OUTPUT_BYTES = 1024 * 1024;

/**
 * `outputs:` of a job after its steps. An output that holds a secret is left out, as GitHub does.
 *
 * @throws Error when together they are larger than GitHub allows
 */
export function jobOutputs(session: JobSession): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  let bytes = 0;
  for (const [name, { value }] of session.job.outputs?.entries ?? []) {
    const text = evaluateText(value, stepScope(session, {}));
    if (session.masker.hasSecret(text)) {
      log(session, `##[warning]Skip output '${name}' since it may contain secret.`);
      continue;
    }
    // GitHub counts UTF-16 code units, two bytes each.
    bytes += text.length * 2;
    outputs[name] = text;
  }
  if (bytes > MAX_JOB_OUTPUT_BYTES)
    throw new Error(`The job's outputs have ${bytes} bytes; GitHub allows ${MAX_JOB_OUTPUT_BYTES}.`);
  return outputs;
}
