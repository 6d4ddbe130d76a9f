import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { clientConfig, s3ControlConfig } from '../../kit/aws/environment.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';

/** Plain clients past the proxy: what they do is the work of others, and what they read is what AWS itself says. */
export interface Aws {
  readonly s3: S3Client;
  readonly s3Control: S3ControlClient;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly cloudTrail: CloudTrailClient;
  /** Any other service: `await aws.sdk('rds')`. */
  readonly sdk: Sdk;
  destroy(): void;
}

export function awsOf(endpoint: string): Aws {
  const config = clientConfig(endpoint);
  const clients = {
    s3: new S3Client({ ...config, forcePathStyle: true }),
    s3Control: new S3ControlClient(s3ControlConfig(endpoint)),
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    cloudTrail: new CloudTrailClient(config),
    sdk: sdkOf(endpoint),
  };
  return {
    ...clients,
    destroy() {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}

/** What AWS says, without what differs from call to call; its code where it refuses, as for what is not there. */
export const told = (answer: Promise<object>): Promise<unknown> =>
  answer.then(
    ({ $metadata: _, ...rest }: { $metadata?: unknown }) => rest,
    (error: Error) => error.name,
  );

/** All of it, asked at once. */
export async function together(asked: Readonly<Record<string, Promise<unknown>>>): Promise<object> {
  const answers = Object.entries(asked).map(async ([name, answer]) => [name, await answer] as const);
  return Object.fromEntries(await Promise.all(answers));
}
