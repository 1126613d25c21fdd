import type { Judge } from './difference.ts';
import { always, type Direction, list, number, presence, type Subject, scale } from './judges.ts';

const GATE = 'models.*.gates.data';
const COLUMN = `${GATE}.columns.*`;
const DATASET = 'models.*.data.*';
const LAX_FIRST = ['allow', 'warn', 'fail'];

const judgedNoMore: Direction = { kind: 'loosened', means: 'it is not judged any more' };
const tightened: Direction = { kind: 'tightened', means: '' };
const dropped = { added: tightened, removed: judgedNoMore } as const;

const gate = (what: string): Subject => {
  return ([, model]) => `${model}: ${what} of the data gate`;
};
const column: Subject = ([, model, , , , name]) => `${model}: the rules of the column ${name}`;
const ofColumn = (field: string): Subject => {
  return (path) => `${column(path)}: ${field}`;
};
const ofDataset = (what: string): Subject => {
  return ([, model, , name]) => `${model}: the ${what} of the dataset ${name}`;
};

/** Which way a change of the rules for data goes. */
export function dataGateRules(): readonly { readonly pattern: readonly string[]; readonly judge: Judge }[] {
  const rules: readonly (readonly [string, Judge])[] = [
    [`${DATASET}.pointer`, presence(ofDataset('pointer'), dropped)],
    [`${DATASET}.croissant`, presence(ofDataset('Croissant description'), dropped)],
    [`${GATE}.dataset`, always(gate('the dataset'), { kind: 'changed', means: 'other data are judged' })],
    [`${GATE}.key`, presence(gate('the key'), dropped)],
    [`${GATE}.rows.min`, number(gate('the least number of rows'), 'falling', 'fewer rows are enough to pass')],
    [`${GATE}.rows.max`, number(gate('the largest number of rows'), 'rising', 'more rows pass')],
    [`${GATE}.extra-columns`, scale(gate('extra-columns'), LAX_FIRST, 'columns that nobody named are let in')],
    [`${GATE}.constant-columns`, scale(gate('constant-columns'), LAX_FIRST, 'columns that say nothing are let in')],
    [`${GATE}.missing-rate`, number(gate('the missing rate'), 'rising', 'more missing values pass')],
    [`${GATE}.duplicate-rows`, number(gate('the share of duplicate rows'), 'rising', 'more copies pass')],
    [`${GATE}.probabilities`, lists(gate('probabilities'), 'shrinking', 'columns need not add to 1 any more')],
    ...columnRules(),
    ...profileRules(),
    [`${GATE}.leakage`, presence(gate('leakage'), dropped)],
    [
      `${GATE}.leakage.correlation`,
      number(gate('the correlation with the label'), 'rising', 'columns that tell more of the label pass'),
    ],
    [`${GATE}.leakage.ignore`, list(gate('leakage.ignore'), 'growing', 'more columns may give the label away')],
    [`${GATE}.overlap`, presence(gate('overlap'), dropped)],
    [`${GATE}.overlap.with`, always(gate('overlap.with'), { kind: 'changed', means: 'other rows are compared' })],
    [`${GATE}.overlap.rows`, scale(gate('overlap.rows'), [false, true], 'equal rows under other keys are not found')],
    [`${GATE}.overlap.limit`, number(gate('the limit of shared rows'), 'rising', 'more shared rows pass')],
  ];
  return rules.map(([pattern, judge]) => ({ pattern: pattern.split('.'), judge }));
}

function columnRules(): readonly (readonly [string, Judge])[] {
  return [
    [COLUMN, presence(column, dropped)],
    [`${COLUMN}.type`, judgeType],
    [`${COLUMN}.required`, scale(ofColumn('required'), [false, true], 'the column may be left out')],
    [`${COLUMN}.nullable`, scale(ofColumn('nullable'), [true, false], 'values may be missing')],
    [`${COLUMN}.missing-rate`, number(ofColumn('the missing rate'), 'rising', 'more missing values pass')],
    [`${COLUMN}.unique`, scale(ofColumn('unique'), [false, true], 'values may repeat')],
    [`${COLUMN}.constant`, scale(ofColumn('constant'), [true, false], 'one value in all rows passes')],
    [`${COLUMN}.min`, number(ofColumn('the least value'), 'falling', 'lower values pass')],
    [`${COLUMN}.max`, number(ofColumn('the largest value'), 'rising', 'higher values pass')],
    [`${COLUMN}.pattern`, presence(ofColumn('the pattern'), dropped)],
    [`${COLUMN}.values`, lists(ofColumn('the values'), 'growing', 'values pass that did not')],
    [`${COLUMN}.probability`, scale(ofColumn('probability'), [false, true], 'values outside 0 to 1 pass')],
    [`${COLUMN}.max-age-days`, number(ofColumn('the age'), 'rising', 'older data pass')],
    [`${COLUMN}.future`, scale(ofColumn('future'), [true, false], 'timestamps may lie in the future')],
  ];
}

function profileRules(): readonly (readonly [string, Judge])[] {
  const rising = (field: string, means: string): readonly [string, Judge] => [
    `${GATE}.profile.${field}`,
    number(gate(`profile.${field}`), 'rising', means),
  ];
  return [
    [`${GATE}.profile`, presence(gate('the profile'), dropped)],
    [
      `${GATE}.profile.digest`,
      always(gate('the profile'), { kind: 'changed', means: 'data are compared with others' }),
    ],
    rising('missing-rate-difference', 'larger differences pass'),
    rising('new-category-rate', 'more values that are not in the profile pass'),
    rising('out-of-range-rate', 'more values outside the range of the profile pass'),
    rising('row-count-change', 'larger differences pass'),
    [`${GATE}.profile.unit-jumps`, scale(gate('profile.unit-jumps'), LAX_FIRST, 'values in another unit are let in')],
  ];
}

function judgeType(difference: Parameters<Judge>[0]): ReturnType<Judge> {
  if (difference.before === undefined || difference.after === undefined) return null;
  const direction: Direction =
    difference.after === 'any'
      ? { kind: 'loosened', means: 'values of any type pass' }
      : difference.before === 'any'
        ? tightened
        : { kind: 'changed', means: 'values are read otherwise' };
  return always(ofColumn('the type'), direction)(difference);
}

/** For lists of anything: compared in JSON notation. A list that comes or goes is no list or all of it. */
function lists(subject: Subject, loosens: 'growing' | 'shrinking', means: string): Judge {
  const there = presence(subject, dropped);
  return (difference) => {
    const { path, before, after } = difference;
    const texts = [before, after].map((value) =>
      Array.isArray(value) ? value.map((item) => JSON.stringify(item)) : null,
    );
    const [from, to] = texts;
    if (from === null || to === null) return there(difference);
    return list(subject, loosens, means)({ path, before: from, after: to });
  };
}
