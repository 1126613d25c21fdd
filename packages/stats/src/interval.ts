/** Lower and upper confidence bound, lower first. */
export type Bounds = readonly [lower: number, upper: number];
