import { describe, expect, test } from 'vitest';
import { ConfigError } from '../src/domain/errors.ts';
import { Unsealable, type Vault } from '../src/domain/vault.ts';
import { keyOf, openVault } from '../src/vault.ts';

const key = (byte: number, length = 32) => Buffer.alloc(length, byte).toString('base64');
const open = (text: string): Vault => {
  const vault = openVault(text);
  if (vault === null) throw new Error('no vault');
  return vault;
};
const why = (vault: Vault, sealed: string, about = 'second-factor:ann') => {
  try {
    return vault.open(sealed, about);
  } catch (error) {
    return error instanceof Unsealable ? error.why : error;
  }
};

describe('the key', () => {
  test.each([
    ['31 bytes', key(1, 31), false],
    ['32 bytes', key(1, 32), true],
    ['33 bytes', key(1, 33), false],
    ['a newline after it, as files have one', `${key(1)}\n`, true],
    ['url-safe base64 without padding', Buffer.alloc(32, 251).toString('base64url'), true],
    ['hexadecimal', Buffer.alloc(32, 1).toString('hex'), false],
    ['a password', 'correct horse battery staple', false],
  ])('%s: %#', (_what, text, fits) => {
    expect(keyOf(text) !== null).toBe(fits);
  });

  test('of another length is refused with how to make one, and is not repeated', () => {
    const short = key(7, 16);
    expect(() => openVault(short)).toThrow(ConfigError);
    expect(() => openVault(short)).toThrow(/32 bytes in base64.*openssl rand -base64 32.*HIPAA_SECRET_KEY/);
    expect(() => openVault(short)).not.toThrow(short);
  });

  test.each([undefined, ''])('%j: there is no vault', (text) => expect(openVault(text)).toBeNull());
});

describe('a sealed text', () => {
  const vault = open(key(1));

  test('opens to what was sealed, and never looks the same', () => {
    const texts = [1, 2].map(() => vault.seal('JBSWY3DPEHPK3PXP', 'second-factor:ann'));
    expect(new Set(texts).size).toBe(2);
    for (const text of texts) {
      expect(text).not.toContain('JBSWY3DPEHPK3PXP');
      expect(vault.open(text, 'second-factor:ann')).toBe('JBSWY3DPEHPK3PXP');
    }
  });

  test('of one person does not open for another', () => {
    expect(why(vault, vault.seal('s', 'second-factor:ann'), 'second-factor:bob')).toBe('damaged');
  });

  test('under another key says so', () => {
    const sealed = vault.seal('s', 'second-factor:ann');
    expect(why(open(key(2)), sealed)).toBe('otherKey');
    expect(new Unsealable('otherKey').message).toMatch(/another HIPAA_SECRET_KEY/);
  });

  test('with one character changed does not open', () => {
    const sealed = vault.seal('secret', 'second-factor:ann');
    for (let i = 0; i < sealed.length; i++) {
      // The last character of a part may hold bits that say nothing; a change of the ones before it always counts.
      if (sealed[i] === '.' || sealed[i + 1] === '.' || i === sealed.length - 1) continue;
      const changed = sealed.slice(0, i) + (sealed[i] === 'A' ? 'B' : 'A') + sealed.slice(i + 1);
      expect(['damaged', 'otherKey'], changed).toContain(why(vault, changed));
    }
  });

  test.each(['', 'v1', 'v1.a.b', 'JBSWY3DPEHPK3PXP', 'v1.x.y.z.a.b'])('%j is none', (text) => {
    expect(why(vault, text)).toBe('damaged');
  });

  test('with a shortened tag does not open', () => {
    const parts = vault.seal('secret', 'second-factor:ann').split('.');
    parts[3] = Buffer.from(parts[3] ?? '', 'base64url')
      .subarray(0, 4)
      .toString('base64url');
    expect(why(vault, parts.join('.'))).toBe('damaged');
  });
});
