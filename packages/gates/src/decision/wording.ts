/** A measured number for a sentence: four significant digits, at most four decimals. */
export function inWords(value: number): string {
  const text = value.toFixed(4).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** A confidence level for a sentence: `95 %`. */
export function percent(level: number): string {
  return `${Number((level * 100).toFixed(2))} %`;
}
