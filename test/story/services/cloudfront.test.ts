import {
  CloudFrontClient,
  CreateDistributionCommand,
  type DistributionConfig,
} from '@aws-sdk/client-cloudfront';
import { clientConfig } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const made: Record<string, { readonly id: string; readonly arn: string }> = {};

const server = (OriginProtocolPolicy: 'http-only' | 'https-only', version: 'TLSv1' | 'TLSv1.2') => ({
  Id: 'web',
  DomainName: 'backend.example',
  CustomOriginConfig: {
    HTTPPort: 80,
    HTTPSPort: 443,
    OriginProtocolPolicy,
    OriginSslProtocols: { Quantity: 1, Items: [version] },
  },
});
const bucket = (OriginAccessIdentity: string) => ({
  Id: 's3',
  DomainName: 'pages.s3.amazonaws.com',
  S3OriginConfig: { OriginAccessIdentity },
});
const config = (
  name: string,
  ViewerProtocolPolicy: 'allow-all' | 'redirect-to-https',
  origin: { readonly Id: string; readonly DomainName: string },
  more: Partial<DistributionConfig> = {},
): DistributionConfig => ({
  CallerReference: name,
  Comment: name,
  Enabled: true,
  Origins: { Quantity: 1, Items: [origin] },
  DefaultCacheBehavior: { TargetOriginId: origin.Id, ViewerProtocolPolicy },
  ...more,
});
const certificate = (MinimumProtocolVersion: 'TLSv1.1_2016' | 'TLSv1.2_2021') => ({
  ViewerCertificate: {
    CloudFrontDefaultCertificate: false,
    ACMCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/one',
    SSLSupportMethod: 'sni-only' as const,
    MinimumProtocolVersion,
  },
});
const json = { 'content-type': 'application/x-amz-json-1.1' };
const id = (name: string) => made[name]?.id ?? '';

tellService({
  title: 'every check of CloudFront, on moto',
  checks: ['aws/cloudfront/'],
  async seed(sdk) {
    const cloudFront = new CloudFrontClient(clientConfig(sdk.endpoint));
    for (const [name, distribution] of Object.entries({
      good: config('good', 'redirect-to-https', server('https-only', 'TLSv1.2'), {
        ...certificate('TLSv1.2_2021'),
        Logging: { Enabled: true, IncludeCookies: false, Bucket: 'logs.s3.amazonaws.com', Prefix: 'good/' },
      }),
      old: config('old', 'allow-all', server('http-only', 'TLSv1'), certificate('TLSv1.1_2016')),
      pages: config('pages', 'redirect-to-https', bucket('origin-access-identity/cloudfront/E1')),
      loose: config('loose', 'redirect-to-https', bucket('')),
    })) {
      const told = await cloudFront.send(new CreateDistributionCommand({ DistributionConfig: distribution }));
      made[name] = { id: told.Distribution?.Id ?? '', arn: told.Distribution?.ARN ?? '' };
    }
    cloudFront.destroy();
  },
  recorded(proxy) {
    const source = { name: 'pages', service: 'cloudfront', logType: 'ACCESS_LOGS' };
    proxy.rule({
      operation: 'DescribeDeliverySources',
      fault: answer(200, json, () =>
        JSON.stringify({
          deliverySources: [
            { ...source, resourceArns: [made['pages']?.arn] },
            { ...source, name: 'unused', resourceArns: [made['loose']?.arn] },
          ],
        }),
      ),
    });
    proxy.rule({
      operation: 'DescribeDeliveries',
      fault: answer(200, json, JSON.stringify({ deliveries: [{ id: 'd', deliverySourceName: 'pages' }] })),
    });
  },
  get expects() {
    const [good, old, pages, loose] = ['good', 'old', 'pages', 'loose'].map(id);
    const all = (...names: readonly (string | undefined)[]) => names.map((name) => name ?? '');
    return {
      'aws/cloudfront/access-logging': { pass: all(good, pages), fail: all(old, loose) },
      'aws/cloudfront/origin-tls': { pass: all(good), fail: all(old), notApplicable: all(pages, loose) },
      'aws/cloudfront/s3-origin-access-control': {
        pass: all(pages),
        fail: all(loose),
        notApplicable: all(good, old),
      },
      'aws/cloudfront/tls-minimum-version': { pass: all(good), fail: all(old, pages, loose) },
      'aws/cloudfront/viewer-https-only': { pass: all(good, pages, loose), fail: all(old) },
    };
  },
});
