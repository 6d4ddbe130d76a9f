import { GetDistributionConfigCommand } from '@aws-sdk/client-cloudfront';
import { everyOf, fromCall, fromFacts, itemsOf, knownValue, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { Distribution } from './distribution-subject.ts';
import { updateConfig, updatePermissions } from './update-config.ts';

/** Where standard logs go. */
type StandardLog = {
  /** The bucket's domain name: `logs.s3.amazonaws.com`. */
  readonly bucket: string;
  readonly prefix: string;
  readonly cookies: boolean;
};

/** Standard logging into a bucket, as the distribution itself tells it; `null`: off. */
export const standardLog = settable(
  fromCall(
    ['cloudfront:GetDistributionConfig'],
    async (reader, { name: Id }: Distribution): Promise<StandardLog | null> => {
      const answer = await reader.cloudFront().send(new GetDistributionConfigCommand({ Id }));
      const told = present(answer.DistributionConfig, 'the configuration').Logging;
      if (!told?.Enabled || !told.Bucket) return null;
      return { bucket: told.Bucket, prefix: told.Prefix ?? '', cookies: told.IncludeCookies ?? false };
    },
  ),
  {
    // CloudFront enters itself in the bucket's ACL by the caller's rights.
    permissions: [...updatePermissions, 's3:GetBucketAcl', 's3:PutBucketAcl'],
    resources: ({ id }, log) => [
      id,
      ...(log ? [`arn:${id.split(':')[1]}:s3:::${log.bucket.replace(/\.s3[.-].*$/, '')}`] : []),
    ],
    calls: () => ['UpdateDistribution'],
    put: (client, distribution, log) =>
      updateConfig(client, distribution, (config) => ({
        ...config,
        Logging: {
          Enabled: log !== null,
          Bucket: log?.bucket ?? '',
          Prefix: log?.prefix ?? '',
          // CloudWatch's deliveries heed it too.
          IncludeCookies: log?.cookies ?? config.Logging?.IncludeCookies ?? false,
        },
      })),
  },
);

/** CloudFront's logs that CloudWatch delivers are set up in this region, whatever the viewers'. */
const home = 'us-east-1';

/** ARNs of the distributions whose access logs CloudWatch delivers somewhere. */
const delivered = (reader: AwsReader): Promise<ReadonlySet<string>> =>
  reader.remember('logs:deliveries:cloudfront', async () => {
    const logs = await reader.service('logs', home);
    const ways = await everyOf(
      itemsOf(logs.paginateDescribeDeliveries({}), (page) => page.deliveries, 'DescribeDeliveries'),
    );
    const used = new Set(ways.map(({ deliverySourceName }) => deliverySourceName));
    const sources = await everyOf(
      itemsOf(
        logs.paginateDescribeDeliverySources({}),
        (page) => page.deliverySources,
        'DescribeDeliverySources',
      ),
    );
    return new Set(
      sources
        .filter(({ name, service }) => service === 'cloudfront' && used.has(name))
        .filter(({ logType }) => present(logType, 'logType') === 'ACCESS_LOGS')
        .flatMap(({ resourceArns }) => resourceArns ?? []),
    );
  });

/** Whether CloudWatch delivers the access log, of which the distribution itself says nothing; asked where that says none. */
export const deliversLog = fromFacts(
  ['standardLog'],
  async ({ standardLog }, { id }: Distribution, reader): Promise<boolean> =>
    knownValue<StandardLog | null>(standardLog) === null && (await delivered(reader)).has(id),
  ['logs:DescribeDeliveries', 'logs:DescribeDeliverySources'],
);
