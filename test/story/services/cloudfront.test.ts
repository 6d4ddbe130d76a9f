import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

interface Told {
  readonly viewers: string;
  readonly domain: string;
  readonly origin: string;
  readonly certificate?: string;
  readonly log?: string;
}

const server = (policy: string, version: string) =>
  `<CustomOriginConfig><HTTPPort>80</HTTPPort><HTTPSPort>443</HTTPSPort><OriginProtocolPolicy>${policy}</OriginProtocolPolicy><OriginSslProtocols><Quantity>1</Quantity><Items><SslProtocol>${version}</SslProtocol></Items></OriginSslProtocols></CustomOriginConfig>`;
const bucket = (identity: string, control = '') =>
  `<S3OriginConfig><OriginAccessIdentity>${identity}</OriginAccessIdentity></S3OriginConfig><OriginAccessControlId>${control}</OriginAccessControlId>`;
const own = (minimum: string) =>
  `<CloudFrontDefaultCertificate>false</CloudFrontDefaultCertificate><ACMCertificateArn>arn:aws:acm:us-east-1:123456789012:certificate/one</ACMCertificateArn><SSLSupportMethod>sni-only</SSLSupportMethod><MinimumProtocolVersion>${minimum}</MinimumProtocolVersion>`;
const shared =
  '<CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate><SSLSupportMethod>vip</SSLSupportMethod><MinimumProtocolVersion>TLSv1</MinimumProtocolVersion>';
const web = 'backend.example';
const pages = 'pages.s3.us-east-1.amazonaws.com';

const distributions: Readonly<Record<string, Told>> = {
  good: {
    viewers: 'redirect-to-https',
    domain: web,
    origin: server('https-only', 'TLSv1.2'),
    certificate: own('TLSv1.2_2021'),
    log: 'logs.s3.amazonaws.com',
  },
  old: {
    viewers: 'allow-all',
    domain: web,
    origin: server('http-only', 'TLSv1'),
    certificate: own('TLSv1.1_2016'),
  },
  controlled: { viewers: 'redirect-to-https', domain: pages, origin: bucket('', 'E1OAC') },
  identified: {
    viewers: 'https-only',
    domain: pages,
    origin: bucket('origin-access-identity/cloudfront/E1'),
  },
  loose: { viewers: 'redirect-to-https', domain: pages, origin: bucket('') },
  // Switched off: nobody is asked about it.
  off: { viewers: 'allow-all', domain: pages, origin: bucket('') },
};
const arn = (name: string) => `arn:aws:cloudfront::123456789012:distribution/${name}`;

/** As CloudFront documents a DistributionSummary; moto forgets how an origin shows a bucket who it is. */
const summary = (name: string, { viewers, domain, origin, certificate = shared }: Told) =>
  `<DistributionSummary><Id>${name}</Id><ARN>${arn(name)}</ARN><Status>Deployed</Status><Enabled>${name !== 'off'}</Enabled><Origins><Quantity>1</Quantity><Items><Origin><Id>one</Id><DomainName>${domain}</DomainName><OriginPath/><CustomHeaders><Quantity>0</Quantity></CustomHeaders>${origin}</Origin></Items></Origins><DefaultCacheBehavior><TargetOriginId>one</TargetOriginId><ViewerProtocolPolicy>${viewers}</ViewerProtocolPolicy></DefaultCacheBehavior><CacheBehaviors><Quantity>0</Quantity></CacheBehaviors><ViewerCertificate>${certificate}</ViewerCertificate></DistributionSummary>`;
const page = (from: string, names: readonly string[], next?: string) =>
  `<?xml version="1.0"?><DistributionList xmlns="${xmlns}"><Marker>${from}</Marker>${next ? `<NextMarker>${next}</NextMarker>` : ''}<MaxItems>100</MaxItems><IsTruncated>${next !== undefined}</IsTruncated><Quantity>${names.length}</Quantity><Items>${names.map((name) => summary(name, distributions[name] as Told)).join('')}</Items></DistributionList>`;
const xmlns = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';
const xml = { 'content-type': 'text/xml' };
const json = { 'content-type': 'application/x-amz-json-1.1' };

tellService({
  title: 'every check of CloudFront, on recorded answers',
  checks: ['aws/cloudfront/'],
  async seed() {},
  recorded(proxy) {
    proxy.rule({
      operation: 'ListDistributions',
      fault: answer(200, xml, ({ key }) =>
        key.includes('Marker=old')
          ? page('old', ['controlled', 'identified', 'loose', 'off'])
          : page('', ['good', 'old'], 'old'),
      ),
    });
    proxy.rule({
      operation: 'GetDistributionConfig',
      fault: answer(200, { ...xml, etag: 'E2' }, ({ key }) => {
        const log = distributions[/distribution\/(\w+)\/config/.exec(key)?.[1] ?? '']?.log;
        return `<?xml version="1.0"?><DistributionConfig xmlns="${xmlns}"><Logging><Enabled>${log !== undefined}</Enabled><IncludeCookies>false</IncludeCookies><Bucket>${log ?? ''}</Bucket><Prefix/></Logging></DistributionConfig>`;
      }),
    });
    const source = { name: 'used', service: 'cloudfront', logType: 'ACCESS_LOGS' };
    const deliverySources = [
      { ...source, resourceArns: [arn('controlled')] },
      { ...source, name: 'unused', resourceArns: [arn('loose')] },
      // Tells of connections under mutual TLS, and of no request.
      { ...source, name: 'other', logType: 'CONNECTION_LOGS', resourceArns: [arn('identified')] },
    ];
    proxy.rule({
      operation: 'DescribeDeliverySources',
      fault: answer(200, json, JSON.stringify({ deliverySources })),
    });
    proxy.rule({
      operation: 'DescribeDeliveries',
      fault: answer(
        200,
        json,
        JSON.stringify({
          deliveries: [
            { id: 'd', deliverySourceName: 'used' },
            { id: 'e', deliverySourceName: 'other' },
          ],
        }),
      ),
    });
  },
  expects: {
    'aws/cloudfront/access-logging': { pass: ['good', 'controlled'], fail: ['old', 'identified', 'loose'] },
    'aws/cloudfront/origin-tls': {
      pass: ['good'],
      fail: ['old'],
      notApplicable: ['controlled', 'identified', 'loose'],
    },
    'aws/cloudfront/s3-origin-access-control': {
      pass: ['controlled', 'identified'],
      fail: ['loose'],
      notApplicable: ['good', 'old'],
    },
    'aws/cloudfront/tls-minimum-version': {
      pass: ['good'],
      fail: ['old', 'controlled', 'identified', 'loose'],
    },
    'aws/cloudfront/viewer-https-only': {
      pass: ['good', 'controlled', 'identified', 'loose'],
      fail: ['old'],
    },
  },
});
