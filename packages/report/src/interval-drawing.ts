import type { Finding } from '@gatehouse/core';
import { formatNumber } from './number-format.ts';

/**
 * A finding's interval against its limit, as one line of `width` characters with the ends of the scale:
 * `0 ····┊··├───●──┤··· 0.36`. Empty when there is no interval with two finite bounds, no value, or neither limit nor
 * `fixed`, or when `width` leaves no room.
 *
 * @param fixed a scale that several drawings share, so that they can be compared; points outside it are drawn at its end.
 */
export function drawInterval(
  finding: Pick<Finding, 'value' | 'interval' | 'limit'>,
  width: number,
  fixed?: Scale,
): string {
  const { value, limit } = finding;
  const [lower, upper] = finding.interval ?? [null, null];
  if (value === null || lower === null || upper === null) return '';
  const scale = fixed ?? (limit === undefined ? null : scaleOf([value, limit, lower, upper]));
  if (scale === null) return '';
  const [from, to] = [formatNumber(scale.from), formatNumber(scale.to)];
  const cells = width - from.length - to.length - 2;
  if (cells < 10) return '';
  const at = (x: number): number => {
    const share = Math.min(1, Math.max(0, (x - scale.from) / (scale.to - scale.from)));
    return Math.round(share * (cells - 1));
  };
  const line = new Array<string>(cells).fill('·').fill('─', at(lower), at(upper) + 1);
  line[at(lower)] = '├';
  line[at(upper)] = '┤';
  if (limit !== undefined) line[at(limit)] = at(limit) >= at(lower) && at(limit) <= at(upper) ? '╫' : '┊';
  line[at(value)] = '●';
  return `${from} ${line.join('')} ${to}`;
}

/** What the two ends of a drawing stand for; `to` is above `from`. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

/** A range that shows all points with room on both sides, and does not go below zero when no point does. */
function scaleOf(points: readonly number[]): Scale {
  const [least, most] = [Math.min(...points), Math.max(...points)];
  const room = most > least ? (most - least) * 0.15 : 0.5;
  return { from: least >= 0 ? Math.max(0, least - room) : least - room, to: most + room };
}
