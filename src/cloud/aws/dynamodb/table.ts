import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { backupByTag, lastBackupAt, protection } from '../backup/by-tag.ts';
import { fromCall, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsByArn } from '../tagging/region-tags.ts';
import { billing } from './billing.ts';
import { encryption } from './encryption.ts';
import { pointInTimeRecoveryDays } from './point-in-time-recovery.ts';
import { resourcePolicy } from './resource-policy.ts';
import { notScaling } from './scaling.ts';
import { type Table, tableNames, tableOf } from './tables.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const { id, partition } = reader.identity;
  for (const name of await tableNames(reader, region))
    yield { id: `arn:${partition}:dynamodb:${region}:${id}:table/${name}`, region, name };
}

const description = fromCall(
  ['dynamodb:DescribeTable'],
  async (reader, { region, name }: Subject): Promise<Table> => {
    const table = await tableOf(reader, region, present(name, 'the name'));
    if (table === null) throw new CloudError('failed', 'the table went away during the scan');
    return table;
  },
);

export const table = {
  title: 'DynamoDB table',
  scope: 'regional',
  permissions: ['dynamodb:ListTables'],
  pattern: ({ id, partition }, region) => `arn:${partition}:dynamodb:${region}:${id}:table/*`,
  list,
  facts: {
    tags: tagsByArn,
    description,
    encryption,
    resourcePolicy,
    pointInTimeRecoveryDays,
    billing,
    notScaling,
    ...backupByTag(['dynamodb:TagResource', 'dynamodb:UntagResource'], { tagsAreListed: false }),
    lastBackupAt,
    protection,
  },
} as const satisfies ResourceKind<Subject>;
