import { NOT_MEASURED, ROOMS, type Room } from '../../test/mutation/rooms.ts';
import {
  isAbout,
  type Reason,
  type RoomResult,
  readReasons,
  readResult,
  resultPath,
  type Survivor,
  scoreOf,
} from '../../test/mutation/stored-result.ts';

interface Measured {
  readonly room: Room;
  readonly result: RoomResult;
  readonly reasons: readonly Reason[];
}

/** The text of docs/mutation.md, from the stored results and the reasons beside them. */
export function mutationPage(): string {
  const measured = ROOMS.flatMap((room): readonly Measured[] => {
    const result = readResult(room);
    return result === null ? [] : [{ room, result, reasons: readReasons(room) }];
  });
  return [
    '# Mutation check',
    '',
    ...introduction(measured),
    '',
    '| room | sources | noticed | not noticed | score |',
    '|---|---|---|---|---|',
    ...ROOMS.map((room) => summaryRow(room, measured.find((one) => one.room === room)?.result)),
    ...measured.filter(({ room }) => room.note !== undefined).map(({ room }) => `\n**${room.name}.** ${room.note}`),
    '',
    '## Changes that no test noticed',
    ...measured.flatMap(roomSection),
    '',
  ].join('\n');
}

function introduction(measured: readonly Measured[]): readonly string[] {
  const { noticed, all } = totalOf(measured);
  const rooms = `${measured.length} of ${ROOMS.length} rooms are measured`;
  const changes =
    all === 0 ? rooms : `${rooms}: of ${all} changes there, tests notice ${noticed}, ${percent(noticed / all)}`;
  return [
    'A test that cannot fail is worth nothing. So the sources of the statistics and of the gates are changed one place at a',
    `time (a \`<\` to a \`<=\`, a sum to a difference, a condition to \`true\`), and the tests must go red. ${changes}.`,
    'A room is a folder of sources, measured with the tests of that folder alone: what other tests notice does not count.',
    '',
    '```sh',
    'npm run mutation                                              # every room; some hours on two cores',
    'npm run mutation -- --room proportions                        # one room, stored in test/mutation/results',
    'npm run mutation -- --room proportions --again                # its sources with a survivor that has no reason',
    "npm run mutation -- --mutate 'packages/stats/src/special/beta*'   # some files; nothing is stored",
    'npm run mutation -- --status                                  # sources that changed since they were measured',
    '```',
    '',
    'The changes are made by [Stryker](https://stryker-mutator.io) ([why and how](../.github/adr/0015-mutation-check.md)).',
    'Changes of the words of an error are left out; that it is thrown is not. A change that makes a loop endless counts as',
    'noticed. This page is written by `.github/scripts/write-docs.ts` from `test/mutation/results` and the reasons in',
    '`test/mutation/reasons`; `test/contract/mutation.test.ts` fails where a change that survived has no reason, and where a',
    'score is under 90 % without a word on it.',
  ];
}

function totalOf(measured: readonly Measured[]): { readonly noticed: number; readonly all: number } {
  const counts = measured.map(({ result }) => result.counts);
  const noticed = counts.reduce((sum, { killed, timeout }) => sum + killed + timeout, 0);
  return { noticed, all: counts.reduce((sum, { survived, uncovered }) => sum + survived + uncovered, noticed) };
}

function summaryRow(room: Room, result: RoomResult | undefined): string {
  const name = `${room.name} | \`${room.sources}\``;
  if (result === undefined)
    return `| ${name} | **not measured yet**: ${NOT_MEASURED[room.name] ?? 'no reason is given'} | | |`;
  const { killed, timeout, survived, uncovered } = result.counts;
  const link = `[${percent(scoreOf(result))}](../${resultPath(room)})`;
  return `| ${name} | ${killed + timeout} | ${survived + uncovered} | ${link} |`;
}

function roomSection({ room, result, reasons }: Measured): readonly string[] {
  if (result.survivors.length === 0) return ['', `### ${room.name}`, '', 'None.'];
  const byReason = Map.groupBy(result.survivors, (survivor) => reasonFor(survivor, reasons));
  return [
    '',
    `### ${room.name}`,
    ...[...byReason].flatMap(([reason, survivors]) => [
      '',
      reason,
      '',
      '| line | instead of | stands |',
      '|---|---|---|',
      ...survivors.map((survivor) => survivorRow(survivor, room)),
    ]),
  ];
}

function reasonFor(survivor: Survivor, reasons: readonly Reason[]): string {
  return reasons.find((reason) => isAbout(reason, survivor))?.reason ?? '**No reason is given.**';
}

function survivorRow({ file, line, from, to, covered }: Survivor, room: Room): string {
  const place = `[${file.slice(room.sources.length + 1)}:${line}](../${file}#L${line})`;
  return `| ${place}${covered ? '' : ' (no test gets there)'} | ${code(from)} | ${to === '' ? 'nothing' : code(to)} |`;
}

/** A line of code in a cell of a table. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|')}${space}${fence}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
