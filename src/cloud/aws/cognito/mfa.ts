import type { Subject } from '../../../domain/catalog.ts';
import { fromCall, present, settable } from '../collect.ts';

/** Raw, so that it can be put back whole. */
export type Mfa = {
  readonly asks: 'OFF' | 'ON' | 'OPTIONAL';
  readonly authenticatorApp: boolean;
  readonly sms: {
    readonly role: string | null;
    readonly externalId: string | null;
    readonly region: string | null;
    readonly message: string | null;
  } | null;
  readonly email: { readonly subject: string | null; readonly message: string | null } | null;
};

const poolId = ({ id }: Subject): string => id.split('/').at(-1) ?? '';

/** Whether sign-in asks for a second factor, and which ones there are. Passkeys stand beside it, and are left alone. */
export const mfa = settable(
  fromCall(['cognito-idp:GetUserPoolMfaConfig'], async (reader, pool: Subject): Promise<Mfa> => {
    const cognito = await reader.service('cognito', pool.region);
    const told = await cognito.getUserPoolMfaConfig({ UserPoolId: poolId(pool) });
    const sms = told.SmsMfaConfiguration;
    const email = told.EmailMfaConfiguration;
    return {
      asks: present(told.MfaConfiguration, 'MfaConfiguration'),
      authenticatorApp: told.SoftwareTokenMfaConfiguration?.Enabled ?? false,
      sms: sms
        ? {
            role: sms.SmsConfiguration?.SnsCallerArn ?? null,
            externalId: sms.SmsConfiguration?.ExternalId ?? null,
            region: sms.SmsConfiguration?.SnsRegion ?? null,
            message: sms.SmsAuthenticationMessage ?? null,
          }
        : null,
      email: email ? { subject: email.Subject ?? null, message: email.Message ?? null } : null,
    };
  }),
  {
    permissions: ['cognito-idp:SetUserPoolMfaConfig', 'iam:PassRole'],
    calls: () => ['SetUserPoolMfaConfig'],
    async put(client, pool, { asks, authenticatorApp, sms, email }) {
      await (await client.service('cognito', pool.region)).setUserPoolMfaConfig({
        UserPoolId: poolId(pool),
        MfaConfiguration: asks,
        SoftwareTokenMfaConfiguration: { Enabled: authenticatorApp },
        ...(sms && {
          SmsMfaConfiguration: {
            ...(sms.message !== null && { SmsAuthenticationMessage: sms.message }),
            ...(sms.role !== null && {
              SmsConfiguration: {
                SnsCallerArn: sms.role,
                ...(sms.externalId !== null && { ExternalId: sms.externalId }),
                ...(sms.region !== null && { SnsRegion: sms.region }),
              },
            }),
          },
        }),
        ...(email && {
          EmailMfaConfiguration: {
            ...(email.subject !== null && { Subject: email.subject }),
            ...(email.message !== null && { Message: email.message }),
          },
        }),
      });
    },
  },
);
