/** Counts of a column of numbers, as a profile keeps them. */
interface CountedNumbers {
  readonly n: number;
  readonly zeros: number;
  readonly edges: readonly number[];
  readonly equal: readonly number[];
  readonly open: readonly number[];
  readonly openSums: readonly number[];
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
  readonly m2: number | null;
}

/** What no rounding of sums and their merging reaches, in parts of the largest value. */
const ROUNDING = 1e-9;
/** The least numbers lose digits, so that they are not right to a part of themselves. */
const UNDERFLOW = 1e-300;

/**
 * What the counts of numbers say that no table could: a range beside its bins, sums outside of them, moments that the range
 * or the bins forbid, zeros where none can be. The lengths of the lists and the order of the edges were checked before.
 * Counts are exact; sums and moments may be rounded.
 */
export function impossibleNumbers(column: CountedNumbers): readonly string[] {
  const { minimum, maximum, mean, m2 } = column;
  if (minimum === null || maximum === null || mean === null || m2 === null) return [];
  const described = { ...column, minimum, maximum, mean, m2 };
  const held = heldPlaces(column);
  const rules: readonly (readonly [boolean, string])[] = [
    [isAt(column, held.at(0), minimum), 'minimum must lie in the first bin or on the first edge that holds a value'],
    [isAt(column, held.at(-1), maximum), 'maximum must lie in the last bin or on the last edge that holds a value'],
    [sumsArePossible(described), 'a sum must lie between the ends of its bin times its rows'],
    [meanIsPossible(described), 'mean must be that of the bins'],
    [squaresArePossible(described), 'm2 must be at least that between the bins and at most what the range allows'],
    [zerosArePossible(described), 'zeros must be those of the bin or edge at 0'],
  ];
  return rules.flatMap(([kept, fault]) => (kept ? [] : [fault]));
}

type Described = { readonly [K in keyof CountedNumbers]: NonNullable<CountedNumbers[K]> };

/** Places that hold a value, from the left: bins have even numbers, and the edge behind a bin the odd one after it. */
function heldPlaces({ equal, open }: CountedNumbers): readonly number[] {
  return open.flatMap((rows, bin) => [rows, equal[bin] ?? 0]).flatMap((rows, place) => (rows > 0 ? [place] : []));
}

function isAt({ edges }: CountedNumbers, place: number | undefined, value: number): boolean {
  if (place === undefined) return false;
  if (place % 2 === 1) return edges[(place - 1) / 2] === value;
  return (
    value > (edges[place / 2 - 1] ?? Number.NEGATIVE_INFINITY) && value < (edges[place / 2] ?? Number.POSITIVE_INFINITY)
  );
}

function sumsArePossible({ edges, open, openSums, minimum, maximum }: Described): boolean {
  return open.every((rows, bin) => {
    if (rows === 0) return true;
    const from = Math.max(edges[bin - 1] ?? minimum, minimum);
    const to = Math.min(edges[bin] ?? maximum, maximum);
    const slack = ROUNDING * rows * Math.max(Math.abs(from), Math.abs(to)) + UNDERFLOW;
    const sum = Number(openSums[bin]);
    return sum >= rows * from - slack && sum <= rows * to + slack;
  });
}

function meanIsPossible({ n, edges, equal, open, openSums, minimum, maximum, mean }: Described): boolean {
  // Divided one by one: their sum may be beyond the doubles where the mean is not.
  const onEdges = edges.reduce((total, edge, at) => total + (Number(equal[at]) / n) * edge, 0);
  const ofBins = open.reduce((total, _, bin) => total + Number(openSums[bin]) / n, onEdges);
  return Math.abs(mean - ofBins) <= ROUNDING * Math.max(Math.abs(minimum), Math.abs(maximum)) + UNDERFLOW;
}

/** Between the squares of the means of the bins and the most that values of this range and mean can have (Bhatia, Davis). */
function squaresArePossible({ n, edges, equal, open, openSums, minimum, maximum, mean, m2 }: Described): boolean {
  const [range, size] = [maximum - minimum, Math.max(Math.abs(minimum), Math.abs(maximum))];
  const slack = n * (ROUNDING * range * range + 1e-11 * range * size + 1e-24 * size * size + UNDERFLOW);
  const onEdges = edges.reduce((total, edge, at) => total + Number(equal[at]) * (edge - mean) ** 2, 0);
  const least = open.reduce((total, rows, bin) => {
    return rows === 0 ? total : total + rows * (Number(openSums[bin]) / rows - mean) ** 2;
  }, onEdges);
  // Of squares beyond the doubles nothing is known, and nothing is refused.
  return !(m2 < least - slack || m2 > n * (maximum - mean) * (mean - minimum) + slack);
}

function zerosArePossible({ zeros, edges, equal, open, minimum, maximum }: Described): boolean {
  const at = edges.indexOf(0);
  if (at !== -1) return zeros === equal[at];
  if (minimum > 0 || maximum < 0) return zeros === 0;
  const bin = edges.filter((edge) => edge < 0).length;
  return zeros <= Number(open[bin]) && (zeros > 0 || (minimum !== 0 && maximum !== 0));
}

/** Counts of a column of categories, as a profile keeps them. */
interface CountedCategories {
  readonly of: 'numbers' | 'texts' | 'booleans';
  readonly counts: Readonly<Record<string, number>>;
  readonly other: number;
  readonly singletons: number;
}

/** What the counts of categories say that no table could: names of another kind, and more or fewer singletons than there are. */
export function impossibleCategories({ of, counts, other, singletons }: CountedCategories): readonly string[] {
  const named = Object.values(counts).filter((rows) => rows === 1).length;
  // A rest of one row would be one more category of one row.
  const unnamed = singletons - named;
  const isPossible = unnamed >= 0 && unnamed <= other && other - unnamed !== 1;
  const isName = { texts: () => true, booleans: isBoolean, numbers: isNumber }[of];
  return [
    ...(isPossible ? [] : ['singletons must be those named with one row, and at most as many more as other rows']),
    ...(Object.keys(counts).every(isName) ? [] : [`names of ${of} must be ${of}, in their shortest form`]),
  ];
}

function isBoolean(name: string): boolean {
  return name === 'true' || name === 'false';
}

function isNumber(name: string): boolean {
  return Number.isFinite(Number(name)) && String(Number(name) + 0) === name;
}

/** A count that a privacy floor would have taken away. */
export function isBelowFloor(floor: number, counts: readonly number[]): boolean {
  return counts.some((rows) => rows > 0 && rows < floor);
}
