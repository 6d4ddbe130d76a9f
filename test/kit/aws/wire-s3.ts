import type { WireRequest } from './wire.ts';

type Methods = Readonly<Record<string, string>>;

const crud = (name: string, del = `Delete${name}`): Methods => ({
  GET: `Get${name}`,
  PUT: `Put${name}`,
  DELETE: del,
});
const getPut = (name: string): Methods => ({ GET: `Get${name}`, PUT: `Put${name}` });

// GET without an id lists, GET with an id gets one.
const many = new Set(['analytics', 'intelligent-tiering', 'inventory', 'metrics']);

const bucketSubresources: Readonly<Record<string, Methods>> = {
  abac: getPut('BucketAbac'),
  accelerate: getPut('BucketAccelerateConfiguration'),
  acl: getPut('BucketAcl'),
  analytics: crud('BucketAnalyticsConfiguration'),
  cors: crud('BucketCors'),
  delete: { POST: 'DeleteObjects' },
  encryption: crud('BucketEncryption'),
  'intelligent-tiering': crud('BucketIntelligentTieringConfiguration'),
  inventory: crud('BucketInventoryConfiguration'),
  lifecycle: crud('BucketLifecycleConfiguration', 'DeleteBucketLifecycle'),
  location: { GET: 'GetBucketLocation' },
  logging: getPut('BucketLogging'),
  metadataAnnotationTable: { PUT: 'UpdateBucketMetadataAnnotationTableConfiguration' },
  metadataConfiguration: {
    ...crud('BucketMetadataConfiguration'),
    POST: 'CreateBucketMetadataConfiguration',
  },
  metadataInventoryTable: { PUT: 'UpdateBucketMetadataInventoryTableConfiguration' },
  metadataJournalTable: { PUT: 'UpdateBucketMetadataJournalTableConfiguration' },
  metadataTable: {
    ...crud('BucketMetadataTableConfiguration'),
    POST: 'CreateBucketMetadataTableConfiguration',
  },
  metrics: crud('BucketMetricsConfiguration'),
  notification: getPut('BucketNotificationConfiguration'),
  'object-lock': getPut('ObjectLockConfiguration'),
  ownershipControls: crud('BucketOwnershipControls'),
  policy: crud('BucketPolicy'),
  policyStatus: { GET: 'GetBucketPolicyStatus' },
  publicAccessBlock: crud('PublicAccessBlock'),
  replication: crud('BucketReplication'),
  requestPayment: getPut('BucketRequestPayment'),
  session: { GET: 'CreateSession' },
  tagging: crud('BucketTagging'),
  uploads: { GET: 'ListMultipartUploads' },
  versioning: getPut('BucketVersioning'),
  versions: { GET: 'ListObjectVersions' },
  website: crud('BucketWebsite'),
};

const objectSubresources: Readonly<Record<string, Methods>> = {
  acl: getPut('ObjectAcl'),
  annotation: crud('ObjectAnnotation'),
  attributes: { GET: 'GetObjectAttributes' },
  encryption: { PUT: 'UpdateObjectEncryption' },
  'legal-hold': getPut('ObjectLegalHold'),
  renameObject: { PUT: 'RenameObject' },
  restore: { POST: 'RestoreObject' },
  retention: getPut('ObjectRetention'),
  select: { POST: 'SelectObjectContent' },
  tagging: crud('ObjectTagging'),
  torrent: { GET: 'GetObjectTorrent' },
  uploads: { POST: 'CreateMultipartUpload' },
};

const plainBucket: Methods = {
  GET: 'ListObjects',
  HEAD: 'HeadBucket',
  PUT: 'CreateBucket',
  DELETE: 'DeleteBucket',
};
const plainObject: Methods = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};
const multipart: Methods = {
  GET: 'ListParts',
  PUT: 'UploadPart',
  POST: 'CompleteMultipartUpload',
  DELETE: 'AbortMultipartUpload',
};

export interface S3Address {
  bucket: string;
  key: string;
}

// Virtual-hosted (bucket.localhost, bucket.s3.region.amazonaws.com) or path style, as the SDK chooses.
export function s3Address(host: string, path: string): S3Address {
  const hosted = /^(.+)\.(?:localhost|s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?)(?::\d+)?$/.exec(host);
  const decoded = decodeURIComponent(path).replace(/^\//, '');
  if (hosted?.[1]) return { bucket: hosted[1], key: decoded };
  const slash = decoded.indexOf('/');
  return slash < 0
    ? { bucket: decoded, key: '' }
    : { bucket: decoded.slice(0, slash), key: decoded.slice(slash + 1) };
}

export function s3Operation(
  method: string,
  address: S3Address,
  query: URLSearchParams,
  headers: WireRequest['headers'],
): string {
  const unnamed = `?${method} s3 ${[...query.keys()].join('&')}`;
  if (!address.bucket) {
    if (method !== 'GET') return unnamed;
    return query.get('x-id') === 'ListDirectoryBuckets' ? 'ListDirectoryBuckets' : 'ListBuckets';
  }
  return (address.key ? objectOperation(method, query, headers) : bucketOperation(method, query)) ?? unnamed;
}

function bucketOperation(method: string, query: URLSearchParams): string | undefined {
  const subresource = [...query.keys()].find((k) => k in bucketSubresources);
  if (!subresource) {
    return method === 'GET' && query.get('list-type') === '2' ? 'ListObjectsV2' : plainBucket[method];
  }
  const operation = bucketSubresources[subresource]?.[method];
  return method === 'GET' && many.has(subresource) && !query.has('id')
    ? operation?.replace(/^Get(.*)$/, 'List$1s')
    : operation;
}

function objectOperation(
  method: string,
  query: URLSearchParams,
  headers: WireRequest['headers'],
): string | undefined {
  const copies = 'x-amz-copy-source' in headers;
  if (query.has('uploadId')) return method === 'PUT' && copies ? 'UploadPartCopy' : multipart[method];
  if (query.get('x-id') === 'ListObjectAnnotations') return 'ListObjectAnnotations';
  const subresource = [...query.keys()].find((k) => k in objectSubresources);
  if (subresource) return objectSubresources[subresource]?.[method];
  return method === 'PUT' && copies ? 'CopyObject' : plainObject[method];
}
