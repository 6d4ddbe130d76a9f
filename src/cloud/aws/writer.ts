import type { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3ControlClient } from '@aws-sdk/client-s3-control';
import type { Identity } from '../../domain/provider.ts';
import type { ServiceClient, ServiceName } from './services.ts';

/**
 * One account, opened for one remediation. Other credentials than the scan's: it may do what the plan's remedy needs, and
 * a `put` that must read what it leaves alone reads it here. Each call is made once: whether an unanswered write took
 * effect is found out by reading, not by repeating it.
 */
export interface AwsWriter {
  readonly identity: Identity;
  readonly signal: AbortSignal;
  s3(region: string): S3Client;
  s3Control(region: string): S3ControlClient;
  iam(): IAMClient;
  kms(region: string): KMSClient;
  cloudTrail(region: string): CloudTrailClient;
  cloudFront(): CloudFrontClient;
  cloudWatch(region: string): CloudWatchClient;
  /** Any other service: `await client.service('ec2', region)`, with a method per operation. */
  service<N extends ServiceName>(name: N, region: string): Promise<ServiceClient<N>>;
}
