import { CloudTrailClient, CreateTrailCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { Sdk } from '../../kit/aws/sdk.ts';

/** The config of plain clients that the kit's roll of services does not hold. */
export async function plainConfig(sdk: Sdk) {
  const { endpoint, credentials, region } = (await sdk('logs')).config;
  return { ...(endpoint && { endpoint }), credentials, region };
}

/** A trail of every region that records into a bucket of its own, and into a log group where one is named. */
export async function seedTrail(sdk: Sdk, logGroup?: string): Promise<CloudTrailClient> {
  const config = await plainConfig(sdk);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const cloudTrail = new CloudTrailClient(config);
  await s3.send(new CreateBucketCommand({ Bucket: 'trail-logs' }));
  await cloudTrail.send(
    new CreateTrailCommand({
      Name: 'main',
      S3BucketName: 'trail-logs',
      IsMultiRegionTrail: true,
      ...(logGroup && {
        CloudWatchLogsLogGroupArn: logGroup,
        CloudWatchLogsRoleArn: 'arn:aws:iam::123456789012:role/trail',
      }),
    }),
  );
  await cloudTrail.send(new StartLoggingCommand({ Name: 'main' }));
  s3.destroy();
  return cloudTrail;
}
