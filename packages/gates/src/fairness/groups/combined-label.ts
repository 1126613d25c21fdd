/**
 * How rows that agree in several columns are called: `race=a, sex=b`. A value that could be read as more than a value is quoted,
 * so that two combinations never have one name.
 */
export function combinedLabel(columns: readonly string[], values: readonly string[]): string {
  return columns.map((name, at) => `${name}=${unmistakable(String(values[at]))}`).join(', ');
}

function unmistakable(value: string): string {
  return /[,="]/.test(value) ? JSON.stringify(value) : value;
}
