import {
  CreateBucketCommand,
  GetBucketAclCommand,
  PutBucketAclCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketLoggingCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketReplicationCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutBucketWebsiteCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { clientConfig, testAccountId } from '../../kit/aws/environment.ts';

export const blockAll = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

type Statement = Readonly<Record<string, unknown>>;

/** What strangers are allowed by the policies below, narrowed or not by what is added. */
const reading = (Bucket: string, more: Statement = { Principal: '*' }): Statement => ({
  Sid: 'Reading',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::${Bucket}/*`,
  ...more,
});
const narrowed = (condition: object) => (Bucket: string) =>
  reading(Bucket, { Principal: '*', Condition: condition });

export type Recipe = (s3: S3Client, Bucket: string) => Promise<unknown>;

const inTurn =
  (...recipes: Recipe[]): Recipe =>
  async (s3, Bucket) => {
    for (const recipe of recipes) await recipe(s3, Bucket);
  };

const policy =
  (...statements: ((bucket: string) => Statement)[]): Recipe =>
  (s3, Bucket) => {
    const Statement = statements.map((statement) => statement(Bucket));
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
    return s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  };

const ownedByWriter: Recipe = (s3, Bucket) =>
  s3.send(
    new PutBucketOwnershipControlsCommand({
      Bucket,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    }),
  );

export const listedByAll: Recipe = inTurn(ownedByWriter, (s3, Bucket) =>
  s3.send(new PutBucketAclCommand({ Bucket, ACL: 'public-read' })),
);

/** Strangers may write and not even list. */
const writtenByAll: Recipe = inTurn(ownedByWriter, async (s3, Bucket) => {
  const { Owner } = await s3.send(new GetBucketAclCommand({ Bucket }));
  const everyone = { Type: 'Group' as const, URI: 'http://acs.amazonaws.com/groups/global/AllUsers' };
  const owner = { Type: 'CanonicalUser' as const, ID: Owner?.ID };
  const Grants = [
    { Grantee: owner, Permission: 'FULL_CONTROL' as const },
    { Grantee: everyone, Permission: 'WRITE' as const },
  ];
  await s3.send(new PutBucketAclCommand({ Bucket, AccessControlPolicy: { Owner, Grants } }));
});

export const tagged =
  (tags: Readonly<Record<string, string>>): Recipe =>
  (s3, Bucket) => {
    const TagSet = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    return s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
  };

const website: Recipe = (s3, Bucket) =>
  s3.send(
    new PutBucketWebsiteCommand({
      Bucket,
      WebsiteConfiguration: { IndexDocument: { Suffix: 'index.html' } },
    }),
  );

/** As a careful clinic keeps its records: nothing is to be found here. */
const wellKept: Recipe = inTurn(
  tagged({ DataClassification: 'PHI', EnvironmentType: 'production' }),
  (s3, Bucket) =>
    s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: blockAll })),
  (s3, Bucket) =>
    s3.send(
      new PutBucketOwnershipControlsCommand({
        Bucket,
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      }),
    ),
  (s3, Bucket) =>
    s3.send(
      new PutBucketEncryptionCommand({
        Bucket,
        ServerSideEncryptionConfiguration: {
          Rules: [
            {
              ApplyServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: 'alias/records',
              },
            },
          ],
        },
      }),
    ),
  (s3, Bucket) =>
    s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })),
  (s3, Bucket) =>
    s3.send(
      new PutBucketLifecycleConfigurationCommand({
        Bucket,
        LifecycleConfiguration: {
          Rules: [
            {
              ID: 'old',
              Status: 'Enabled',
              Filter: { Prefix: '' },
              NoncurrentVersionExpiration: { NoncurrentDays: 365 },
            },
          ],
        },
      }),
    ),
  (s3, Bucket) =>
    s3.send(
      new PutObjectLockConfigurationCommand({
        Bucket,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2190 } },
        },
      }),
    ),
  (s3, Bucket) =>
    s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket,
        NotificationConfiguration: {
          QueueConfigurations: [
            { QueueArn: `arn:aws:sqs:us-east-1:${testAccountId}:changes`, Events: ['s3:ObjectCreated:*'] },
          ],
        },
      }),
    ),
  policy((Bucket) => ({
    Sid: 'TlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  })),
);

/** Its logs and its copies go to buckets that must be there already. */
const logsAndCopies: Recipe = inTurn(
  (s3, Bucket) =>
    s3.send(
      new PutBucketLoggingCommand({
        Bucket,
        BucketLoggingStatus: { LoggingEnabled: { TargetBucket: 'trail-logs', TargetPrefix: 'access/' } },
      }),
    ),
  (s3, Bucket) =>
    s3.send(
      new PutBucketReplicationCommand({
        Bucket,
        ReplicationConfiguration: {
          Role: `arn:aws:iam::${testAccountId}:role/replication`,
          Rules: [
            {
              ID: 'away',
              Priority: 1,
              Status: 'Enabled',
              Filter: { Prefix: '' },
              DeleteMarkerReplication: { Status: 'Disabled' },
              Destination: { Bucket: 'arn:aws:s3:::records-copy' },
            },
          ],
        },
      }),
    ),
);

/** Log files are removed after a year. */
const oneYear: Recipe = (s3, Bucket) =>
  s3.send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket,
      LifecycleConfiguration: {
        Rules: [{ ID: 'year', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 365 } }],
      },
    }),
  );

