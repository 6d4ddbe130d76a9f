import { fromCall, settable } from '../collect.ts';
import type { AccessKey } from './access-key.ts';
import { keyInSlot, keyPermissions, keyUseOf, setKeyStatus } from './key-slots.ts';

/** Asked of IAM itself, for a plan: the credential report tells of a change up to four hours later. */
export const keyStatusFacts = {
  status: settable(
    fromCall(
      ['iam:ListAccessKeys'],
      async (reader, { row, slot }: AccessKey) => (await keyInSlot(reader.iam(), row, slot)).status,
    ),
    {
      permissions: keyPermissions,
      resources: ({ row }) => [row.arn],
      touches: ({ row }) => [row.arn],
      calls: () => ['UpdateAccessKey'],
      implies: (status) => (status === 'Inactive' ? { live: null } : {}),
      put: (client, { row, slot }, status) => setKeyStatus(client.iam(), row, slot, status),
    },
  ),
  use: fromCall(['iam:ListAccessKeys', 'iam:GetAccessKeyLastUsed'], (reader, { row, slot }: AccessKey) =>
    keyUseOf(reader.iam(), row, slot),
  ),
} as const;
