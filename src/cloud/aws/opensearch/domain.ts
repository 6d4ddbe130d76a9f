import type { DomainStatus } from '@aws-sdk/client-opensearch';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { everyOf, fromListing, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsByArn } from '../tagging/region-tags.ts';
import { encryptedAtRest, endpoint, logs, nodeToNodeEncryption } from './settings.ts';

export interface DomainSubject extends Subject {
  readonly status: DomainStatus;
}

/** What DescribeDomains takes at once. */
const atOnce = 5;

export const domainPermissions = ['es:ListDomainNames', 'es:DescribeDomains'] as const;

/** Every domain of the region: asked once per scan. */
export const domainsOf = (reader: AwsReader, region: string): Promise<readonly DomainSubject[]> =>
  reader.remember(`es:DescribeDomains:${region}`, () => everyOf(told(reader, region)));

async function* list(reader: AwsReader, region: string): AsyncIterable<DomainSubject> {
  yield* await domainsOf(reader, region);
}

async function* told(reader: AwsReader, region: string): AsyncIterable<DomainSubject> {
  const openSearch = await reader.service('openSearch', region);
  const listed = listOf((await openSearch.listDomainNames({})).DomainNames, 'ListDomainNames');
  const names = listed.map(({ DomainName }) => present(DomainName, 'DomainName'));
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
  permissions: domainPermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:es:${region}:${id}:domain/*`,
  list,
  facts: {
    tags: tagsByArn,
    encryptedAtRest,
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
