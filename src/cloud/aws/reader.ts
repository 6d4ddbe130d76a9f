import type { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3ControlClient } from '@aws-sdk/client-s3-control';
import type { STSClient } from '@aws-sdk/client-sts';
import type { Identity, Scope } from '../../domain/provider.ts';
import type { ArtifactClient } from './artifact/artifact-client.ts';
import type { EligibleServices } from './organizations/eligible-services.ts';
import type { ServiceClient, ServiceName } from './services.ts';

/**
 * One account, opened for reading for one scan. Its clients are made on first use, share one connection pool, are
 * bounded per service and region, and count their calls.
 */
export interface AwsReader {
  readonly identity: Identity;
  readonly regions: readonly string[];
  readonly optIns: Scope['optIns'];
  readonly signal: AbortSignal;
  /** Asks the chat for the person behind a user; absent where no chat is connected. */
  readonly standing?: Scope['standing'];
  /** AWS's list of services that its agreement covers, or the operator's own. */
  eligibleServices(): EligibleServices;
  s3(region: string): S3Client;
  s3Control(region: string): S3ControlClient;
  iam(): IAMClient;
  sts(): STSClient;
  /** Asks the one service that every region has, and that needs no permission. */
  stsIn(region: string): Promise<unknown>;
  kms(region: string): KMSClient;
  cloudTrail(region: string): CloudTrailClient;
  cloudWatch(region: string): CloudWatchClient;
  cloudFront(): CloudFrontClient;
  artifact(): ArtifactClient;
  /** Any other service: `await reader.service('ec2', region)`, with a method per operation. */
  service<N extends ServiceName>(name: N, region: string): Promise<ServiceClient<N>>;
  /**
   * Asks once per scan and keeps the answer (or the refusal) under `key`, e.g. `iam:GetAccountSummary` or
   * `s3:GetBucketVersioning:bucket-name`. For answers that many resources share, and for a neighbour's facts.
   */
  remember<V>(key: string, read: () => Promise<V>): Promise<V>;
  /**
   * Uses what `remember` kept under `key`, and otherwise reads without keeping, so that memory stays bounded by what is
   * in flight. For a resource's own facts that a neighbour may have asked already.
   */
  recall<V>(key: string, read: () => Promise<V>): Promise<V>;
}
