import { escapeMarkdown } from './escape-markdown.ts';
import { formatInterval, formatNumber } from './number-format.ts';
import { terminalLine } from './visible-text.ts';

/** A summary of thousands of columns would hide the ones that matter. */
const MOST_COLUMNS = 60;
const MOST_BARS = 12;
const NAME_WIDTH = 28;
/** Cells of a bar up to the limit, and beyond it. */
const CELLS = { below: 20, beyond: 20 };

const SHOWN = [
  'ks',
  'wasserstein-normed',
  'jensen-shannon',
  'cramer-v',
  'psi',
  'missing-rate-difference',
  'new-category-rate',
  'out-of-range-rate',
  'p-adjusted',
] as const;

const WORST_FIRST: readonly unknown[] = ['fail', 'inconclusive', 'warn', 'pass'];

interface DriftRow {
  readonly name: string;
  readonly verdict: string;
  readonly role: string;
  /** What made the verdict in units of its limit; `null` where nothing could be measured. */
  readonly ofLimit: number | null;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The columns of a drift decision, drifted ones first: bars of effect against limit, then a table. Empty for other gates. */
export function driftBlocks(measures: Readonly<Record<string, unknown>>): readonly string[] {
  const rows = rowsOf(measures['columns']);
  if (rows.length === 0) return [];
  const more = rows.length - MOST_COLUMNS;
  const used = SHOWN.filter((name) => rows.some(({ values }) => typeof values[name] === 'number'));
  return [
    `\n\`\`\`text\n${bars(rows).join('\n')}\n\`\`\``,
    '',
    line(['column', 'verdict', 'role', 'by', 'value', 'limit', 'value / limit', ...used]),
    line(['---', '---', '---', '---', '---', '---', '---', ...used.map(() => '---')]),
    ...rows
      .slice(0, MOST_COLUMNS)
      .map(({ name, verdict, role, ofLimit, values }) =>
        line([
          escapeMarkdown(name),
          verdict === 'pass' ? 'pass' : `**${escapeMarkdown(verdict)}**`,
          escapeMarkdown(role),
          typeof values['by'] === 'string' ? escapeMarkdown(values['by']) : '–',
          valueCell(values),
          numberCell(values['limit']),
          ofLimit === null ? '–' : formatNumber(ofLimit),
          ...used.map((measure) => numberCell(values[measure])),
        ]),
      ),
    ...(more > 0 ? [`\n${more} more columns with smaller effects are in the decision.`] : []),
  ];
}

function rowsOf(columns: unknown): readonly DriftRow[] {
  if (!isRecord(columns)) return [];
  const rows = Object.entries(columns).flatMap(([name, values]): readonly DriftRow[] => {
    if (!isRecord(values) || typeof values['verdict'] !== 'string') return [];
    const { verdict, role } = values;
    const ofLimit = values['of-limit'];
    return [
      {
        name,
        verdict,
        role: typeof role === 'string' ? role : '',
        ofLimit: typeof ofLimit === 'number' ? ofLimit : null,
        values,
      },
    ];
  });
  const size = ({ ofLimit }: DriftRow): number => ofLimit ?? Number.MAX_VALUE;
  return rows.toSorted(
    (a, b) =>
      WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict) ||
      size(b) - size(a) ||
      (a.name < b.name ? -1 : 1),
  );
}

/** `income        ████████████████████┊█████               1.25 × limit, fail by ks` */
function bars(rows: readonly DriftRow[]): readonly string[] {
  return rows.slice(0, MOST_BARS).map(({ name, verdict, ofLimit, values }) => {
    const words = ofLimit === null ? 'not measured' : `${formatNumber(ofLimit)} × limit`;
    const by = typeof values['by'] === 'string' && ofLimit !== null ? ` by ${plain(values['by'])}` : '';
    return `${nameCell(name)} ${bar(ofLimit ?? 0)} ${words}, ${verdict}${by}`;
  });
}

function bar(ofLimit: number): string {
  const filled = Math.round(Math.min(ofLimit, 1 + CELLS.beyond / CELLS.below) * CELLS.below);
  const [below, beyond] = [Math.min(filled, CELLS.below), Math.max(0, filled - CELLS.below)];
  return `${'█'.repeat(below)}${'·'.repeat(CELLS.below - below)}┊${'█'.repeat(beyond)}${'·'.repeat(CELLS.beyond - beyond)}`;
}

/** Names of columns come from data: without backticks none of them can close the fence. */
function nameCell(name: string): string {
  const safe = Array.from(plain(name));
  const cut = safe.length <= NAME_WIDTH ? safe : [...safe.slice(0, NAME_WIDTH - 1), '…'];
  return cut.join('') + ' '.repeat(NAME_WIDTH - cut.length);
}

function plain(text: string): string {
  return terminalLine(text).replaceAll('`', "'");
}

/** The value of what made the verdict; both ends where a profile leaves room. */
function valueCell({ value, interval }: Readonly<Record<string, unknown>>): string {
  const [lower, upper]: readonly unknown[] = Array.isArray(interval) ? interval : [];
  return typeof lower === 'number' && typeof upper === 'number' ? formatInterval([lower, upper]) : numberCell(value);
}

function numberCell(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value) : '–';
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
