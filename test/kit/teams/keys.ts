import { type CryptoKey, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

export const issuer = 'https://api.botframework.com';

/** What a token says, and how it is signed. Each of the bad ones differs from a good one in one thing. */
export interface TokenWish {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string;
  /** Seconds from now. */
  readonly from?: number;
  readonly until?: number;
  readonly algorithm?: 'RS256' | 'HS256' | 'none';
  /** Signed by somebody else's key under the name of a known one. */
  readonly forged?: boolean;
  readonly key?: 'teams' | 'webchat' | 'unknown';
  readonly claims?: Readonly<Record<string, string>>;
}

export interface Keys {
  readonly jwks: { readonly keys: readonly object[] };
  token(wish: TokenWish & { audience: string; serviceUrl: string }): Promise<string>;
}

export async function createKeys(): Promise<Keys> {
  const pair = () => generateKeyPair('RS256', { extractable: true });
  const [teams, webchat, stranger] = await Promise.all([pair(), pair(), pair()]);
  const publicKey = async (key: CryptoKey, kid: string, endorsements: readonly string[]) => ({
    ...(await exportJWK(key)),
    kid,
    use: 'sig',
    endorsements,
  });
  const jwks = {
    keys: [
      await publicKey(teams.publicKey, 'teams', ['msteams']),
      await publicKey(webchat.publicKey, 'webchat', ['webchat']),
    ],
  };
  return {
    jwks,
    async token(wish) {
      const now = Math.floor(Date.now() / 1000);
      const { algorithm = 'RS256', key = 'teams', forged = false, from = 0, until = 3600 } = wish;
      const claims = { serviceurl: wish.serviceUrl, ...wish.claims };
      const times = { nbf: now + from, exp: now + until };
      const payload = { ...claims, ...times, iss: wish.issuer ?? issuer, aud: wish.audience };
      if (algorithm === 'none') return new UnsecuredJWT(payload).encode();
      const header = { alg: algorithm, kid: key, typ: 'JWT' };
      const token = new SignJWT(payload).setProtectedHeader(header);
      if (algorithm === 'HS256')
        return token.sign(new TextEncoder().encode('a secret of thirty-two characters'));
      return token.sign(
        forged ? stranger.privateKey : key === 'webchat' ? webchat.privateKey : teams.privateKey,
      );
    },
  };
}
