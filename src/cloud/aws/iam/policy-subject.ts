import { type ManagedPolicyDetail, paginateGetAccountAuthorizationDetails } from '@aws-sdk/client-iam';
import type { Subject } from '../../../domain/catalog.ts';
import { fromListing, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export interface Policy extends Subject {
  readonly name: string;
  /** Users, groups and roles that hold it; as a permissions boundary it grants nothing and does not count. */
  readonly attachments: number;
  /** Its default version, as AWS stores it. */
  readonly document: string;
}

/**
 * Pages of policies with their documents: two hundred policies in one call, where ListPolicies and GetPolicyVersion would
 * take two hundred and one. One permission instead of two; users, roles and their inline policies are not asked for.
 */
export async function* policiesOf(
  reader: AwsReader,
  filter: 'LocalManagedPolicy' | 'AWSManagedPolicy',
): AsyncIterable<Policy> {
  const pages = paginateGetAccountAuthorizationDetails(
    { client: reader.iam(), pageSize: 200 },
    { Filter: [filter] },
  );
  for await (const page of pages) {
    for (const told of listOf(page.Policies, 'GetAccountAuthorizationDetails')) yield policyFrom(told);
  }
}

function policyFrom(told: ManagedPolicyDetail): Policy {
  const versions = listOf(told.PolicyVersionList, 'GetAccountAuthorizationDetails');
  const current = versions.find(({ IsDefaultVersion }) => IsDefaultVersion);
  return {
    id: present(told.Arn, 'the policy ARN'),
    region: 'global',
    name: present(told.PolicyName ?? told.Arn?.split('/').at(-1), 'the policy name'),
    attachments: present(told.AttachmentCount, 'AttachmentCount'),
    document: present(current?.Document, "the policy's document"),
  };
}

export const attachments = fromListing(({ attachments }: Policy) => attachments);
