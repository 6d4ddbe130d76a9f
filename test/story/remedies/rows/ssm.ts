import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter } from '../row.ts';

const Name = 'restart-web';
const shares =
  (...AccountIdsToAdd: readonly string[]) =>
  async ({ sdk }: Aws) =>
    (await sdk('ssm')).modifyDocumentPermission({
      Name,
      PermissionType: 'Share',
      AccountIdsToAdd: [...AccountIdsToAdd],
    });

/** What runs on servers. */
export const ssm: Chapter = {
  title: 'remedies of Systems Manager, on moto',
  rows: [
    {
      remedy: 'aws/ssm/document-private',
      check: 'aws/ssm/document-public',
      seed: async (aws) => {
        await (await aws.sdk('ssm')).createDocument({
          Name,
          Content: JSON.stringify({ schemaVersion: '2.2', description: 'x', mainSteps: [] }),
          DocumentType: 'Command',
          DocumentFormat: 'JSON',
        });
        await shares('all')(aws);
        return `arn:aws:ssm:us-east-1:${testAccountId}:document/${Name}`;
      },
      change: ['all: "$DEFAULT" → absent'],
      calls: ['ModifyDocumentPermission'],
      undo: ['ModifyDocumentPermission'],
      state: async ({ sdk }) =>
        told((await sdk('ssm')).describeDocumentPermission({ Name, PermissionType: 'Share' })),
      meddle: shares('444455556666'),
    },
  ],
};
