import {
  CloudFrontClient,
  CreateDistributionCommand,
  type DistributionConfig,
  GetDistributionConfigCommand,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { clientConfig } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter } from '../row.ts';

const cloudFront = ({ sdk }: Aws) => new CloudFrontClient(clientConfig(sdk.endpoint));
const idOf = (arn: string) => arn.split('/')[1];

const config = (
  ViewerProtocolPolicy: 'allow-all' | 'https-only',
  MinimumProtocolVersion: 'TLSv1_2016' | 'TLSv1.2_2021',
): DistributionConfig => ({
  CallerReference: 'one',
  Comment: 'pages',
  Enabled: true,
  Origins: {
    Quantity: 1,
    Items: [
      {
        Id: 'web',
        DomainName: 'backend.example',
        CustomOriginConfig: {
          HTTPPort: 80,
          HTTPSPort: 443,
          OriginProtocolPolicy: 'https-only',
          OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
        },
      },
    ],
  },
  DefaultCacheBehavior: { TargetOriginId: 'web', ViewerProtocolPolicy },
  CacheBehaviors: {
    Quantity: 1,
    Items: [{ PathPattern: '/api/*', TargetOriginId: 'web', ViewerProtocolPolicy: 'https-only' }],
  },
  ViewerCertificate: {
    CloudFrontDefaultCertificate: false,
    ACMCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/one',
    SSLSupportMethod: 'sni-only',
    MinimumProtocolVersion,
  },
});

const seeded = (made: DistributionConfig) => async (aws: Aws) => {
  const answer = await cloudFront(aws).send(new CreateDistributionCommand({ DistributionConfig: made }));
  return answer.Distribution?.ARN ?? '';
};
const state = (aws: Aws, arn: string) =>
  told(cloudFront(aws).send(new GetDistributionConfigCommand({ Id: idOf(arn) })));
const meddled = (made: DistributionConfig) => (aws: Aws, arn: string) =>
  cloudFront(aws).send(
    new UpdateDistributionCommand({ Id: idOf(arn), IfMatch: 'any', DistributionConfig: made }),
  );

/** Where viewers come in. */
export const edge: Chapter = {
  title: 'remedies of CloudFront, on moto',
  rows: [
    {
      remedy: 'aws/cloudfront/viewer-https',
      check: 'aws/cloudfront/viewer-https-only',
      seed: seeded(config('allow-all', 'TLSv1.2_2021')),
      change: [
        '[0]: {"path":null,"policy":"allow-all"} → absent',
        '[0]: absent → {"path":null,"policy":"redirect-to-https"}',
      ],
      calls: ['UpdateDistribution'],
      undo: ['UpdateDistribution'],
      state,
      meddle: meddled(config('https-only', 'TLSv1.2_2021')),
    },
    {
      remedy: 'aws/cloudfront/tls-minimum',
      check: 'aws/cloudfront/tls-minimum-version',
      seed: seeded(config('https-only', 'TLSv1_2016')),
      change: ['minimum: "TLSv1_2016" → "TLSv1.2_2021"'],
      calls: ['UpdateDistribution'],
      undo: ['UpdateDistribution'],
      state,
      meddle: meddled(config('https-only', 'TLSv1.2_2021')),
    },
  ],
};
