import type { ResourceKind } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromListing, itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsByArn } from '../tagging/region-tags.ts';
import { aliasesOpenTo } from './alias-policies.ts';
import { reservedConcurrency } from './concurrency.ts';
import { deadLetterTarget, onFailure } from './failed-events.ts';
import { policy } from './function-policy.ts';
import { functionSubject, type LambdaFunction } from './function-subject.ts';
import { openTo } from './open-to.ts';
import { urls } from './urls.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<LambdaFunction> {
  const pages = (await reader.service('lambda', region)).paginateListFunctions({ MaxItems: 50 });
  for await (const told of itemsOf(pages, (page) => page.Functions, 'ListFunctions'))
    yield functionSubject(told, region);
}

const vpcId = fromListing((fn: LambdaFunction) => fn.vpcId);

/** Names only: the values were looked at in memory and are gone. */
const secretVariables = fromListing(({ environment }: LambdaFunction): readonly string[] => {
  if (environment.read) return environment.secrets;
  throw new CloudError('denied', `Lambda could not decrypt the environment (${environment.because})`);
});

export const lambdaFunction = {
  title: 'Lambda function',
  scope: 'regional',
  permissions: ['lambda:ListFunctions'],
  pattern: ({ id, partition }, region) => `arn:${partition}:lambda:${region}:${id}:function:*`,
  list,
  facts: {
    vpcId,
    deadLetterTarget,
    onFailure,
    secretVariables,
    reservedConcurrency,
    urls,
    policy,
    openTo,
    aliasesOpenTo,
    tags: tagsByArn,
  },
} as const satisfies ResourceKind<LambdaFunction>;
