import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import type { Standing } from '../../../domain/provider.ts';
import { fromAccount, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { identities, identityPermissions, type UserIdentity } from './identities.ts';

/** A user of the credential report that has gone since is unknown. */
const of = async (reader: AwsReader, user: string): Promise<UserIdentity> => {
  const { users } = await identities(reader);
  return present(
    users.find(({ arn }) => arn === user),
    'the user',
  );
};

/** Whether the person behind a user, by its ARN, is still among the people of the chat. */
export async function standingOf(reader: AwsReader, user: string): Promise<Exclude<Standing, 'unknown'>> {
  if (reader.standing === undefined) throw new CloudError('unsupported', 'no chat is connected');
  const { name, tags } = await of(reader, user);
  const standing = await reader.standing({ user: name, account: reader.identity.id, tags });
  if (standing === 'unknown') throw new CloudError('failed', 'the chat did not say who this is');
  return standing;
}

export const userGrantFacts = {
  groups: fromAccount(
    identityPermissions,
    async (reader, user: Subject) => (await of(reader, user.id)).groups,
  ),
  /** Policies given to the user by name, managed or inline, not through a group. */
  directPolicies: fromAccount(identityPermissions, async (reader, user: Subject) => {
    const { managed, inline } = await of(reader, user.id);
    return [...managed, ...inline.map(({ name }) => name)];
  }),
  inlinePolicies: fromAccount(identityPermissions, async (reader, user: Subject) =>
    (await of(reader, user.id)).inline.map(({ name }) => name),
  ),
  /** Whether the person is still among the people of the chat; `unmatched`: nobody there is known to be this user. */
  standing: fromAccount(identityPermissions, (reader, user: Subject) => standingOf(reader, user.id)),
} as const;
