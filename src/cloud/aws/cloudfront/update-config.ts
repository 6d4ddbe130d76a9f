import {
  type DistributionConfig,
  GetDistributionConfigCommand,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { present } from '../collect.ts';
import type { AwsWriter } from '../writer.ts';
import type { Distribution } from './distribution-subject.ts';

/** Reading the configuration and writing it back needs both. */
export const updatePermissions = [
  'cloudfront:GetDistributionConfig',
  'cloudfront:UpdateDistribution',
] as const;

/**
 * CloudFront takes the configuration only whole: it is read, changed in one place, and written back under the ETag that was
 * read, so that a change by somebody else in between is refused and not overwritten.
 */
export async function updateConfig(
  client: AwsWriter,
  { name: Id }: Distribution,
  change: (config: DistributionConfig) => DistributionConfig,
): Promise<void> {
  const cloudFront = client.cloudFront();
  const { DistributionConfig: config, ETag } = await cloudFront.send(
    new GetDistributionConfigCommand({ Id }),
  );
  await cloudFront.send(
    new UpdateDistributionCommand({
      Id,
      IfMatch: present(ETag, 'the ETag'),
      DistributionConfig: change(present(config, 'the configuration')),
    }),
  );
}
