import { type AwsProxy, answer, deny, type Fault, throttle } from '../../test/kit/aws/proxy.ts';
import { buckets } from './bucket-table.ts';
import {
  accountId,
  distributionArn,
  home,
  portalDistribution,
  spare,
  userArn,
  websiteDistribution,
} from './clinic.ts';
import { keyArn, keys } from './keys.ts';
import { credentialReport } from './people.ts';
import { goodTrail } from './trails.ts';

const seconds = (instant: string) => Date.parse(instant) / 1000;

export const json = (body: unknown, version = '1.1'): Fault =>
  answer(200, { 'content-type': `application/x-amz-json-${version}` }, JSON.stringify(body));
export const xml = (body: string): Fault =>
  answer(200, { 'content-type': 'application/xml' }, `<?xml version="1.0" encoding="UTF-8"?>${body}`);
/** An answer of IAM's to this operation. */
export const iam = (operation: string, result: string): Fault =>
  xml(
    `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata></${operation}Response>`,
  );

/** What was done to the open buckets, and by whom, as CloudTrail's event history tells it. */
const history = [
  { event: 'PutBucketPolicy', at: '2026-11-12T14:03:11Z', by: 'tom.brandt', bucket: 'lakeside-lab-results' },
  {
    event: 'PutBucketPolicy',
    at: '2026-10-02T09:47:30Z',
    by: 'tom.brandt',
    bucket: 'lakeside-partner-exchange',
  },
  {
    event: 'PutBucketAcl',
    at: '2026-10-27T16:41:05Z',
    by: 'website-publisher',
    bucket: 'lakeside-intake-uploads',
  },
] as const;

const eventOf = ({ event, at, by, bucket }: (typeof history)[number]) => ({
  EventId: `00000000-0000-4000-8000-${seconds(at)}00`,
  EventName: event,
  EventSource: 's3.amazonaws.com',
  EventTime: seconds(at),
  Username: by,
  ReadOnly: 'false',
  Resources: [{ ResourceType: 'AWS::S3::Bucket', ResourceName: bucket }],
  CloudTrailEvent: JSON.stringify({
    eventVersion: '1.10',
    userIdentity: { type: 'IAMUser', arn: userArn(by), accountId, userName: by },
    eventTime: at,
    eventSource: 's3.amazonaws.com',
    eventName: event,
    awsRegion: home,
    requestParameters: { bucketName: bucket },
    responseElements: null,
  }),
});

/** What CloudWatch measured on the last day, of the buckets that are open. */
const measured: Readonly<Record<string, { readonly bytes: number; readonly objects: number }>> = {
  'lakeside-lab-results': { bytes: 47_500_000_000, objects: 18_342 },
  'lakeside-intake-uploads': { bytes: 1_260_000_000, objects: 2_907 },
  'lakeside-website': { bytes: 310_000_000, objects: 1_185 },
};
const measuredAt = seconds('2026-11-18T00:00:00Z');

const metricsOf = ({ bytes, objects }: { bytes: number; objects: number }) => {
  const series = (Id: string, Label: string, value: number) => ({
    Id,
    Label,
    Timestamps: [measuredAt],
    Values: [value],
    StatusCode: 'Complete',
  });
  const MetricDataResults = [
    series('bytes', 'StandardStorage', bytes),
    series('objects', 'AllStorageTypes', objects),
  ];
  return { MetricDataResults, Messages: [] };
};

const distribution = (id: string, domain: string, origin: string, viewers: string) =>
  `<DistributionSummary><Id>${id}</Id><ARN>${distributionArn(id)}</ARN><Status>Deployed</Status><DomainName>${id.toLowerCase()}.cloudfront.net</DomainName><Origins><Quantity>1</Quantity><Items><Origin><Id>s3</Id><DomainName>${domain}</DomainName><OriginPath></OriginPath>${origin}</Origin></Items></Origins><DefaultCacheBehavior><TargetOriginId>s3</TargetOriginId><ViewerProtocolPolicy>${viewers}</ViewerProtocolPolicy></DefaultCacheBehavior><Enabled>true</Enabled></DistributionSummary>`;

const distributions = [
  distribution(websiteDistribution, 'lakeside-website.s3-website-us-east-1.amazonaws.com', '', 'allow-all'),
  distribution(
    portalDistribution,
    'lakeside-portal-assets.s3.us-east-1.amazonaws.com',
    '<OriginAccessControlId>E3LAKESIDEOAC0</OriginAccessControlId>',
    'redirect-to-https',
  ),
];

export const isAbout = (text: string) => (call: { key: string }) => call.key.includes(text);

/**
 * Answers in the shape that AWS documents, where the emulator has none (event history, measurements, distributions, a
 * second factor for purging, events to EventBridge), or one that speaks of today; and the refusals of a scan that may not read everything.
 */
