import ipaddr from 'ipaddr.js';

/** A block of addresses as numbers, IPv4 and IPv6 apart. */
export interface Range {
  readonly family: 4 | 6;
  readonly from: bigint;
  readonly to: bigint;
  /** Wider than AWS takes for a fixed value: /8 for IPv4, /32 for IPv6. */
  readonly broad: boolean;
}

const BITS = { 4: 32, 6: 128 } as const;
const DOTTED = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;

function bytes(text: string): readonly number[] | undefined {
  if (DOTTED.test(text)) return text.split('.').map(Number);
  if (!text.includes(':') || text.includes('%') || !ipaddr.IPv6.isValid(text)) return undefined;
  return ipaddr.IPv6.parse(text).toByteArray();
}

/** Undefined when the text is no address and no CIDR. An IPv4 address written as IPv6 is the IPv4 address. */
export function parseRange(text: string): Range | undefined {
  const [address = '', mask, ...more] = text.trim().split('/');
  const list = bytes(address);
  if (list === undefined || more.length > 0 || (mask !== undefined && !/^\d{1,3}$/.test(mask)))
    return undefined;
  const whole = list.length * 8;
  const given = mask === undefined ? whole : Number(mask);
  if (given > whole) return undefined;
  const mapped =
    list.length === 16 && list.slice(0, 10).every((b) => b === 0) && list[10] === 255 && list[11] === 255;
  const [part, prefix, family] =
    mapped && given >= 96
      ? [list.slice(12), given - 96, 4 as const]
      : [list, given, list.length === 4 ? (4 as const) : (6 as const)];
  const size = 1n << BigInt(BITS[family] - prefix);
  const number = part.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const from = number - (number % size);
  const broad = prefix < (family === 4 ? 8 : 32);
  return { family, from, to: from + size - 1n, broad };
}

const ranges = (texts: readonly string[]): readonly Range[] =>
  texts.flatMap((text) => parseRange(text) ?? []);

/** No request from the internet carries these: RFC 1918, and IPv6 unique local (RFC 4193). AWS leaves the former out of its rule. */
const PRIVATE = ranges(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']);

export const covers = (range: Range, point: Range): boolean =>
  range.family === point.family && range.from <= point.from && point.to <= range.to;

type Span = readonly [from: bigint, to: bigint];

function merged(list: readonly Range[], family: 4 | 6): readonly Span[] {
  const out: [bigint, bigint][] = [];
  const sorted = list.filter((r) => r.family === family).sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const { from, to } of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1] + 1n) last[1] = to > last[1] ? to : last[1];
    else out.push([from, to]);
  }
  return out;
}

function written(family: 4 | 6, value: bigint): string {
  const list: number[] = [];
  for (let shift = BITS[family] - 8; shift >= 0; shift -= 8)
    list.push(Number((value >> BigInt(shift)) & 255n));
  return ipaddr.fromByteArray(list).toString();
}

/** Half of all IPv4 addresses, listed in however small pieces, is nobody's own network. */
const HALF = 1n << 31n;

/**
 * Where a stranger can call from, one address for each way in which the broad ranges tell addresses apart. A narrow range
 * belongs to whom the policy means, so a stranger is outside all of them; a broad one holds strangers (AWS: "The meaning of public").
 */
export function strangerAddresses(mentioned: readonly Range[]): readonly string[] {
  const found: string[] = [];
  for (const family of [4, 6] as const) {
    const same = mentioned.filter((range) => range.family === family);
    const narrow = same.filter((range) => !range.broad);
    const listed = merged(narrow, family).reduce((sum, [from, to]) => sum + (to - from + 1n), 0n);
    const trusted = family === 4 && listed >= HALF ? [] : narrow;
    const apart = same.filter((range) => !trusted.includes(range));
    const taken = merged([...trusted, ...PRIVATE], family);
    const isTaken = (value: bigint) => taken.some(([from, to]) => from <= value && value <= to);
    const edges = [0n, ...apart.flatMap(({ from, to }) => [from, to + 1n])].filter(
      (value) => !isTaken(value),
    );
    const signatures = new Set<string>();
    for (const value of [...edges, ...taken.map(([, to]) => to + 1n)]) {
      if (value >> BigInt(BITS[family]) > 0n) continue;
      const signature = apart.map(({ from, to }) => (from <= value && value <= to ? '1' : '0')).join('');
      if (signatures.has(signature)) continue;
      signatures.add(signature);
      found.push(written(family, value));
    }
  }
  return found;
}

/** An address in each range mentioned and one outside them all: for callers whose network we know nothing about. */
export function anyAddresses(mentioned: readonly Range[]): readonly string[] {
  return [...mentioned.map((r) => written(r.family, r.from)), ...strangerAddresses(mentioned)];
}

/**
 * Those of the ranges that let the internet in: wider than any one network is, by the measure that AWS takes for "public",
 * or, taken together, half of all IPv4 addresses in however small pieces. Text that is no range is none of them.
 */
export function internetAmong(texts: readonly string[]): readonly string[] {
  const told = texts.flatMap((text) => {
    const range = parseRange(text);
    return range && !PRIVATE.some((own) => covers(own, range)) ? [{ text, range }] : [];
  });
  const broad = told.filter(({ range }) => range.broad);
  if (broad.length > 0) return broad.map(({ text }) => text);
  const spans = merged(
    told.map(({ range }) => range),
    4,
  );
  const listed = spans.reduce((sum, [from, to]) => sum + (to - from + 1n), 0n);
  return listed >= HALF ? told.filter(({ range }) => range.family === 4).map(({ text }) => text) : [];
}
