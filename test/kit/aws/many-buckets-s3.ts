import { type Answer, escapeXml, renderError } from './faults.ts';
import { type BucketTraits, bucketIndex, bucketTraits } from './many-buckets-traits.ts';
import type { WireName } from './wire.ts';

export interface Estate {
  buckets: number;
  region: string;
  accountId: string;
}

const ownerId = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const objectKey = 'index.txt';
const s3Name: Pick<WireName, 'protocol' | 'service'> = { protocol: 's3', service: 's3' };

/** Answers S3 as its API reference writes it; undefined for an operation this server does not know. */
export function answerS3(
  name: WireName,
  query: URLSearchParams,
  signed: boolean,
  estate: Estate,
): Answer | undefined {
  if (name.operation === 'ListBuckets') return listBuckets(query, estate);
  const index = bucketIndex(name.bucket ?? '');
  if (index < 0 || index >= estate.buckets)
    return missing('NoSuchBucket', 'The specified bucket does not exist');
  const traits = bucketTraits(index);
  if (!signed) return anonymous(name, traits, estate);
  return bucketAnswers[name.operation]?.(traits, estate, name);
}

// READ on a bucket's ACL lets strangers list; the public policy lets them read.
function anonymous(name: WireName, traits: BucketTraits, estate: Estate): Answer {
  const exists = name.objectKey === objectKey;
  const lists = traits.publicAcl;
  const reads = traits.publicPolicy;
  const head = (status: number): Answer => ({
    status,
    headers: { 'x-amz-bucket-region': estate.region },
    body: '',
  });
  if (name.operation === 'HeadBucket') return head(lists ? 200 : 403);
  if (name.operation === 'HeadObject') return head(exists && reads ? 200 : !exists && lists ? 404 : 403);
  return renderError(s3Name, 403, 'AccessDenied', 'Access Denied');
}

