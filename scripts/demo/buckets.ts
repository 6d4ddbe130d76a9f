import {
  type BucketLocationConstraint,
  CreateBucketCommand,
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
  PutObjectCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateAccessPointCommand,
  PutPublicAccessBlockCommand as PutAccountBlockCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { clientConfig, s3ControlConfig } from '../../test/kit/aws/environment.ts';
import { type BlockFlag, type Bucket, buckets, regionOf } from './bucket-table.ts';
import { accountId, bucketArn, home, privateNetwork } from './clinic.ts';
import { keyArn } from './keys.ts';

const flags: readonly BlockFlag[] = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
];
const blockOf = (on: readonly BlockFlag[]) => Object.fromEntries(flags.map((f) => [f, on.includes(f)]));

const refusesPlainHttp = (name: string) => ({
  Sid: 'NoPlainHttp',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bucketArn(name), bucketArn(`${name}/*`)],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

export async function makeBuckets(endpoint: string): Promise<void> {
  const clients = new Map<string, S3Client>();
  const clientFor = (region: string) => {
    const made =
      clients.get(region) ?? new S3Client({ ...clientConfig(endpoint), region, forcePathStyle: true });
    clients.set(region, made);
    return made;
  };
  for (const [name, { lockYears }] of Object.entries(buckets))
    await create(clientFor(regionOf(name)), name, lockYears);
  for (const [name, bucket] of Object.entries(buckets)) await equip(clientFor(regionOf(name)), name, bucket);
  // Last, because a bucket must admit the logs before they are sent to it.
  for (const [name, bucket] of Object.entries(buckets))
    await equipLogging(clientFor(regionOf(name)), name, bucket);
  for (const client of clients.values()) client.destroy();
}

async function create(s3: S3Client, Bucket: string, lockYears: number | undefined): Promise<void> {
  const region = regionOf(Bucket);
  const LocationConstraint = region as BucketLocationConstraint;
  await s3.send(
    new CreateBucketCommand({
      Bucket,
      ...(region === home ? {} : { CreateBucketConfiguration: { LocationConstraint } }),
      ...(lockYears ? { ObjectLockEnabledForBucket: true } : {}),
    }),
  );
}

async function equip(s3: S3Client, Bucket: string, it: Bucket): Promise<void> {
  const TagSet = Object.entries(it.tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
  if (TagSet.length > 0) await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));

  const ApplyServerSideEncryptionByDefault = it.key
    ? ({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn(it.key) } as const)
    : ({ SSEAlgorithm: 'AES256' } as const);
  const encryption = {
    Rules: [{ ApplyServerSideEncryptionByDefault, BucketKeyEnabled: it.key !== undefined }],
  };
  await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: encryption }));
  if (it.versions)
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  if (it.lockYears) {
    const Rule = { DefaultRetention: { Mode: 'COMPLIANCE', Years: it.lockYears } } as const;
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled', Rule } as const;
    await s3.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
  }

  if (it.block !== 'none') {
    const on = it.block === undefined || it.block === 'all' ? flags : it.block;
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: blockOf(on) }));
  }
  if (it.ownership !== null) {
    const Rules = [{ ObjectOwnership: it.ownership ?? 'BucketOwnerEnforced' } as const];
    await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules } }));
  }
  if (it.acl) {
    const group = `uri="http://acs.amazonaws.com/groups/global/${it.acl.to}"`;
    const grant = it.acl.permission === 'READ' ? { GrantRead: group } : { GrantWrite: group };
    await s3.send(new PutBucketAclCommand({ Bucket, ...grant, GrantFullControl: `id="${ownerId}"` }));
  }

  const Statement = [...(it.statements ?? []), ...(it.plainHttp ? [] : [refusesPlainHttp(Bucket)])];
  if (Statement.length > 0)
    await s3.send(
      new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement }) }),
    );

  if (it.events)
    await s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket,
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
    );
  await equipLifecycle(s3, Bucket, it);
  await equipReplication(s3, Bucket, it);
  await equipWebsite(s3, Bucket, it);
  for (let n = 0; n < (it.objects?.all ?? 0); n++) {
    const ACL = n < (it.objects?.public ?? 0) ? 'public-read' : 'private';
    await s3.send(new PutObjectCommand({ Bucket, Key: `object-${n}`, Body: '-', ACL }));
  }
}

