import { pinnedSet, pythonEnvironment } from '../stats/environment.ts';
import { ageCommand } from './age-command.ts';
import type { Tool } from './comparison.ts';
import { ageComparisons } from './comparisons/age.ts';
import { ageVectorComparisons } from './comparisons/age-vectors.ts';
import { gtoComparisons } from './comparisons/gto.ts';
import { kmsComparisons } from './comparisons/kms.ts';
import { omsComparisons } from './comparisons/oms.ts';
import { mustWith } from './process.ts';

/** Every tool that is compared with, those included that cannot be had here. */
export async function tools(folder: string, seed: number): Promise<readonly Tool[]> {
  return [...(await ofPython(folder, seed)), ...(await ofAge(folder, seed))];
}

async function ofPython(folder: string, seed: number): Promise<readonly Tool[]> {
  const environment = await pythonEnvironment(pinnedSet('registry'));
  if ('skipped' in environment) {
    return ['model_signing', 'gto', 'moto'].map((name) => ({ name, missing: `no PyPI (${environment.skipped})` }));
  }
  const place = { python: environment.python, folder, seed };
  const [signing, gto, moto] = await versionsOf(environment.python, ['model-signing', 'gto', 'moto']);
  return [
    { name: 'model_signing', version: signing ?? '', comparisons: omsComparisons(place) },
    { name: 'gto', version: gto ?? '', comparisons: gtoComparisons(place) },
    { name: 'moto (AWS KMS)', version: moto ?? '', comparisons: kmsComparisons(place) },
  ];
}

async function ofAge(folder: string, seed: number): Promise<readonly Tool[]> {
  const command = await ageCommand();
  if ('missing' in command) {
    return [
      { name: 'age', ...command },
      { name: 'age testkit', version: '', comparisons: ageVectorComparisons(null) },
    ];
  }
  const place = { age: command.age, keygen: command.keygen, folder, seed };
  return [
    {
      name: 'age',
      version: command.version,
      comparisons: [...ageComparisons(place), ...ageVectorComparisons(place)],
    },
  ];
}

async function versionsOf(python: string, names: readonly string[]): Promise<readonly string[]> {
  const script = 'import sys\nfrom importlib.metadata import version\nprint(*map(version, sys.argv[1:]))';
  return (await mustWith(python, ['-c', script, ...names])).toString().trim().split(' ');
}
