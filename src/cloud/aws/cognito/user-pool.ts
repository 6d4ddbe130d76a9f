import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { mfa } from './mfa.ts';

const arnOf = ({ id, partition }: { id: string; partition: string }, region: string, pool: string) =>
  `arn:${partition}:cognito-idp:${region}:${id}:userpool/${pool}`;

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const pages = (await reader.service('cognito', region)).paginateListUserPools({ MaxResults: 60 });
  for await (const { Id, Name } of itemsOf(pages, (page) => page.UserPools, 'ListUserPools')) {
    const pool = present(Id, 'the id of the user pool');
    yield { id: arnOf(reader.identity, region, pool), name: Name ?? pool, region };
  }
}

export const userPool = {
  title: 'Cognito user pool',
  scope: 'regional',
  permissions: ['cognito-idp:ListUserPools'],
  pattern: (account, region) => arnOf(account, region, '*'),
  list,
  facts: { mfa },
} as const satisfies ResourceKind<Subject>;
