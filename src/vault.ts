import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ConfigError } from './domain/errors.ts';
import { Unsealable, type Vault } from './domain/vault.ts';

const keyBytes = 32;
const nonceBytes = 12;
const form = 'v1';

/** What to do about a missing or a wrong key; goes on after "HIPAA_SECRET_KEY …". */
export const howToMakeAKey =
  'Make one with `openssl rand -base64 32`, keep it where other secrets are kept, and put it into the environment as HIPAA_SECRET_KEY';

/** The key's bytes; null for anything but 32 bytes in base64. */
export function keyOf(text: string): Buffer | null {
  const trimmed = text.trim();
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return null;
  const key = Buffer.from(trimmed, 'base64');
  return key.length === keyBytes ? key : null;
}

/** Names a key without telling it, so that a changed key is told from a damaged text. */
const idOf = (key: Buffer): string =>
  createHash('sha256').update('hipaa sealing key ').update(key).digest('hex').slice(0, 8);

/** Seals with AES-256-GCM under HIPAA_SECRET_KEY; null without one. Refuses a key of another length. */
export function openVault(secretKey: string | undefined): Vault | null {
  if (!secretKey) return null;
  const key = keyOf(secretKey);
  if (key === null) throw new ConfigError([`HIPAA_SECRET_KEY is not 32 bytes in base64. ${howToMakeAKey}.`]);
  const id = idOf(key);
  const bound = (about: string) => Buffer.from(`${form}.${id}.${about}`, 'utf8');
  return {
    seal(secret, about) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(about));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return [form, id, ...[nonce, cipher.getAuthTag(), text].map((b) => b.toString('base64url'))].join('.');
    },
    open(sealed, about) {
      const [version, sealedBy, ...rest] = sealed.split('.');
      const [nonce, tag, text] = rest.map((part) => Buffer.from(part, 'base64url'));
      if (version !== form || rest.length !== 3 || !nonce || !tag || !text) throw new Unsealable('damaged');
      if (sealedBy !== id) throw new Unsealable('otherKey');
      if (nonce.length !== nonceBytes || tag.length !== 16) throw new Unsealable('damaged');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound(about)).setAuthTag(tag);
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new Unsealable('damaged', { cause });
      }
    },
  };
}