/** AWS's own services deliver logs, for this account alone. */
const delivery = (Bucket: string): Statement => ({
  Sid: 'Delivery',
  Effect: 'Allow',
  Principal: { Service: 'logging.s3.amazonaws.com' },
  Action: 's3:PutObject',
  Resource: `arn:aws:s3:::${Bucket}/*`,
  Condition: { StringEquals: { 'aws:SourceAccount': testAccountId } },
});

const letIn = (principal: object) => (Bucket: string) => reading(Bucket, principal as Statement);

/** Each bucket by what is particular about it; `bare` is what moto makes of CreateBucket. */
export const recipes = {
  records: wellKept,
  'records-copy': async () => {},
  'trail-logs': inTurn(oneYear, policy(delivery)),
  'open-acl': listedByAll,
  'open-write': writtenByAll,
  'open-policy': policy(reading),
  'not-principal': policy(letIn({ NotPrincipal: { AWS: `arn:aws:iam::${testAccountId}:user/bob` } })),
  'half-block': inTurn(listedByAll, (s3, Bucket) =>
    s3.send(
      new PutPublicAccessBlockCommand({
        Bucket,
        PublicAccessBlockConfiguration: {
          ...blockAll,
          BlockPublicPolicy: false,
          RestrictPublicBuckets: false,
        },
      }),
    ),
  ),
  'only-ip': policy(narrowed({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })),
  'only-endpoint': policy(narrowed({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })),
  'only-org': policy(narrowed({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })),
  neutralised: policy(reading, (Bucket) => ({ ...reading(Bucket), Sid: 'Never', Effect: 'Deny' })),
  'phi-open': inTurn(tagged({ DataClassification: 'PHI', EnvironmentType: 'dev' }), policy(reading), website),
  partner: policy(letIn({ Principal: { AWS: 'arn:aws:iam::210987654321:root' } })),
} satisfies Record<string, Recipe>;

export type BucketName = keyof typeof recipes;

/** Which bucket policies AWS itself would call public. */
export const policies: Readonly<Partial<Record<BucketName, boolean>>> = {
  records: false,
  'trail-logs': false,
  'open-policy': true,
  'not-principal': true,
  'only-ip': false,
  'only-endpoint': false,
  'only-org': false,
  neutralised: false,
  'phi-open': true,
  partner: false,
};

export const s3Of = (endpoint: string, region = 'us-east-1'): S3Client =>
  new S3Client({ ...clientConfig(endpoint), region, forcePathStyle: true });

export async function makeBucket(s3: S3Client, Bucket: string): Promise<void> {
  const ObjectLockEnabledForBucket = Bucket === 'records';
  await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket }));
  const recipe: Recipe | undefined = recipes[Bucket as BucketName];
  await recipe?.(s3, Bucket);
}

export async function makeBuckets(endpoint: string, names: readonly BucketName[]): Promise<S3Client> {
  const s3 = s3Of(endpoint);
  const west = s3Of(endpoint, 'us-west-2');
  for (const name of names) {
    if (name !== 'records-copy') await makeBucket(s3, name);
    else {
      const CreateBucketConfiguration = { LocationConstraint: 'us-west-2' as const };
      await west.send(new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration }));
      await west.send(
        new PutBucketVersioningCommand({ Bucket: name, VersioningConfiguration: { Status: 'Enabled' } }),
      );
    }
  }
  west.destroy();
  if (names.includes('records')) await logsAndCopies(s3, 'records');
  return s3;
}
