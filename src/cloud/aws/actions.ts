/**
 * The IAM action that an API operation needs, where the two have different names.
 * Source: AWS Service Authorization Reference, "Actions, resources, and condition keys" of each service.
 */
const renamed: Readonly<Record<string, string>> = {
  'access-analyzer:ListFindingsV2': 'access-analyzer:ListFindings',
  'apigateway:GetAccount': 'apigateway:GET',
  'apigateway:GetApis': 'apigateway:GET',
  'apigateway:GetResources': 'apigateway:GET',
  'apigateway:GetRestApis': 'apigateway:GET',
  'apigateway:GetRoutes': 'apigateway:GET',
  'apigateway:GetStages': 'apigateway:GET',
  'apigateway:UpdateStage': 'apigateway:PATCH',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:HeadBucket': 's3:ListBucket',
  's3:ListObjectsV2': 's3:ListBucket',
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3:GetBucketReplication': 's3:GetReplicationConfiguration',
  's3:GetBucketNotificationConfiguration': 's3:GetBucketNotification',
  's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3-control:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
  's3:PutBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:DeleteBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:PutPublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  's3:DeletePublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  's3:PutBucketNotificationConfiguration': 's3:PutBucketNotification',
  's3:DeleteBucketTagging': 's3:PutBucketTagging',
  's3:DeleteBucketOwnershipControls': 's3:PutBucketOwnershipControls',
  's3-control:PutPublicAccessBlock': 's3:PutAccountPublicAccessBlock',
  's3-control:DeletePublicAccessBlock': 's3:PutAccountPublicAccessBlock',
};

/** IAM's prefix of a service, where the SDK names the service otherwise. */
const prefixes: Readonly<Record<string, string>> = { 's3-control': 's3' };

/** `s3`, `GetBucketEncryption` → `s3:GetEncryptionConfiguration`. */
export function actionOf(service: string, operation: string): string {
  return renamed[`${service}:${operation}`] ?? `${prefixes[service] ?? service}:${operation}`;
}
