import type { DomainStatus } from '@aws-sdk/client-opensearch';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsByArn } from '../tagging/region-tags.ts';
import { endpoint, logs, nodeToNodeEncryption } from './settings.ts';

export interface DomainSubject extends Subject {
  readonly status: DomainStatus;
}

/** What DescribeDomains takes at once. */
const atOnce = 5;

async function* list(reader: AwsReader, region: string): AsyncIterable<DomainSubject> {
  const openSearch = await reader.service('openSearch', region);
  const told = listOf((await openSearch.listDomainNames({})).DomainNames, 'ListDomainNames');
  const names = told.map(({ DomainName }) => present(DomainName, 'DomainName'));
  for (let first = 0; first < names.length; first += atOnce) {
    const DomainNames = names.slice(first, first + atOnce);
    const { DomainStatusList } = await openSearch.describeDomains({ DomainNames });
    for (const status of listOf(DomainStatusList, 'DescribeDomains'))
      if (!status.Deleted)
        yield {
          id: present(status.ARN, 'the ARN'),
          region,
          name: present(status.DomainName, 'DomainName'),
          status,
        };
  }
}

export const domain = {
  title: 'OpenSearch domain',
  scope: 'regional',
  permissions: ['es:ListDomainNames', 'es:DescribeDomains'],
  pattern: ({ id, partition }, region) => `arn:${partition}:es:${region}:${id}:domain/*`,
  list,
  facts: {
    tags: tagsByArn,
    encryptedAtRest: fromListing(({ status }: DomainSubject): boolean =>
      present(status.EncryptionAtRestOptions?.Enabled, 'EncryptionAtRestOptions'),
    ),
    /** Null: it has a public endpoint. */
    vpc: fromListing(
      ({ status }: DomainSubject): string | null =>
        status.VPCOptions?.VPCId ?? (status.Endpoints?.['vpc'] ? 'a VPC' : null),
    ),
    fineGrainedAccess: fromListing(({ status }: DomainSubject): boolean =>
      present(status.AdvancedSecurityOptions?.Enabled, 'AdvancedSecurityOptions'),
    ),
    nodeToNodeEncryption,
    endpoint,
    logs,
  },
} as const satisfies ResourceKind<DomainSubject>;
