import { describe, expect, test } from 'vitest';
import { oneTimeCodes as codes } from '../src/one-time-codes.ts';

/** `12345678901234567890` in base32: the secret of RFC 6238, appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

// The RFC's table for SHA-1; apps show its last six digits.
test.each([
  [59, '94287082', 0x1],
  [1111111109, '07081804', 0x23523ec],
  [1111111111, '14050471', 0x23523ed],
  [1234567890, '89005924', 0x273ef07],
  [2000000000, '69279037', 0x3f940aa],
  [20000000000, '65353130', 0x27bc86aa],
])('RFC 6238 at %i s: %s', (seconds, code, step) => {
  expect(codes.stepOf(secret, code.slice(-6), at(seconds))).toBe(step);
});

describe('a code', () => {
  const code = '050471'; // of the step that begins at 1111111110
  const begin = 1111111110;
  test.each([
    ['the second before the step before it', begin - 31, false],
    ['the step before it, first second', begin - 30, true],
    ['its own first second', begin, true],
    ['its own last second', begin + 29, true],
    ['the step after it, last second', begin + 59, true],
    ['one second later', begin + 60, false],
  ])('in %s', (_when, seconds, taken) => {
    expect(codes.stepOf(secret, code, at(seconds))).toBe(taken ? 0x23523ed : null);
  });

  test.each([
    ['050 471', true],
    ['050-471', true],
    ['50471', false],
    ['0050471', false],
    ['050472', false],
    ['', false],
    ['abcdef', false],
    ['٠٥٠٤٧١', false],
  ])('typed as %j', (typed, taken) => {
    expect(codes.stepOf(secret, typed, at(begin)) !== null).toBe(taken);
  });
});

test('a new secret has 160 bits, and is never the same', () => {
  const made = Array.from({ length: 20 }, () => codes.create());
  expect(new Set(made).size).toBe(20);
  for (const one of made) expect(one).toMatch(/^[A-Z2-7]{32}$/);
});

test('the picture is a PNG', async () => {
  const png = Buffer.from(await codes.picture(secret, 'Ann Example'), 'base64');
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)].every((side) => side > 200 && side < 800)).toBe(true);
});
