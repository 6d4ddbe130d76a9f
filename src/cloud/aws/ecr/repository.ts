import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, itemsOf, orNone, present, settable } from '../collect.ts';
import { policyOpenTo } from '../policy-open-to.ts';
import type { AwsReader } from '../reader.ts';
import { samePolicy } from '../same-policy.ts';
import { tagsByArn } from '../tagging/region-tags.ts';

export interface Repository extends Subject {
  readonly name: string;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<Repository> {
  const pages = (await reader.service('ecr', region)).paginateDescribeRepositories({ maxResults: 1000 });
  for await (const told of itemsOf(pages, (page) => page.repositories, 'DescribeRepositories'))
    yield {
      id: present(told.repositoryArn, 'the repository ARN'),
      region,
      name: present(told.repositoryName, 'the repository name'),
    };
}

/** `null`: none. */
const policy = settable(
  fromCall(
    ['ecr:GetRepositoryPolicy'],
    async (reader, { name: repositoryName, region }: Repository): Promise<string | null> => {
      const ecr = await reader.service('ecr', region);
      const told = await orNone(
        ecr.getRepositoryPolicy({ repositoryName }),
        'RepositoryPolicyNotFoundException',
      );
      return told && present(told.policyText, 'the policy');
    },
  ),
  {
    permissions: ['ecr:SetRepositoryPolicy', 'ecr:DeleteRepositoryPolicy'],
    calls: ({ after }) => [after === null ? 'DeleteRepositoryPolicy' : 'SetRepositoryPolicy'],
    same: samePolicy,
    async put(client, { name: repositoryName, region }, policyText) {
      const ecr = await client.service('ecr', region);
      if (policyText === null) await ecr.deleteRepositoryPolicy({ repositoryName });
      // ECR refuses a policy under which the caller could not change it again; that guard is never switched off.
      else await ecr.setRepositoryPolicy({ repositoryName, policyText });
    },
  },
);

export const repository = {
  title: 'ECR repository',
  scope: 'regional',
  permissions: ['ecr:DescribeRepositories'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ecr:${region}:${id}:repository/*`,
  list,
  facts: { policy, openTo: policyOpenTo('ecr'), tags: tagsByArn },
} as const satisfies ResourceKind<Repository>;
