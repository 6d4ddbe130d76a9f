import { GetBucketWebsiteCommand } from '@aws-sdk/client-s3';
import { CloudError } from '../../../../domain/errors.ts';
import { fromCall, orNone } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

export interface Website {
  /** The bucket's own objects are the pages; a site may also only redirect to another host. */
  readonly servesObjects: boolean;
  readonly redirectsTo: string | null;
}

export const website = fromCall(
  ['s3:GetBucketWebsite'],
  async (reader, bucket: Bucket): Promise<Website | null> => {
    const answer = await orNone(
      ask(reader, bucket, 'GetBucketWebsite', (s3, it) => s3.send(new GetBucketWebsiteCommand(it))),
      'NoSuchWebsiteConfiguration',
    );
    if (answer === null) return null;
    const { IndexDocument, RedirectAllRequestsTo } = answer;
    if (!IndexDocument && !RedirectAllRequestsTo) {
      throw new CloudError('failed', 'GetBucketWebsite answered without a website');
    }
    return {
      servesObjects: IndexDocument !== undefined,
      redirectsTo: RedirectAllRequestsTo?.HostName ?? null,
    };
  },
);
