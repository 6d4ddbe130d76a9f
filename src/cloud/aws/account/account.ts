import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { artifactAccountFacts } from '../artifact/account-facts.ts';
import { cloudTrailAccountFacts } from '../cloudtrail/account-facts.ts';
import { cloudWatchAccountFacts } from '../cloudwatch/account-facts.ts';
import { contactAccountFacts } from '../contacts/account-facts.ts';
import { iamAccountFacts } from '../iam/account-facts.ts';
import { organizationsAccountFacts } from '../organizations/account-facts.ts';
import type { AwsReader } from '../reader.ts';
import { s3AccountFacts } from '../s3/account-facts.ts';

async function* list({ identity }: AwsReader): AsyncIterable<Subject> {
  yield { id: `arn:${identity.partition}:iam::${identity.id}:root`, name: identity.name, region: 'global' };
}

/** The account itself. Each service adds the facts it knows of the account as a whole. */
export const account = {
  title: 'AWS account',
  scope: 'global',
  permissions: [],
  pattern: ({ id, partition }) => `arn:${partition}:iam::${id}:root`,
  list,
  facts: {
    ...s3AccountFacts,
    ...iamAccountFacts,
    ...cloudTrailAccountFacts,
    ...cloudWatchAccountFacts,
    ...contactAccountFacts,
    ...organizationsAccountFacts,
    ...artifactAccountFacts,
  },
} as const satisfies ResourceKind<Subject>;
