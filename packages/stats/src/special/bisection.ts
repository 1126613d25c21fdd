/**
 * The point of [from, to] at which a non-increasing function crosses zero, by bisection to the last representable digit.
 * Where the function has one sign on the whole range, the end nearer to the crossing is returned.
 */
export function crossing(decreasing: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 200; step += 1) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (decreasing(middle) > 0) low = middle;
    else high = middle;
  }
  return decreasing(high) > 0 ? high : low + (high - low) / 2;
}
