import { Secret, TOTP } from 'otpauth';
import { toBuffer } from 'qrcode';
import type { OneTimeCodes } from './engine/step-up-desk.ts';

/** What every authenticator app understands without being told. */
const usual = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const issuer = 'HIPAA bot';
/** RFC 4226 asks for 128 bits at least, and recommends 160. */
const secretBytes = 20;

/** Time-based one-time codes (RFC 6238): six digits, new every half minute, one step of clock error forgiven either way. */
export const oneTimeCodes: OneTimeCodes = {
  create: () => new Secret({ size: secretBytes }).base32,
  stepOf(secret, code, at) {
    const timestamp = at.getTime();
    const token = code.replace(/[\s-]/g, '');
    if (!/^\d{6}$/.test(token)) return null;
    const delta = TOTP.validate({
      ...usual,
      token,
      secret: Secret.fromBase32(secret),
      timestamp,
      window: 1,
    });
    return delta === null ? null : TOTP.counter({ period: usual.period, timestamp }) + delta;
  },
  async picture(secret, name) {
    const uri = new TOTP({ ...usual, issuer, label: name, secret: Secret.fromBase32(secret) }).toString();
    const png = await toBuffer(uri, { type: 'png', errorCorrectionLevel: 'M', margin: 4, scale: 6 });
    return png.toString('base64');
  },
};
