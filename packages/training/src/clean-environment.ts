/** The environment of a process, as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What a user's program may inherit: where programs and libraries are, language, time zone and which GPUs are visible.
 * It is a list of what is allowed because tokens come under any name; everything of the runner and of Gatehouse
 * (`INPUT_*`, `GITHUB_*`, `ACTIONS_*`, `RUNNER_*`) stays behind.
 */
const INHERITED = new Set([
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LANGUAGE',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
  'PATHEXT',
  'COMSPEC',
  'LD_LIBRARY_PATH',
  'VIRTUAL_ENV',
  'CONDA_PREFIX',
  'PYTHONLOCATION',
  'JAVA_HOME',
  'CUDA_HOME',
  'CUDA_PATH',
  'CUDA_VISIBLE_DEVICES',
  'NVIDIA_VISIBLE_DEVICES',
  'ROCR_VISIBLE_DEVICES',
  'OMP_NUM_THREADS',
  'SOURCE_DATE_EPOCH',
]);

/** The allowed part of `env`, plus `extra`, which wins. */
export function cleanEnvironment(
  env: Environment,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const allowed = INHERITED.has(name.toUpperCase()) || /^LC_[A-Z]+$/.test(name);
    if (allowed && value !== undefined) clean[name] = value;
  }
  return { ...clean, ...extra };
}
