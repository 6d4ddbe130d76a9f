import type { CertificateSummary, KeyAlgorithm } from '@aws-sdk/client-acm';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export interface Certificate extends Subject {
  readonly name: string;
  readonly validity: Validity;
}

interface Validity {
  readonly status: string;
  /** `null`: it was never issued. */
  readonly until: string | null;
  /** Something of the account, or elsewhere after an export, shows it to its callers. */
  readonly used: boolean;
  /** ACM renews what it issued itself, if it is used and the domain still answers for it. */
  readonly imported: boolean;
}

/** Without naming them ACM lists only certificates with RSA keys of 1024 and 2048 bits. */
const keyTypes: readonly KeyAlgorithm[] = [
  'RSA_1024',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'EC_prime256v1',
  'EC_secp384r1',
  'EC_secp521r1',
];

async function* list(reader: AwsReader, region: string): AsyncIterable<Certificate> {
  const acm = await reader.service('acm', region);
  const pages = acm.paginateListCertificates({ Includes: { keyTypes: [...keyTypes] }, MaxItems: 1000 });
  for await (const told of itemsOf(pages, (page) => page.CertificateSummaryList, 'ListCertificates'))
    yield {
      id: present(told.CertificateArn, 'the certificate ARN'),
      region,
      name: told.DomainName || present(told.CertificateArn, 'the certificate ARN'),
      validity: validityOf(told),
    };
}

const validityOf = (told: CertificateSummary): Validity => ({
  status: present(told.Status, 'Status'),
  until: told.NotAfter?.toISOString() ?? null,
  used: present(told.InUse, 'InUse') || told.Exported === true,
  imported: told.Type === 'IMPORTED',
});

export const certificate = {
  title: 'ACM certificate',
  scope: 'regional',
  permissions: ['acm:ListCertificates'],
  pattern: ({ id, partition }, region) => `arn:${partition}:acm:${region}:${id}:certificate/*`,
  list,
  facts: { validity: fromListing(({ validity }: Certificate) => validity) },
} as const satisfies ResourceKind<Certificate>;
