/** Files at the root that pin what is installed; they count although `paths` may not name them. */
export const LOCKFILES: readonly string[] = [
  'Cargo.lock',
  'Pipfile.lock',
  'conda-lock.yml',
  'environment.yml',
  'npm-shrinkwrap.json',
  'package-lock.json',
  'pdm.lock',
  'pixi.lock',
  'pnpm-lock.yaml',
  'poetry.lock',
  'renv.lock',
  'requirements.txt',
  'uv.lock',
  'yarn.lock',
];
