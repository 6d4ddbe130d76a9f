import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, knownValue } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import {
  type PasswordPolicySettings,
  passwordPolicySettings,
  passwordPolicySettingsOf,
} from './password-policy-settings.ts';

export interface PasswordPolicy {
  readonly minLength: number;
  /** What a password need not contain. */
  readonly notRequired: readonly string[];
  /** How many earlier passwords may not come back; 0: any may. */
  readonly remembered: number;
  /** `null`: passwords never expire. */
  readonly maxAgeDays: number | null;
}

function policyFrom(settings: PasswordPolicySettings | null): PasswordPolicy | null {
  if (settings === null) return null;
  const classes = {
    'upper-case letters': settings.requireUppercase,
    'lower-case letters': settings.requireLowercase,
    digits: settings.requireNumbers,
    symbols: settings.requireSymbols,
  };
  return {
    minLength: settings.minimumLength,
    notRequired: Object.entries(classes).flatMap(([name, required]) => (required ? [] : [name])),
    remembered: settings.remembered ?? 0,
    maxAgeDays: settings.maxAgeDays,
  };
}

export const passwordPolicyOf = async (reader: AwsReader): Promise<PasswordPolicy | null> =>
  policyFrom(await passwordPolicySettingsOf(reader));

export const passwordPolicyFacts = {
  passwordPolicySettings,
  passwordPolicy: fromFacts(['passwordPolicySettings'], (needs, _account: Subject) =>
    policyFrom(knownValue<PasswordPolicySettings | null>(needs['passwordPolicySettings'])),
  ),
} as const;
