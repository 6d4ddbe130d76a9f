import type { ResourceKind } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/finding.ts';
import { fromCall, fromListing, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { logBucketFacts } from './log-bucket.ts';
import { trailSettings } from './trail-settings.ts';
import type { Trail } from './trail-subject.ts';
import { statusOf, type TrailRef, trailsIn } from './trails.ts';

/**
 * Each trail once: at home, or, where its home is outside the scan, in the scan's first region. An organisation's trail
 * is judged in the account that owns it, not again in every member.
 */
async function* list(reader: AwsReader, region: string): AsyncIterable<Trail> {
  for (const trail of await trailsIn(reader, region)) {
    const listedIn = reader.regions.includes(trail.homeRegion) ? trail.homeRegion : reader.regions[0];
    if (!trail.foreign && listedIn === region) yield trailFrom(trail);
  }
}

function trailFrom({ arn, name, homeRegion, told }: TrailRef): Trail {
  const folder = `${told.S3KeyPrefix ? `${told.S3KeyPrefix}/` : ''}AWSLogs/`;
  return {
    id: arn,
    region: homeRegion,
    name,
    homeRegion,
    logBucket: present(told.S3BucketName, "the trail's log bucket"),
    // An organisation's files lie under its own id, which the trail does not tell.
    logPrefix: told.IsOrganizationTrail ? folder : `${folder}${arn.split(':')[4]}/CloudTrail`,
    kmsKey: told.KmsKeyId || null,
    validation: present(told.LogFileValidationEnabled, 'LogFileValidationEnabled'),
    logGroup: told.CloudWatchLogsLogGroupArn ?? null,
  };
}

interface Delivery {
  readonly logging: boolean;
  readonly error: string | null;
  readonly digestError: string | null;
  readonly logGroupError: string | null;
  /** When events last reached the log group; `null`: none has. */
  readonly logGroupAt: Instant | null;
  /** When logging began; recordings of before lack it. */
  readonly startedAt?: Instant | null;
}

const delivery = fromCall(['cloudtrail:GetTrailStatus'], async (reader, trail: Trail): Promise<Delivery> => {
  const status = await statusOf(reader, { arn: trail.id, homeRegion: trail.homeRegion });
  const told = {
    logging: present(status.IsLogging, 'IsLogging'),
    error: status.LatestDeliveryError || null,
    digestError: status.LatestDigestDeliveryError || null,
    logGroupError: status.LatestCloudWatchLogsDeliveryError || null,
    logGroupAt: status.LatestCloudWatchLogsDeliveryTime?.toISOString() ?? null,
    startedAt: status.StartLoggingTime?.toISOString() ?? null,
  };
  const awaited = trail.logGroup !== null && told.logGroupAt === null && told.logGroupError === null;
  if (awaited && told.logging && told.startedAt === null)
    throw new CloudError('unsupported', 'AWS does not say since when the trail logs');
  return told;
});

export const trail = {
  title: 'CloudTrail trail',
  scope: 'regional',
  early: true,
  permissions: ['cloudtrail:DescribeTrails'],
  pattern: ({ id, partition }, region) => `arn:${partition}:cloudtrail:${region}:${id}:trail/*`,
  list,
  facts: {
    ...trailSettings,
    logGroup: fromListing(({ logGroup }: Trail) => logGroup),
    delivery,
    ...logBucketFacts,
  },
} as const satisfies ResourceKind<Trail>;