/** The emulator's owner of everything; without this grant an ACL would leave the owner out. */
const ownerId = '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a';

async function equipLogging(s3: S3Client, Bucket: string, { logsTo }: Bucket): Promise<void> {
  if (logsTo === null) return;
  const LoggingEnabled = { TargetBucket: logsTo ?? 'lakeside-access-logs', TargetPrefix: `${Bucket}/` };
  await s3.send(new PutBucketLoggingCommand({ Bucket, BucketLoggingStatus: { LoggingEnabled } }));
}

async function equipLifecycle(s3: S3Client, Bucket: string, it: Bucket): Promise<void> {
  const rules = [
    ...(it.oldVersionsDays
      ? [{ ID: 'old-versions', NoncurrentVersionExpiration: { NoncurrentDays: it.oldVersionsDays } }]
      : []),
    ...(it.expiresDays ? [{ ID: 'expire', Expiration: { Days: it.expiresDays } }] : []),
  ];
  if (rules.length === 0) return;
  const Rules = rules.map((rule) => ({ ...rule, Status: 'Enabled' as const, Filter: { Prefix: '' } }));
  await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }));
}

async function equipReplication(s3: S3Client, Bucket: string, { copiesTo }: Bucket): Promise<void> {
  if (!copiesTo) return;
  const Destination = {
    Bucket: bucketArn(copiesTo.bucket),
    ...(copiesTo.account
      ? { Account: copiesTo.account, AccessControlTranslation: { Owner: 'Destination' as const } }
      : {}),
  };
  const rule = {
    ID: 'copies',
    Priority: 1,
    Status: 'Enabled' as const,
    Filter: { Prefix: '' },
    DeleteMarkerReplication: { Status: 'Disabled' as const },
    Destination,
  };
  const Role = `arn:aws:iam::${accountId}:role/LakesideReplication`;
  const ReplicationConfiguration = { Role, Rules: [rule] };
  await s3.send(new PutBucketReplicationCommand({ Bucket, ReplicationConfiguration }));
}

async function equipWebsite(s3: S3Client, Bucket: string, { website }: Bucket): Promise<void> {
  if (!website) return;
  const WebsiteConfiguration =
    website === 'pages'
      ? { IndexDocument: { Suffix: 'index.html' } }
      : { RedirectAllRequestsTo: { HostName: website.redirectsTo, Protocol: 'https' as const } };
  await s3.send(new PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration }));
}

/** The account's own block, half set, and three more doors to buckets. */
export async function makeDoors(endpoint: string): Promise<void> {
  const control = new S3ControlClient(s3ControlConfig(endpoint));
  const AccountId = accountId;
  const PublicAccessBlockConfiguration = blockOf(['BlockPublicAcls']);
  await control.send(new PutAccountBlockCommand({ AccountId, PublicAccessBlockConfiguration }));
  const points = [
    { Name: 'imaging-viewers', Bucket: 'lakeside-imaging-archive', on: flags },
    { Name: 'research-partners', Bucket: 'lakeside-research-share', on: flags.slice(0, 2) },
    { Name: 'billing-inside', Bucket: 'lakeside-billing-exports', on: flags, VpcId: privateNetwork },
  ];
  for (const { Name, Bucket, on, VpcId } of points)
    await control.send(
      new CreateAccessPointCommand({
        AccountId,
        Name,
        Bucket,
        PublicAccessBlockConfiguration: blockOf(on),
        ...(VpcId ? { VpcConfiguration: { VpcId } } : {}),
      }),
    );
  control.destroy();
}
