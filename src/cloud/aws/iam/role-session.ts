import { GetRoleCommand, paginateListRoles, UpdateRoleCommand } from '@aws-sdk/client-iam';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, itemsOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** The one thing of a role that only this listing tells; a thousand roles a call. */
const secondsByArn = (reader: AwsReader): Promise<ReadonlyMap<string, number>> =>
  reader.remember('iam:ListRoles', async () => {
    const byArn = new Map<string, number>();
    const pages = paginateListRoles({ client: reader.iam(), pageSize: 1000 }, {});
    for await (const { Arn, MaxSessionDuration } of itemsOf(pages, (page) => page.Roles, 'ListRoles'))
      byArn.set(present(Arn, 'the role ARN'), present(MaxSessionDuration, 'MaxSessionDuration'));
    return byArn;
  });

/** How long a session of the role may last at most. IAM takes one to twelve hours. */
export const maxSessionHours = settable(
  fromAccount(
    ['iam:ListRoles'],
    async (reader, role: Subject): Promise<number> =>
      present((await secondsByArn(reader)).get(role.id), 'the role') / 3600,
  ),
  {
    permissions: ['iam:GetRole', 'iam:UpdateRole'],
    calls: () => ['UpdateRole'],
    async put(client, { name }, hours) {
      const RoleName = present(name, 'the role name');
      if (hours === null) throw new CloudError('unsupported', 'a role is never without a longest session');
      // The operation writes the description too, so what is there is given back to it.
      const { Role } = await client.iam().send(new GetRoleCommand({ RoleName }));
      const { Description } = present(Role, 'the role');
      await client.iam().send(
        new UpdateRoleCommand({
          RoleName,
          MaxSessionDuration: Math.round(hours * 3600),
          ...(Description !== undefined && { Description }),
        }),
      );
    },
  },
);
