import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, orNone, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** Whom AWS calls, as the account names them. */
export type Contact = {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
};

const home = 'us-east-1';
const AlternateContactType = 'SECURITY';
const permissions = ['account:GetAlternateContact'] as const;

/** `null`: the account names nobody. An account asks about itself without its id. */
const contactOf = (reader: AwsReader): Promise<Contact | null> =>
  reader.remember('account:GetAlternateContact', async () => {
    const account = await reader.service('account', home);
    const told = await orNone(
      account.getAlternateContact({ AlternateContactType }),
      'ResourceNotFoundException',
    );
    if (told === null) return null;
    const {
      Name = '',
      Title = '',
      EmailAddress,
      PhoneNumber = '',
    } = present(told.AlternateContact, 'the contact');
    return { name: Name, title: Title, email: present(EmailAddress, 'its address'), phone: PhoneNumber };
  });

/** What it says of the account as a whole; spread into the kind `aws.account`. */
export const contactAccountFacts = {
  /** Whether there is one. A scan does not keep who it is. */
  securityContact: fromAccount(
    permissions,
    async (reader, _account: Subject) => (await contactOf(reader)) !== null,
  ),
  /** Who it is: read for a plan alone. */
  securityContactDetails: settable(
    fromAccount(permissions, (reader, _account: Subject): Promise<Contact | null> => contactOf(reader)),
    {
      permissions: ['account:PutAlternateContact', 'account:DeleteAlternateContact'],
      calls: ({ after }) => [after === null ? 'DeleteAlternateContact' : 'PutAlternateContact'],
      resources: ({ id }) => [id.replace(/:iam::(\d+):root$/, ':account::$1:account')],
      implies: (contact) => ({ securityContact: contact !== null }),
      async put(client, _account, contact) {
        const account = await client.service('account', home);
        if (contact === null) {
          await account.deleteAlternateContact({ AlternateContactType });
          return;
        }
        const { name: Name, title: Title, email: EmailAddress, phone: PhoneNumber } = contact;
        await account.putAlternateContact({ AlternateContactType, Name, Title, EmailAddress, PhoneNumber });
      },
    },
  ),
} as const;
