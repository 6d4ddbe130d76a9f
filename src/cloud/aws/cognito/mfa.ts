import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, present, settable } from '../collect.ts';

/** Whether sign-in asks for a second factor, and which there are: raw, so that it can be put back whole. */
export type Mfa = {
  readonly asks: 'OFF' | 'ON' | 'OPTIONAL';
  readonly authenticatorApp: boolean;
  /** Cognito sends them by a role that it was handed. */
  readonly textMessages: boolean;
  readonly email: { readonly subject: string | null; readonly message: string | null } | null;
  readonly passkeys: { readonly relyingParty: string | null; readonly verification: string | null } | null;
  /** It says something of passkeys or text messages that is not known here, and would be lost. */
  readonly more: boolean;
};

const poolId = ({ id }: Subject): string => id.split('/').at(-1) ?? '';

export const mfa = settable(
  fromCall(['cognito-idp:GetUserPoolMfaConfig'], async (reader, pool: Subject): Promise<Mfa> => {
    const cognito = await reader.service('cognito', pool.region);
    const told = await cognito.getUserPoolMfaConfig({ UserPoolId: poolId(pool) });
    const email = told.EmailMfaConfiguration;
    const { RelyingPartyId, UserVerification, ...ofPasskeys } = told.WebAuthnConfiguration ?? {};
    const { SmsConfiguration, ...ofTexts } = told.SmsMfaConfiguration ?? {};
    return {
      asks: present(told.MfaConfiguration, 'MfaConfiguration'),
      authenticatorApp: told.SoftwareTokenMfaConfiguration?.Enabled ?? false,
      textMessages: Boolean(SmsConfiguration),
      email: email ? { subject: email.Subject ?? null, message: email.Message ?? null } : null,
      passkeys: told.WebAuthnConfiguration
        ? { relyingParty: RelyingPartyId ?? null, verification: UserVerification ?? null }
        : null,
      more: Object.keys({ ...ofPasskeys, ...ofTexts }).length > 0,
    };
  }),
  {
    permissions: ['cognito-idp:SetUserPoolMfaConfig'],
    calls: () => ['SetUserPoolMfaConfig'],
    async put(client, pool, { asks, authenticatorApp, textMessages, email, passkeys, more }) {
      if (textMessages || more)
        throw new CloudError('unsupported', 'text messages need a role that is not handed over from here');
      await (await client.service('cognito', pool.region)).setUserPoolMfaConfig({
        UserPoolId: poolId(pool),
        MfaConfiguration: asks,
        SoftwareTokenMfaConfiguration: { Enabled: authenticatorApp },
        ...(email && {
          EmailMfaConfiguration: {
            ...(email.subject !== null && { Subject: email.subject }),
            ...(email.message !== null && { Message: email.message }),
          },
        }),
        ...(passkeys && {
          WebAuthnConfiguration: {
            ...(passkeys.relyingParty !== null && { RelyingPartyId: passkeys.relyingParty }),
            ...(passkeys.verification !== null && {
              UserVerification: passkeys.verification as 'required' | 'preferred',
            }),
          },
        }),
      });
    },
  },
);