const xmlns = 'http://s3.amazonaws.com/doc/2006-03-01/';
const xml = (root: string, content: string, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...headers },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${xmlns}">${content}</${root}>`,
});
const missing = (code: string, message: string): Answer => renderError(s3Name, 404, code, message);
const owner = `<Owner><ID>${ownerId}</ID></Owner>`;
const json = (body: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function listBuckets(query: URLSearchParams, { buckets, region }: Estate): Answer {
  const start = Number(Buffer.from(query.get('continuation-token') ?? '', 'base64url').toString() || 0);
  const size = Math.min(Number(query.get('max-buckets') ?? 10_000), 10_000);
  const prefix = query.get('prefix') ?? '';
  const elsewhere = query.has('bucket-region') && query.get('bucket-region') !== region;
  const page: string[] = [];
  // AWS names the region only when the request carries one of these.
  const named = ['max-buckets', 'continuation-token', 'prefix', 'bucket-region'].some((p) => query.has(p));
  let i = start;
  for (; !elsewhere && i < buckets && page.length < size; i += 1) {
    const { name, createdAt } = bucketTraits(i);
    if (!name.startsWith(prefix)) continue;
    const where = named ? `<BucketRegion>${region}</BucketRegion>` : '';
    page.push(`<Bucket><Name>${name}</Name><CreationDate>${createdAt}</CreationDate>${where}</Bucket>`);
  }
  const more = !elsewhere && i < buckets;
  const token = more
    ? `<ContinuationToken>${Buffer.from(String(i)).toString('base64url')}</ContinuationToken>`
    : '';
  const echo = prefix ? `<Prefix>${escapeXml(prefix)}</Prefix>` : '';
  return xml('ListAllMyBucketsResult', `${owner}<Buckets>${page.join('')}</Buckets>${echo}${token}`);
}

function policyOf(t: BucketTraits) {
  const everything = [`arn:aws:s3:::${t.name}`, `arn:aws:s3:::${t.name}/*`];
  const open = {
    Sid: 'Open',
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: everything[1],
  };
  const tls = {
    Sid: 'TlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: everything,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  return { Version: '2012-10-17', Statement: [t.publicPolicy ? open : tls] };
}

function acl(t: BucketTraits): Answer {
  const grant = (type: string, who: string, permission: string) =>
    `<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="${type}">${who}</Grantee><Permission>${permission}</Permission></Grant>`;
  const grants = [grant('CanonicalUser', `<ID>${ownerId}</ID>`, 'FULL_CONTROL')];
  if (t.publicAcl) {
    grants.push(grant('Group', '<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI>', 'READ'));
  }
  return xml('AccessControlPolicy', `${owner}<AccessControlList>${grants.join('')}</AccessControlList>`);
}

type BucketAnswer = (t: BucketTraits, estate: Estate, name: WireName) => Answer;

const noPolicy = missing('NoSuchBucketPolicy', 'The bucket policy does not exist');
const emptyList =
  (root: string): BucketAnswer =>
  () =>
    xml(root, '<IsTruncated>false</IsTruncated>');
const noConfiguration: BucketAnswer = () =>
  missing('NoSuchConfiguration', 'The specified configuration does not exist.');

const bucketAnswers: Readonly<Record<string, BucketAnswer>> = {
  HeadBucket: (_, { region }) => ({ status: 200, headers: { 'x-amz-bucket-region': region }, body: '' }),
  // us-east-1 is written as no constraint at all.
  GetBucketLocation: (_, { region }) => xml('LocationConstraint', region === 'us-east-1' ? '' : region),
  GetBucketAcl: acl,
  GetBucketPolicy: (t) => (t.hasPolicy ? json(policyOf(t)) : noPolicy),
  GetBucketPolicyStatus: (t) =>
    t.hasPolicy ? xml('PolicyStatus', `<IsPublic>${t.publicPolicy ? 'true' : 'false'}</IsPublic>`) : noPolicy,
  GetPublicAccessBlock: (t) => {
    if (t.blockPublicAccess === 'absent') {
      return missing(
        'NoSuchPublicAccessBlockConfiguration',
        'The public access block configuration was not found',
      );
    }
    const policy = t.blockPublicAccess === 'all';
    return xml(
      'PublicAccessBlockConfiguration',
      `<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>${policy}</BlockPublicPolicy><RestrictPublicBuckets>${policy}</RestrictPublicBuckets>`,
    );
  },
  GetBucketOwnershipControls: (t) =>
    t.ownership === 'absent'
      ? missing('OwnershipControlsNotFoundError', 'The bucket ownership controls were not found')
      : xml('OwnershipControls', `<Rule><ObjectOwnership>${t.ownership}</ObjectOwnership></Rule>`),
  GetBucketEncryption: (t, { region, accountId }) => {
    if (t.encryption === 'absent') {
      return missing(
        'ServerSideEncryptionConfigurationNotFoundError',
        'The server side encryption configuration was not found',
      );
    }
    const key =
      t.encryption === 'aws:kms'
        ? `<KMSMasterKeyID>arn:aws:kms:${region}:${accountId}:key/11111111-2222-4333-8444-555555555555</KMSMasterKeyID>`
        : '';
    return xml(
      'ServerSideEncryptionConfiguration',
      `<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>${t.encryption}</SSEAlgorithm>${key}</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>${key !== ''}</BucketKeyEnabled></Rule>`,
    );
  },
  GetBucketVersioning: (t) =>
    xml('VersioningConfiguration', t.versioning === 'never' ? '' : `<Status>${t.versioning}</Status>`),
  GetBucketLogging: (t) =>
    xml(
      'BucketLoggingStatus',
      t.logging
        ? `<LoggingEnabled><TargetBucket>access-logs</TargetBucket><TargetPrefix>${t.name}/</TargetPrefix></LoggingEnabled>`
        : '',
    ),
  GetBucketTagging: (t) =>
    t.tags === 'absent'
      ? missing('NoSuchTagSet', 'The TagSet does not exist')
      : xml(
          'Tagging',
          `<TagSet>${Object.entries(t.tags)
            .map(([k, v]) => `<Tag><Key>${k}</Key><Value>${v}</Value></Tag>`)
            .join('')}</TagSet>`,
        ),
  GetBucketWebsite: (t) =>
    t.website
      ? xml('WebsiteConfiguration', '<IndexDocument><Suffix>index.html</Suffix></IndexDocument>')
      : missing('NoSuchWebsiteConfiguration', 'The specified bucket does not have a website configuration'),
  GetBucketReplication: (t, { accountId }) =>
    t.replication
      ? xml(
          'ReplicationConfiguration',
          `<Role>arn:aws:iam::${accountId}:role/replication</Role><Rule><ID>all</ID><Priority>1</Priority><Filter/><Status>Enabled</Status><DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication><Destination><Bucket>arn:aws:s3:::${t.name}-copy</Bucket></Destination></Rule>`,
        )
      : missing('ReplicationConfigurationNotFoundError', 'The replication configuration was not found'),
  GetBucketLifecycleConfiguration: (t) =>
    t.lifecycle
      ? xml(
          'LifecycleConfiguration',
          '<Rule><ID>old</ID><Filter><Prefix/></Filter><Status>Enabled</Status><NoncurrentVersionExpiration><NoncurrentDays>90</NoncurrentDays></NoncurrentVersionExpiration></Rule>',
        )
      : missing('NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist'),
  GetObjectLockConfiguration: (t) =>
    t.objectLock
      ? xml(
          'ObjectLockConfiguration',
          '<ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Years>6</Years></DefaultRetention></Rule>',
        )
      : missing(
          'ObjectLockConfigurationNotFoundError',
          'Object Lock configuration does not exist for this bucket',
        ),
  GetBucketCors: (t) =>
    t.cors
      ? xml(
          'CORSConfiguration',
          '<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>',
        )
      : missing('NoSuchCORSConfiguration', 'The CORS configuration does not exist'),
  GetBucketNotificationConfiguration: () => xml('NotificationConfiguration', ''),
  GetBucketAccelerateConfiguration: () => xml('AccelerateConfiguration', ''),
  GetBucketRequestPayment: () => xml('RequestPaymentConfiguration', '<Payer>BucketOwner</Payer>'),
  ListBucketInventoryConfigurations: (t) =>
    xml(
      'ListInventoryConfigurationsResult',
      `${
        t.inventory
          ? '<InventoryConfiguration><Id>weekly</Id><IsEnabled>true</IsEnabled><Destination><S3BucketDestination><Bucket>arn:aws:s3:::inventory</Bucket><Format>CSV</Format></S3BucketDestination></Destination><IncludedObjectVersions>All</IncludedObjectVersions><Schedule><Frequency>Weekly</Frequency></Schedule></InventoryConfiguration>'
          : ''
      }<IsTruncated>false</IsTruncated>`,
    ),
  ListBucketIntelligentTieringConfigurations: emptyList('ListBucketIntelligentTieringConfigurationsOutput'),
  ListBucketAnalyticsConfigurations: emptyList('ListBucketAnalyticsConfigurationsResult'),
  ListBucketMetricsConfigurations: emptyList('ListMetricsConfigurationsResult'),
  GetBucketInventoryConfiguration: noConfiguration,
  GetBucketIntelligentTieringConfiguration: noConfiguration,
  GetBucketAnalyticsConfiguration: noConfiguration,
  GetBucketMetricsConfiguration: noConfiguration,
  ListObjectsV2: (t) =>
    xml(
      'ListBucketResult',
      `<Name>${t.name}</Name><Prefix/><KeyCount>1</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated><Contents><Key>${objectKey}</Key><LastModified>${t.createdAt}</LastModified><ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag><Size>0</Size><StorageClass>STANDARD</StorageClass></Contents>`,
    ),
  GetObjectAcl: acl,
  HeadObject: (t, _, name) =>
    name.objectKey === objectKey
      ? {
          status: 200,
          headers: {
            'last-modified': new Date(t.createdAt).toUTCString(),
            etag: '"d41d8cd98f00b204e9800998ecf8427e"',
            'x-amz-server-side-encryption': t.encryption === 'absent' ? 'AES256' : t.encryption,
          },
          body: '',
        }
      : { status: 404, headers: {}, body: '' },
};
