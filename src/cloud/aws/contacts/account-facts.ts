import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, orNone, present } from '../collect.ts';

/** What it says of the account as a whole; spread into the kind `aws.account`. */
export const contactAccountFacts = {
  /** Whether there is one. Who it is stays with AWS. */
  securityContact: fromAccount(['account:GetAlternateContact'], async (reader, _account: Subject) => {
    const account = await reader.service('account', 'us-east-1');
    const told = await orNone(
      account.getAlternateContact({ AlternateContactType: 'SECURITY' }),
      'ResourceNotFoundException',
    );
    return told !== null && present(told.AlternateContact?.EmailAddress, 'the contact') !== '';
  }),
} as const;
