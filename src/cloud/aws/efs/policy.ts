import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, orNone, present, settable } from '../collect.ts';
import { samePolicy } from '../same-policy.ts';

/** The file system's policy as its author wrote it; `null`: none, and whoever reaches it over the network may use it. */
export const policy = settable(
  fromCall(
    ['elasticfilesystem:DescribeFileSystemPolicy'],
    async (reader, { name: FileSystemId, region }: Subject): Promise<string | null> => {
      const efs = await reader.service('efs', region);
      const told = await orNone(efs.describeFileSystemPolicy({ FileSystemId }), 'PolicyNotFound');
      return told === null ? null : present(told.Policy, 'the policy');
    },
  ),
  {
    permissions: ['elasticfilesystem:PutFileSystemPolicy'],
    calls: () => ['PutFileSystemPolicy'],
    same: samePolicy,
    async put(client, { name: FileSystemId, region }, Policy) {
      if (Policy === null)
        throw new CloudError(
          'unsupported',
          'without a policy more could use it: it is never taken away here',
        );
      await (await client.service('efs', region)).putFileSystemPolicy({ FileSystemId, Policy });
    },
  },
);
