import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nextVersion, parseGtoTag, parseVersionTag } from '@gatehouse/registry';
import { z } from 'zod';
import type { Comparison, Verdict } from '../comparison.ts';
import { type Draws, drawsOf } from '../draws.ts';
import { mustWith } from '../process.ts';

/** The interpreter of the pinned environment, which has gto beside it. */
export interface GtoPlace {
  readonly python: string;
  readonly folder: string;
  readonly seed: number;
}

/** One annotated tag, on the commit of a version. */
interface Tagged {
  readonly tag: string;
  readonly commit: number;
}

/** What a registry says, as text that can be compared. */
type Reading = ReadonlyMap<string, string>;

const shown = z.record(
  z.string(),
  z.looseObject({ version: z.string(), stage: z.record(z.string(), z.string().nullable()) }),
);
const history = z.array(
  z.looseObject({ artifact: z.string(), event: z.string(), ref: z.string(), version: z.string(), commit: z.string() }),
);
const MODELS = ['mortgage-approval', 'a', 'm2_large-v3', 'X9'];
const VERSIONS = 4;

/** Tags of ours in a clone made by git, read by gto. */
export function gtoComparisons(place: GtoPlace): readonly Comparison[] {
  return [
    { name: 'gto show: newest versions and stages', compare: (spoilt) => showAgrees(place, spoilt) },
    { name: 'gto history: every tag, by commit', compare: (spoilt) => historyAgrees(place, spoilt) },
  ];
}

async function showAgrees(place: GtoPlace, spoilt: boolean): Promise<readonly Verdict[]> {
  const { clone, tags } = await taggedClone(place, `show-${spoilt}`);
  // Left alone, gto shows one stage for each version, and none in the place of the others.
  const said = shown.parse(JSON.parse((await gto(place, ['show', '--json', '--av', '-1'], clone)).toString()));
  const theirs = new Map(
    Object.entries(said).flatMap(([model, { version, stage }]) => [
      [model, version] as const,
      // A stage that another model has is shown as null here.
      ...Object.entries(stage).flatMap(([name, staged]) =>
        staged === null ? [] : [[`${model}#${name}`, staged] as const],
      ),
    ]),
  );
  return compared(ourReading(spoilt ? misread(tags) : tags), theirs);
}

async function historyAgrees(place: GtoPlace, spoilt: boolean): Promise<readonly Verdict[]> {
  const { clone, tags, commits } = await taggedClone(place, `history-${spoilt}`);
  const said = history.parse(JSON.parse((await gto(place, ['history', '--json'], clone)).toString()));
  const theirs = new Map(said.map(({ ref, event, artifact, commit }) => [ref, `${event} of ${artifact} at ${commit}`]));
  const ours = tags.map(({ tag, commit }) => {
    const at = commits[spoilt ? (commit + 1) % commits.length : commit];
    const version = parseVersionTag(tag);
    const model = version?.model ?? parseGtoTag(tag)?.model;
    return [tag, `${version === null ? 'assignment' : 'registration'} of ${model} at ${at}`] as const;
  });
  return compared(new Map(ours), theirs);
}

function compared(ours: Reading, theirs: Reading): readonly Verdict[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((name) => {
    const [mine, other] = [ours.get(name), theirs.get(name)];
    return { name, agrees: mine === other, detail: `gto says ${other ?? 'nothing'}, we ${mine ?? 'nothing'}` };
  });
}

/** Who sees no tag but the first of each model, and a stage on the commit after its own, is wrong about all of them. */
function misread(tags: readonly Tagged[]): readonly Tagged[] {
  return tags.flatMap(({ tag, commit }) => {
    const version = parseVersionTag(tag);
    if (version === null) return [{ tag, commit: commit + 1 }];
    return tag === `${version.model}@v1.0.0` ? [{ tag, commit }] : [];
  });
}

/** The newest version of each model, and the version on the commit of each stage's highest counter. */
function ourReading(tags: readonly Tagged[]): Reading {
  const reading = new Map<string, string>();
  for (const model of MODELS) {
    const names = tags.map(({ tag }) => ({ name: tag }));
    const next = parseVersionTag(nextVersion(names, model, 'patch'));
    if (next !== null) reading.set(model, `v${next.major}.${next.minor}.${next.patch - 1}`);
  }
  const stages = tags.flatMap(({ tag, commit }) => {
    const { event, model, stage, counter } = parseGtoTag(tag) ?? {};
    return event === 'stage' && model !== undefined && counter != null ? [{ model, stage, counter, commit }] : [];
  });
  for (const { model, stage, commit } of stages.toSorted((a, b) => a.counter - b.counter)) {
    const at = tags.find((one) => one.commit === commit && parseVersionTag(one.tag)?.model === model);
    reading.set(`${model}#${stage}`, at?.tag.slice(model.length + 1) ?? 'no version');
  }
  return reading;
}

/** A repository with commits and tags of ours, and a clone of it by git. */
async function taggedClone(
  { folder, seed }: GtoPlace,
  name: string,
): Promise<{ readonly clone: string; readonly tags: readonly Tagged[]; readonly commits: readonly string[] }> {
  const origin = join(folder, `${name}-origin`);
  const clone = join(folder, `${name}-clone`);
  mkdirSync(origin, { recursive: true });
  const tags = drawTags(drawsOf(seed, 'gto'));
  await git(origin, ['init', '--quiet', '-b', 'main']);
  const commits: string[] = [];
  for (let commit = 0; commit <= Math.max(...tags.map((one) => one.commit)); commit += 1) {
    await git(origin, ['commit', '--quiet', '--allow-empty', '-m', `commit ${commit}`]);
    commits.push((await git(origin, ['rev-parse', 'HEAD'])).toString().trim());
  }
  // gto orders events by the second in which they were tagged.
  for (const [second, { tag, commit }] of tags.entries()) {
    await git(origin, ['tag', '-a', tag, '-m', tag, commits[commit] ?? ''], second);
  }
  await git(origin, ['tag', 'lightweight@v9.9.9']);
  await git(folder, ['clone', '--quiet', origin, clone]);
  return { clone, tags, commits };
}

/** Rising versions of every model, and stages that move between them, each version on a commit of its own. */
function drawTags(draws: Draws): readonly Tagged[] {
  const tags: Tagged[] = [];
  for (const [at, model] of MODELS.entries()) {
    const first = at * VERSIONS;
    for (let commit = first; commit < first + VERSIONS; commit += 1) {
      const taken = tags.map(({ tag }) => ({ name: tag }));
      tags.push({ tag: nextVersion(taken, model, draws.pick(['major', 'minor', 'patch'])), commit });
    }
    for (let counter = 1; counter <= 5; counter += 1) {
      const stage = draws.pick(['production', 'staging', 'eu-west_1']);
      tags.push({ tag: `${model}#${stage}#${counter}`, commit: first + draws.below(VERSIONS) });
    }
  }
  return tags;
}

async function gto({ python }: GtoPlace, args: readonly string[], cwd: string): Promise<Buffer> {
  return mustWith(join(dirname(python), 'gto'), args, undefined, { cwd });
}

async function git(cwd: string, args: readonly string[], second = 0): Promise<Buffer> {
  const date = new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString();
  const who = { NAME: 'Interop', EMAIL: 'interop@gatehouse.invalid', DATE: date };
  const env = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(who).map(([what, value]) => [`GIT_${role}_${what}`, value] as const),
    ),
  );
  return mustWith('git', ['-c', 'commit.gpgSign=false', '-c', 'tag.gpgSign=false', ...args], undefined, { cwd, env });
}
