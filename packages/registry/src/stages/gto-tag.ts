/** What a tag of GTO's grammar says. */
export interface GtoTag {
  /** Name of the model, in a monorepo of GTO's with its folder: `models/a=name`. */
  readonly model: string;
  readonly event: 'version' | 'stage' | 'unversion' | 'unstage' | 'deprecated' | 'created';
  /** Name of the stage, for the two events about one. */
  readonly stage: string | null;
  /** `v1.2.3`, for the two events about one. */
  readonly version: string | null;
  /** `null` in the short form. */
  readonly counter: number | null;
}

const NAME = '[a-zA-Z0-9](?:[a-zA-Z0-9\\-/_]*[a-zA-Z0-9])?';
const FOLDER = '[a-zA-Z0-9\\-_./]+';
const NUMBER = '(?:0|[1-9]\\d*)';
const PRERELEASE = `(?:${NUMBER}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const BUILD = '[0-9a-zA-Z-]+';
const VERSION = `v${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRERELEASE}(?:\\.${PRERELEASE})*)?(?:\\+${BUILD}(?:\\.${BUILD})*)?`;
/** https://github.com/iterative/gto/blob/4b652c8/gto/constants.py (version 1.10.1). */
const TAG = new RegExp(
  `^((?:${FOLDER}=)?${NAME})(?:(?:#(${NAME})|@(${VERSION}))(!?)|@(deprecated|created))(?:#(\\d+))?$`,
);
/** GitHub shows at most so many characters of a ref in a list, and git refuses longer file names. */
const LONGEST = 250;

/** Reads a tag as GTO does; `null` for one that GTO passes over. */
export function parseGtoTag(tag: string): GtoTag | null {
  const match = tag.length > LONGEST ? null : TAG.exec(tag);
  if (match === null) return null;
  const [, model = '', stage = null, version = null, cancel, word, digits] = match;
  const counter = digits === undefined ? null : Number(digits);
  const isEnd = cancel === '!';
  const event =
    stage !== null
      ? isEnd
        ? 'unstage'
        : 'stage'
      : version !== null
        ? isEnd
          ? 'unversion'
          : 'version'
        : word === 'created'
          ? 'created'
          : 'deprecated';
  return { model, event, stage, version, counter };
}

/** The tag that assigns a stage, `name#stage#7`. */
export function formatStageTag(assigned: {
  readonly model: string;
  readonly stage: string;
  readonly counter: number;
}): string {
  return `${assigned.model}#${assigned.stage}#${assigned.counter}`;
}
