import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { DbInstance } from './instance-subject.ts';

/** How long the region's certificate authorities stand, by name: asked once per scan. */
const authorities = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, string>> =>
  reader.remember(`rds:DescribeCertificates:${region}`, async () => {
    const rds = await reader.service('rds', region);
    const pages = rds.paginateDescribeCertificates({ MaxRecords: 100 });
    const until = new Map<string, string>();
    for await (const { CertificateIdentifier, ValidTill } of itemsOf(
      pages,
      (page) => page.Certificates,
      'DescribeCertificates',
    ))
      if (CertificateIdentifier && ValidTill) until.set(CertificateIdentifier, ValidTill.toISOString());
    return until;
  });

export interface Certificate {
  readonly authority: string;
  /** The earlier of its own end and that of the authority which signed it. */
  readonly until: string;
}

/** What the server shows to its clients; `null`: RDS keeps no certificate for it. */
export const certificate = fromAccount(
  ['rds:DescribeCertificates'],
  async (reader, { authority, certificateUntil, region }: DbInstance): Promise<Certificate | null> => {
    if (authority === null) return null;
    const ends = [certificateUntil, (await authorities(reader, region)).get(authority) ?? null];
    const [until] = ends.filter((end) => end !== null).sort();
    if (until === undefined)
      throw new CloudError('unsupported', `RDS does not say until when ${authority} stands`);
    return { authority, until };
  },
);
