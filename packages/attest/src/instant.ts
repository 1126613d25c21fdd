/** An instant as SLSA writes it: RFC 3339 in UTC, whole seconds (fractions are cut off). */
export function toInstant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
