import { paginateListEntitiesForPolicy } from '@aws-sdk/client-iam';
import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromFacts, knownValue, listOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type Grants, policyPowers } from './policy-powers.ts';
import { type Policy, policiesOf } from './policy-subject.ts';

/** AWS keeps more than a thousand: only those that somebody here holds are resources of the account. */
async function* list(reader: AwsReader): AsyncIterable<Policy> {
  for await (const policy of policiesOf(reader, 'AWSManagedPolicy')) if (policy.attachments > 0) yield policy;
}

/** Who holds a policy that grants everything: `role/deploy`. Of the many that do not, nobody is asked. */
const holders = fromFacts(
  ['grants'],
  async (needs, policy: Policy, reader): Promise<readonly string[]> => {
    if (!knownValue<Grants>(needs['grants']).everything) return [];
    const found: string[] = [];
    const ask = { PolicyArn: policy.id, PolicyUsageFilter: 'PermissionsPolicy' } as const;
    for await (const page of paginateListEntitiesForPolicy({ client: reader.iam(), pageSize: 1000 }, ask)) {
      found.push(
        ...listOf(page.PolicyUsers, 'ListEntitiesForPolicy').map(({ UserName }) => `user/${UserName}`),
        ...listOf(page.PolicyGroups, 'ListEntitiesForPolicy').map(({ GroupName }) => `group/${GroupName}`),
        ...listOf(page.PolicyRoles, 'ListEntitiesForPolicy').map(({ RoleName }) => `role/${RoleName}`),
      );
    }
    return found;
  },
  ['iam:ListEntitiesForPolicy'],
);

export const awsPolicy = {
  title: 'IAM policy of AWS',
  scope: 'global',
  permissions: ['iam:GetAccountAuthorizationDetails'],
  pattern: ({ partition }) => `arn:${partition}:iam::aws:policy/*`,
  list,
  facts: { grants: policyPowers.grants, holders },
} as const satisfies ResourceKind<Policy>;
