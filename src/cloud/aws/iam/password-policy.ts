import { GetAccountPasswordPolicyCommand } from '@aws-sdk/client-iam';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, orNone, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export interface PasswordPolicy {
  readonly minLength: number;
  /** What a password need not contain. */
  readonly notRequired: readonly string[];
  /** How many earlier passwords may not come back; 0: any may. */
  readonly remembered: number;
  /** `null`: passwords never expire. */
  readonly maxAgeDays: number | null;
}

/** `null`: the account has none of its own, and AWS's default holds (eight characters, no expiry, no memory). */
export async function passwordPolicyOf(reader: AwsReader): Promise<PasswordPolicy | null> {
  const answer = await reader.remember('iam:GetAccountPasswordPolicy', () =>
    orNone(
      reader.iam().send(new GetAccountPasswordPolicyCommand({})),
      'NoSuchEntity',
      'NoSuchEntityException',
    ),
  );
  if (answer === null) return null;
  const policy = present(answer.PasswordPolicy, 'the password policy');
  const classes = {
    'upper-case letters': policy.RequireUppercaseCharacters,
    'lower-case letters': policy.RequireLowercaseCharacters,
    digits: policy.RequireNumbers,
    symbols: policy.RequireSymbols,
  };
  return {
    minLength: present(policy.MinimumPasswordLength, 'MinimumPasswordLength'),
    notRequired: Object.entries(classes).flatMap(([name, required]) => (required ? [] : [name])),
    remembered: policy.PasswordReusePrevention ?? 0,
    maxAgeDays: policy.ExpirePasswords && policy.MaxPasswordAge ? policy.MaxPasswordAge : null,
  };
}

export const passwordPolicyFacts = {
  passwordPolicy: fromAccount(['iam:GetAccountPasswordPolicy'], (reader, _account: Subject) =>
    passwordPolicyOf(reader),
  ),
} as const;
