import { consolePasswords } from './console-passwords.ts';
import { emergencyEntries } from './emergency-entries.ts';
import { passwordPolicyFacts } from './password-policy.ts';
import { rootFacts } from './root.ts';

/** What IAM says of the account as a whole; spread into the kind `aws.account`. */
export const iamAccountFacts = {
  ...rootFacts,
  ...passwordPolicyFacts,
  consolePasswords,
  emergencyEntries,
} as const;
