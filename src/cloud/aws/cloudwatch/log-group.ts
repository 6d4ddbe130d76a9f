import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromListing, itemsOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsByArn } from '../tagging/region-tags.ts';
import { dataProtectionPolicy, masked, maskedByAccount } from './masking.ts';

export interface LogGroup extends Subject {
  readonly name: string;
  /** `null`: entries never expire. */
  readonly retentionDays: number | null;
  readonly kmsKey: string | null;
  readonly class: string;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<LogGroup> {
  const logs = await reader.service('logs', region);
  const pages = logs.paginateDescribeLogGroups({ limit: 50 });
  for await (const told of itemsOf(pages, (page) => page.logGroups, 'DescribeLogGroups'))
    yield {
      // Told with the pattern of its streams at the end.
      id: present(told.logGroupArn ?? told.arn, 'the log group ARN').replace(/:\*$/, ''),
      region,
      name: present(told.logGroupName, 'the log group name'),
      retentionDays: told.retentionInDays ?? null,
      kmsKey: told.kmsKeyId ?? null,
      class: told.logGroupClass ?? 'STANDARD',
    };
}

/** IAM knows a group with and without its streams, by action. */
const resources = ({ id }: Subject): readonly string[] => [id, `${id}:*`];

export const logGroup = {
  title: 'CloudWatch log group',
  scope: 'regional',
  permissions: ['logs:DescribeLogGroups'],
  pattern: ({ id, partition }, region) => `arn:${partition}:logs:${region}:${id}:log-group:*`,
  list,
  facts: {
    class: fromListing((group: LogGroup) => group.class),
    tags: tagsByArn,
    dataProtectionPolicy,
    masked,
    maskedByAccount,
    retentionDays: settable(
      fromListing(({ retentionDays }: LogGroup) => retentionDays),
      {
        permissions: ['logs:PutRetentionPolicy'],
        calls: () => ['PutRetentionPolicy'],
        resources,
        async put(client, { name: logGroupName, region }, retentionInDays) {
          // What never expires needs no cure, so there is no way back to it either.
          if (retentionInDays === null)
            throw new CloudError('unsupported', 'entries are never made to stay for ever from here');
          await (await client.service('logs', region)).putRetentionPolicy({ logGroupName, retentionInDays });
        },
      },
    ),
    kmsKey: settable(
      fromListing(({ kmsKey }: LogGroup) => kmsKey),
      {
        permissions: ['logs:AssociateKmsKey', 'logs:DisassociateKmsKey'],
        calls: ({ after }) => [after === null ? 'DisassociateKmsKey' : 'AssociateKmsKey'],
        resources,
        async put(client, { name: logGroupName, region }, kmsKeyId) {
          const logs = await client.service('logs', region);
          if (kmsKeyId === null) await logs.disassociateKmsKey({ logGroupName });
          else await logs.associateKmsKey({ logGroupName, kmsKeyId });
        },
      },
    ),
  },
} as const satisfies ResourceKind<LogGroup>;
