import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromAccount, itemsOf, present } from '../collect.ts';
import { instanceInformation } from '../ec2/managed.ts';
import type { AwsReader } from '../reader.ts';

/** Servers that Systems Manager knows: EC2 instances (`i-…`) and others (`mi-…`). */
async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const { id: account, partition } = reader.identity;
  for (const told of await instanceInformation(reader, region)) {
    const instance = present(told.InstanceId, 'the instance id');
    const of = instance.startsWith('mi-') ? 'ssm' : 'ec2';
    const type = instance.startsWith('mi-') ? 'managed-instance' : 'instance';
    const id = `arn:${partition}:${of}:${region}:${account}:${type}/${instance}`;
    yield { id, region, name: instance };
  }
}

/** How a server stands to what is required of it, as Systems Manager last saw. */
export interface Compliance {
  readonly compliant: boolean;
  /** How much is wanting. */
  readonly wanting: number;
}

/** The summaries of the whole region, by instance and what is looked at: asked once per scan. */
const compliances = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, Compliance>> =>
  reader.remember(`ssm:ListResourceComplianceSummaries:${region}`, async () => {
    const ssm = await reader.service('ssm', region);
    const byInstance = new Map<string, Compliance>();
    const pages = ssm.paginateListResourceComplianceSummaries({ MaxResults: 50 });
    for await (const told of itemsOf(
      pages,
      (page) => page.ResourceComplianceSummaryItems,
      'ListResourceComplianceSummaries',
    ))
      byInstance.set(`${told.ComplianceType} ${present(told.ResourceId, 'ResourceId')}`, {
        compliant: present(told.Status, 'Status') === 'COMPLIANT',
        wanting: told.NonCompliantSummary?.NonCompliantCount ?? 0,
      });
    return byInstance;
  });

/** `null`: nothing of the kind is reported about it. */
const complianceOf = (type: 'Patch' | 'Association') =>
  fromAccount(
    ['ssm:ListResourceComplianceSummaries'],
    async (reader, { name, region }: Subject): Promise<Compliance | null> =>
      (await compliances(reader, region)).get(`${type} ${name}`) ?? null,
  );

export const managedInstance = {
  title: 'Managed server',
  scope: 'regional',
  permissions: ['ssm:DescribeInstanceInformation'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ec2:${region}:${id}:instance/*`,
  list,
  facts: { patches: complianceOf('Patch'), associations: complianceOf('Association') },
} as const satisfies ResourceKind<Subject>;
