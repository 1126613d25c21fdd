const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKSUM_LENGTH = 6;

/** Bech32 of BIP 173 without its limit of 90 characters, in lower case. */
export function toBech32(prefix: string, bytes: Uint8Array): string {
  const words = regrouped([...bytes], { from: 8, to: 5, pad: true }) ?? [];
  const checksum = polymod([...expanded(prefix), ...words, ...new Array(CHECKSUM_LENGTH).fill(0)]) ^ 1;
  const tail = Array.from({ length: CHECKSUM_LENGTH }, (_, index) => (checksum >>> (5 * (5 - index))) & 31);
  return `${prefix}1${[...words, ...tail].map((word) => ALPHABET[word]).join('')}`;
}

/** The bytes of a Bech32 text with this prefix, or `null` for any other text, also one in mixed case. */
export function fromBech32(prefix: string, text: string): Uint8Array | null {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return null;
  const lower = text.toLowerCase();
  if (!lower.startsWith(`${prefix}1`)) return null;
  const words = [...lower.slice(prefix.length + 1)].map((letter) => ALPHABET.indexOf(letter));
  if (words.length < CHECKSUM_LENGTH || words.includes(-1)) return null;
  if (polymod([...expanded(prefix), ...words]) !== 1) return null;
  const bytes = regrouped(words.slice(0, -CHECKSUM_LENGTH), { from: 5, to: 8, pad: false });
  return bytes === null ? null : Uint8Array.from(bytes);
}

function expanded(prefix: string): number[] {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(words: readonly number[]): number {
  let sum = 1;
  for (const word of words) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ word;
    for (const [bit, generator] of GENERATORS.entries()) if ((top >>> bit) & 1) sum ^= generator;
  }
  return sum;
}

/** Bits in groups of another width. Without padding, what is left over must be short and zero. */
function regrouped(
  words: readonly number[],
  { from, to, pad }: { readonly from: number; readonly to: number; readonly pad: boolean },
): number[] | null {
  const out: number[] = [];
  let value = 0;
  let bits = 0;
  for (const word of words) {
    value = ((value << from) | word) & 0xfff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      out.push((value >>> bits) & ((1 << to) - 1));
    }
  }
  const rest = value & ((1 << bits) - 1);
  if (pad) return bits > 0 ? [...out, rest << (to - bits)] : out;
  return bits < from && rest === 0 ? out : null;
}