export function addAnswers(proxy: AwsProxy, keyIds: Readonly<Record<keyof typeof keys, string>>): void {
  const on = (service: string, operation: string, fault: Fault, about?: string) =>
    proxy.rule({ service, operation, fault, ...(about ? { match: isAbout(about) } : {}) });
  const onBucket = (bucket: string, operation: string, fault: Fault) =>
    proxy.rule({ service: 's3', operation, fault, match: (call) => call.bucket === bucket });

  onBucket('lakeside-pharmacy-feed', 'GetBucketPolicy', deny());
  onBucket('lakeside-pharmacy-feed', 'GetBucketPolicyStatus', deny());
  onBucket('lakeside-fax-inbox', 'GetBucketAcl', deny());
  onBucket('lakeside-fax-inbox', 'GetBucketNotificationConfiguration', throttle());

  // The emulator shows every access point in every region.
  proxy.rule({
    service: 's3control',
    operation: 'ListAccessPoints',
    match: (call) => call.region === spare,
    fault: xml(
      '<ListAccessPointsResult xmlns="http://awss3control.amazonaws.com/doc/2018-08-20/"><AccessPointList></AccessPointList></ListAccessPointsResult>',
    ),
  });

  const report = Buffer.from(credentialReport).toString('base64');
  on('iam', 'GenerateCredentialReport', iam('GenerateCredentialReport', '<State>COMPLETE</State>'));
  on(
    'iam',
    'GetCredentialReport',
    iam(
      'GetCredentialReport',
      `<Content>${report}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-11-20T08:41:00Z</GeneratedTime>`,
    ),
  );
  const summary = { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0, AccountPasswordPresent: 1 };
  const entries = Object.entries(summary).map(
    ([key, value]) => `<entry><key>${key}</key><value>${value}</value></entry>`,
  );
  on('iam', 'GetAccountSummary', iam('GetAccountSummary', `<SummaryMap>${entries.join('')}</SummaryMap>`));

  const s3 = (root: string, body: string) =>
    xml(`<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${body}</${root}>`);
  const purgedByMfa = '<Status>Enabled</Status><MfaDelete>Enabled</MfaDelete>';
  const toEventBridge = '<EventBridgeConfiguration></EventBridgeConfiguration>';
  for (const [name, { mfaDelete, events }] of Object.entries(buckets)) {
    if (mfaDelete) onBucket(name, 'GetBucketVersioning', s3('VersioningConfiguration', purgedByMfa));
    if (events)
      onBucket(name, 'GetBucketNotificationConfiguration', s3('NotificationConfiguration', toEventBridge));
  }

  const doomed = keyArn('imaging2023').replace(keys.imaging2023.id, keyIds.imaging2023);
  const metadata = {
    AWSAccountId: accountId,
    KeyId: keyIds.imaging2023,
    Arn: doomed,
    CreationDate: seconds('2021-03-09T10:12:00Z'),
    DeletionDate: seconds('2026-12-09T15:30:00Z'),
    Enabled: false,
    KeyState: 'PendingDeletion',
    KeyManager: 'CUSTOMER',
    KeySpec: 'SYMMETRIC_DEFAULT',
    KeyUsage: 'ENCRYPT_DECRYPT',
    Origin: 'AWS_KMS',
    MultiRegion: false,
  };
  on('kms', 'DescribeKey', json({ KeyMetadata: metadata }), keyIds.imaging2023);

  const delivered = seconds('2026-11-20T08:55:20Z');
  const status = {
    IsLogging: true,
    StartLoggingTime: seconds('2023-01-16T11:00:00Z'),
    LatestDeliveryTime: delivered,
    LatestDigestDeliveryTime: seconds('2026-11-20T08:20:00Z'),
    LatestCloudWatchLogsDeliveryTime: delivered,
  };
  on('cloudtrail', 'GetTrailStatus', json(status), goodTrail);
  for (const { event } of history)
    proxy.rule({
      service: 'cloudtrail',
      operation: 'LookupEvents',
      match: (call) => call.region === home && call.key.includes(`"${event}"`),
      fault: json({ Events: history.filter((one) => one.event === event).map(eventOf) }),
    });
  on('cloudtrail', 'LookupEvents', json({ Events: [] }));

  for (const [name, told] of Object.entries(measured))
    on('cloudwatch', 'GetMetricData', json(metricsOf(told), '1.0'), name);
  on('cloudwatch', 'GetMetricData', json({ MetricDataResults: [], Messages: [] }, '1.0'));
  on(
    'cloudfront',
    'ListDistributions',
    xml(
      `<DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>${distributions.length}</Quantity><Items>${distributions.join('')}</Items></DistributionList>`,
    ),
  );
  on(
    'cloudfront',
    'GetDistributionConfig',
    xml(
      '<DistributionConfig xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Logging><Enabled>false</Enabled><IncludeCookies>false</IncludeCookies><Bucket></Bucket><Prefix></Prefix></Logging></DistributionConfig>',
    ),
  );
  // A stranger may list none of them: what is open is open object by object.
  proxy.rule({ service: 's3', operation: /^Head/, match: (call) => !call.signed, fault: deny() });
}
