/**
 * The name that GitHub gives an asset: other characters than letters, digits and `. _ - + @` become periods, runs of
 * periods one, a leading period gets `default` before it and a trailing one goes.
 */
export function normalizeAssetName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._+@-]+/g, '.').replace(/\.{2,}/g, '.');
  const named = plain.startsWith('.') ? `default${plain}` : plain;
  return named.replace(/\.+$/, '');
}
