// A second opinion on least privilege: written from AWS's Service Authorization Reference and the S3 User Guide's
// "Required permissions for Amazon S3 API operations", never from the project's own collectors.
const s3: Readonly<Record<string, string>> = {
  ListBuckets: 'ListAllMyBuckets',
  HeadBucket: 'ListBucket',
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  ListMultipartUploads: 'ListBucketMultipartUploads',
  ListParts: 'ListMultipartUploadParts',

  GetBucketAccelerateConfiguration: 'GetAccelerateConfiguration',
  GetBucketAnalyticsConfiguration: 'GetAnalyticsConfiguration',
  ListBucketAnalyticsConfigurations: 'GetAnalyticsConfiguration',
  GetBucketCors: 'GetBucketCORS',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  GetBucketIntelligentTieringConfiguration: 'GetIntelligentTieringConfiguration',
  ListBucketIntelligentTieringConfigurations: 'GetIntelligentTieringConfiguration',
  GetBucketInventoryConfiguration: 'GetInventoryConfiguration',
  ListBucketInventoryConfigurations: 'GetInventoryConfiguration',
  GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  GetBucketMetadataConfiguration: 'GetBucketMetadataTableConfiguration',
  GetBucketMetricsConfiguration: 'GetMetricsConfiguration',
  ListBucketMetricsConfigurations: 'GetMetricsConfiguration',
  GetBucketNotificationConfiguration: 'GetBucketNotification',
  GetBucketReplication: 'GetReplicationConfiguration',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',

  PutBucketAccelerateConfiguration: 'PutAccelerateConfiguration',
  PutBucketAnalyticsConfiguration: 'PutAnalyticsConfiguration',
  DeleteBucketAnalyticsConfiguration: 'PutAnalyticsConfiguration',
  PutBucketCors: 'PutBucketCORS',
  DeleteBucketCors: 'PutBucketCORS',
  PutBucketEncryption: 'PutEncryptionConfiguration',
  DeleteBucketEncryption: 'PutEncryptionConfiguration',
  PutBucketIntelligentTieringConfiguration: 'PutIntelligentTieringConfiguration',
  DeleteBucketIntelligentTieringConfiguration: 'PutIntelligentTieringConfiguration',
  PutBucketInventoryConfiguration: 'PutInventoryConfiguration',
  DeleteBucketInventoryConfiguration: 'PutInventoryConfiguration',
  PutBucketLifecycleConfiguration: 'PutLifecycleConfiguration',
  DeleteBucketLifecycle: 'PutLifecycleConfiguration',
  CreateBucketMetadataConfiguration: 'CreateBucketMetadataTableConfiguration',
  DeleteBucketMetadataConfiguration: 'DeleteBucketMetadataTableConfiguration',
  PutBucketMetricsConfiguration: 'PutMetricsConfiguration',
  DeleteBucketMetricsConfiguration: 'PutMetricsConfiguration',
  PutBucketNotificationConfiguration: 'PutBucketNotification',
  DeleteBucketOwnershipControls: 'PutBucketOwnershipControls',
  PutBucketReplication: 'PutReplicationConfiguration',
  DeleteBucketReplication: 'PutReplicationConfiguration',
  DeleteBucketTagging: 'PutBucketTagging',
  PutObjectLockConfiguration: 'PutBucketObjectLockConfiguration',
  PutPublicAccessBlock: 'PutBucketPublicAccessBlock',
  DeletePublicAccessBlock: 'PutBucketPublicAccessBlock',

  HeadObject: 'GetObject',
  SelectObjectContent: 'GetObject',
  CopyObject: 'PutObject',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  UploadPartCopy: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  DeleteObjects: 'DeleteObject',
};

const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  s3: {
    ...mapValues(s3, (action) => `s3:${action}`),
    ListDirectoryBuckets: 's3express:ListAllMyDirectoryBuckets',
    CreateSession: 's3express:CreateSession',
  },
  s3control: {
    GetPublicAccessBlock: 's3:GetAccountPublicAccessBlock',
    PutPublicAccessBlock: 's3:PutAccountPublicAccessBlock',
    DeletePublicAccessBlock: 's3:PutAccountPublicAccessBlock',
    ListAccessPointsForDirectoryBuckets: 's3express:ListAccessPointsForDirectoryBuckets',
    // S3 Control's own bucket operations are those of Outposts.
    GetBucket: 's3-outposts:GetBucket',
    GetBucketPolicy: 's3-outposts:GetBucketPolicy',
    GetBucketTagging: 's3-outposts:GetBucketTagging',
    GetBucketVersioning: 's3-outposts:GetBucketVersioning',
    GetBucketReplication: 's3-outposts:GetReplicationConfiguration',
    GetBucketLifecycleConfiguration: 's3-outposts:GetLifecycleConfiguration',
    ListRegionalBuckets: 's3-outposts:ListRegionalBuckets',
  },
  'access-analyzer': { ListFindingsV2: 'access-analyzer:ListFindings' },
  // The verb is the action: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
  apigateway: {
    GetAccount: 'apigateway:GET',
    GetApis: 'apigateway:GET',
    GetResources: 'apigateway:GET',
    GetRestApis: 'apigateway:GET',
    GetRoutes: 'apigateway:GET',
    GetStage: 'apigateway:GET',
    GetStages: 'apigateway:GET',
    UpdateStage: 'apigateway:PATCH',
  },
  cloudfront: {
    CreateDistributionWithTags: 'cloudfront:CreateDistribution',
    CreateStreamingDistributionWithTags: 'cloudfront:CreateStreamingDistribution',
    UpdateDistributionWithStagingConfig: 'cloudfront:UpdateDistribution',
  },
  kms: { ReEncrypt: 'kms:ReEncryptFrom' },
};

/** The IAM action a caller must be allowed; an unnamed operation gives something no policy can contain. */
export function iamActionOf(service: string, operation: string): string {
  const prefix = service === 's3control' ? 's3' : service;
  return exceptions[service]?.[operation] ?? `${prefix}:${operation}`;
}

const permissionless = new Set(['sts:GetCallerIdentity', 'sts:GetSessionToken']);

/** AWS answers these whatever the policy says. */
export const needsNoPermission = (action: string): boolean => permissionless.has(action);

function mapValues(record: Readonly<Record<string, string>>, f: (value: string) => string) {
  return Object.fromEntries(Object.entries(record).map(([k, v]) => [k, f(v)]));
}
