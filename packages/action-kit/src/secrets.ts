const SHORTEST_LINE = 6;

/**
 * Every text that must not be seen for one secret: the whole, each of its lines long enough to give something away
 * (a PEM key is printed line by line), and its JSON spelling.
 */
export function maskedForms(secret: string): readonly string[] {
  const lines = secret
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_LINE && !line.startsWith('-----'));
  return [...new Set([secret, JSON.stringify(secret).slice(1, -1), ...lines])];
}

/** Replaces every form of every secret with `***`; the longest first, so that no rest of one remains. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap(maskedForms).toSorted((a, b) => b.length - a.length);
  return forms.reduce((masked, form) => masked.replaceAll(form, '***'), text);
}
