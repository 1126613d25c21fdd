/** How many controls each family of the catalogue has: `GOV-01` to `GOV-09`, and so on. */
const FAMILIES: Readonly<Record<string, number>> = {
  GOV: 9,
  PRV: 11,
  DAT: 5,
  DOC: 6,
  VAL: 8,
  HUM: 2,
  SEC: 14,
  CHG: 7,
  OPS: 7,
};

/**
 * Controls that no waiver excuses: prohibited use, signatures and provenance, separation of duties, what an approval is
 * bound to, the signed decision at publication, and evidence that is bound to the digest.
 */
export const UNWAIVABLE_CONTROLS: readonly string[] = [
  'GOV-02',
  'SEC-01',
  'SEC-02',
  'CHG-02',
  'CHG-03',
  'CHG-05',
  'VAL-07',
];

/** True for the id of a control of the catalogue. */
export function isControl(id: string): boolean {
  const [, family = '', number] = /^([A-Z]{3})-(\d{2})$/.exec(id) ?? [];
  const count = Object.hasOwn(FAMILIES, family) ? (FAMILIES[family] ?? 0) : 0;
  return number !== undefined && Number(number) >= 1 && Number(number) <= count;
}
