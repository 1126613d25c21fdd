/** The largest log loss of a row: of a probability that is clipped to 2⁻⁵². */
export const WORST_LOG_LOSS = 52 * Math.LN2;
