import { parsePolicy, publicAccess } from '../../../access/index.ts';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, fromFacts, knownValue, orNone, present, settable } from '../collect.ts';
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

/** What the policy allows to strangers; `null`: nothing. */
export const openTo = fromFacts(['policy'], (needs, { id }: Subject, reader): string | null => {
  const text = knownValue<string | null>(needs['policy']);
  if (text === null) return null;
  const context = {
    service: 'elasticfilesystem',
    resource: id,
    accountId: reader.identity.id,
    now: new Date(),
  };
  const { any } = publicAccess(parsePolicy(text), context);
  if (any.public === 'unknown') throw new CloudError('unsupported', any.because);
  return any.public ? any.because : null;
});
