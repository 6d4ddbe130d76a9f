import { isDeepStrictEqual } from 'node:util';
import {
  DeleteAccountPasswordPolicyCommand,
  GetAccountPasswordPolicyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, orNone, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { AwsWriter } from '../writer.ts';

/** Every setting, as IAM holds it. `null`: that limit is not set. */
export type PasswordPolicySettings = {
  readonly minimumLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  readonly allowUsersToChange: boolean;
  readonly maxAgeDays: number | null;
  readonly remembered: number | null;
  /** Whoever lets a password expire must ask an administrator for a new one. */
  readonly hardExpiry: boolean | null;
};

/** `null`: the account has none of its own, and AWS's default holds (eight characters, no expiry, no memory). */
export async function passwordPolicySettingsOf(reader: AwsReader): Promise<PasswordPolicySettings | null> {
  const answer = await reader.remember('iam:GetAccountPasswordPolicy', () =>
    orNone(
      reader.iam().send(new GetAccountPasswordPolicyCommand({})),
      'NoSuchEntity',
      'NoSuchEntityException',
    ),
  );
  if (answer === null) return null;
  const told = present(answer.PasswordPolicy, 'the password policy');
  return {
    minimumLength: present(told.MinimumPasswordLength, 'MinimumPasswordLength'),
    requireUppercase: told.RequireUppercaseCharacters ?? false,
    requireLowercase: told.RequireLowercaseCharacters ?? false,
    requireNumbers: told.RequireNumbers ?? false,
    requireSymbols: told.RequireSymbols ?? false,
    allowUsersToChange: told.AllowUsersToChangePassword ?? false,
    maxAgeDays: told.ExpirePasswords && told.MaxPasswordAge ? told.MaxPasswordAge : null,
    remembered: told.PasswordReusePrevention ?? null,
    hardExpiry: told.HardExpiry ?? null,
  };
}

/** The update replaces all: a setting that it leaves out falls back to AWS's default, so every one is sent. */
async function put(client: AwsWriter, value: PasswordPolicySettings | null): Promise<void> {
  if (value === null) {
    await orNone(
      client.iam().send(new DeleteAccountPasswordPolicyCommand({})),
      'NoSuchEntity',
      'NoSuchEntityException',
    );
    return;
  }
  await client.iam().send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: value.minimumLength,
      RequireUppercaseCharacters: value.requireUppercase,
      RequireLowercaseCharacters: value.requireLowercase,
      RequireNumbers: value.requireNumbers,
      RequireSymbols: value.requireSymbols,
      AllowUsersToChangePassword: value.allowUsersToChange,
      ...(value.maxAgeDays !== null && { MaxPasswordAge: value.maxAgeDays }),
      ...(value.remembered !== null && { PasswordReusePrevention: value.remembered }),
      ...(value.hardExpiry !== null && { HardExpiry: value.hardExpiry }),
    }),
  );
}

const whole = (value: PasswordPolicySettings | null) =>
  value && { ...value, hardExpiry: value.hardExpiry ?? false };

export const passwordPolicySettings = settable(
  fromAccount(['iam:GetAccountPasswordPolicy'], (reader, _account: Subject) =>
    passwordPolicySettingsOf(reader),
  ),
  {
    permissions: ['iam:UpdateAccountPasswordPolicy', 'iam:DeleteAccountPasswordPolicy'],
    calls: ({ after }) => [after === null ? 'DeleteAccountPasswordPolicy' : 'UpdateAccountPasswordPolicy'],
    // IAM knows no narrower resource for the account's one policy.
    resources: () => ['*'],
    // IAM may tell of a hard expiry that nobody set: it is off.
    same: (a, b) => isDeepStrictEqual(whole(a), whole(b)),
    put: (client, _account, value) => put(client, value),
  },
);
