import { paginateGetAccountAuthorizationDetails } from '@aws-sdk/client-iam';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

interface UserGrants {
  readonly groups: readonly string[];
  /** Policies given to the user by name, managed or inline, not through a group. */
  readonly direct: readonly string[];
}

/** Every user's groups and policies, some hundred in a call; three calls per user otherwise. */
const grantsByUser = (reader: AwsReader): Promise<ReadonlyMap<string, UserGrants>> =>
  reader.remember('iam:GetAccountAuthorizationDetails:users', async () => {
    const byArn = new Map<string, UserGrants>();
    const client = reader.iam();
    const operation = 'GetAccountAuthorizationDetails';
    for await (const page of paginateGetAccountAuthorizationDetails({ client }, { Filter: ['User'] })) {
      for (const user of listOf(page.UserDetailList, operation)) {
        const inline = (user.UserPolicyList ?? []).map(({ PolicyName }) => PolicyName ?? '');
        const managed = listOf(user.AttachedManagedPolicies, operation).map(
          ({ PolicyName }) => PolicyName ?? '',
        );
        byArn.set(present(user.Arn, 'a user ARN'), {
          groups: listOf(user.GroupList, operation),
          direct: [...managed, ...inline],
        });
      }
    }
    return byArn;
  });

/** A user of the credential report that has gone since is unknown. */
const of = async (reader: AwsReader, user: Subject): Promise<UserGrants> =>
  present((await grantsByUser(reader)).get(user.id), 'the user');

const permissions = ['iam:GetAccountAuthorizationDetails'] as const;

export const userGrantFacts = {
  groups: fromAccount(permissions, async (reader, user: Subject) => (await of(reader, user)).groups),
  directPolicies: fromAccount(permissions, async (reader, user: Subject) => (await of(reader, user)).direct),
} as const;
