import {
  CloudTrailClient,
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import { clientConfig } from '../../test/kit/aws/environment.ts';
import { accountId, home } from './clinic.ts';
import { keyArn } from './keys.ts';

export const goodTrail = 'lakeside-all-regions';
const oldTrail = 'lakeside-legacy';
const management = { ReadWriteType: 'All', IncludeManagementEvents: true } as const;

/** One trail of every region, kept as it should be; one of a single region that was stopped and forgotten. */
export async function makeTrails(endpoint: string): Promise<void> {
  const cloudTrail = new CloudTrailClient(clientConfig(endpoint));
  await cloudTrail.send(
    new CreateTrailCommand({
      Name: goodTrail,
      S3BucketName: 'lakeside-audit-logs',
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      KmsKeyId: keyArn('auditLogs'),
      CloudWatchLogsLogGroupArn: `arn:aws:logs:${home}:${accountId}:log-group:lakeside/cloudtrail:*`,
      CloudWatchLogsRoleArn: `arn:aws:iam::${accountId}:role/LakesideTrailDelivery`,
    }),
  );
  // Writes in every bucket are recorded, reads in none: what volume and price make many people choose.
  const everyBucket = { Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] };
  await cloudTrail.send(
    new PutEventSelectorsCommand({
      TrailName: goodTrail,
      EventSelectors: [
        { ...management, DataResources: [] },
        { ReadWriteType: 'WriteOnly', IncludeManagementEvents: false, DataResources: [everyBucket] },
      ],
    }),
  );
  await cloudTrail.send(new StartLoggingCommand({ Name: goodTrail }));
  await cloudTrail.send(
    new CreateTrailCommand({
      Name: oldTrail,
      S3BucketName: 'lakeside-trail-archive',
      IsMultiRegionTrail: false,
      EnableLogFileValidation: false,
    }),
  );
  const selectors = { TrailName: oldTrail, EventSelectors: [{ ...management, DataResources: [] }] };
  await cloudTrail.send(new PutEventSelectorsCommand(selectors));
  cloudTrail.destroy();
}
