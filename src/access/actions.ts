import type { PolicyDocument } from './document.ts';
import { compileGlob, matchesGlob } from './glob.ts';

export type Level = 'read' | 'write';
export interface Action {
  readonly name: string;
  readonly level: Level;
  readonly on: 'bucket' | 'object' | 'any';
}

/** The verbs of List and Read in the Service Authorization Reference, and to subscribe, which is to read from then on; every other verb changes something. */
const READS =
  /^(Get|List|Describe|Head|BatchGet|Read|Query|Scan|Search|Select|View|Lookup|Check|Download|Receive|Retrieve|Decrypt|Verify|Filter|Poll|Subscribe)/;
const levelOf = (verb: string): Level => (READS.test(verb) ? 'read' : 'write');

const s3 = (on: 'bucket' | 'object', names: string): readonly Action[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => ({ name: `s3:${name}`, level: levelOf(name), on }));

/** Amazon S3 actions that a bucket policy can grant, by the resource they need (Service Authorization Reference). The telling ones come first. */
const S3: readonly Action[] = [
  ...s3('object', 'GetObject'),
  ...s3('bucket', 'ListBucket'),
  ...s3('object', 'PutObject DeleteObject PutObjectAcl'),
  ...s3('bucket', 'PutBucketPolicy PutBucketAcl DeleteBucket'),
  ...s3(
    'object',
    `GetObjectVersion GetObjectAcl GetObjectVersionAcl GetObjectAttributes GetObjectVersionAttributes GetObjectTagging
    GetObjectVersionTagging GetObjectLegalHold GetObjectRetention GetObjectTorrent GetObjectVersionTorrent
    GetObjectVersionForReplication ListMultipartUploadParts
    DeleteObjectVersion DeleteObjectTagging DeleteObjectVersionTagging AbortMultipartUpload BypassGovernanceRetention
    PutObjectLegalHold PutObjectRetention PutObjectTagging PutObjectVersionAcl PutObjectVersionTagging RestoreObject
    ReplicateObject ReplicateDelete ReplicateTags InitiateReplication ObjectOwnerOverrideToBucketOwner
    UpdateObjectEncryption`,
  ),
  ...s3(
    'bucket',
    `ListBucketVersions ListBucketMultipartUploads GetBucketLocation GetBucketAcl GetBucketPolicy GetBucketPolicyStatus
    GetBucketPublicAccessBlock GetBucketOwnershipControls GetBucketCORS GetBucketLogging GetBucketNotification
    GetBucketObjectLockConfiguration GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite
    GetBucketAbac GetBucketMetadataTableConfiguration GetAccelerateConfiguration GetAnalyticsConfiguration
    GetEncryptionConfiguration GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration
    GetMetricsConfiguration GetReplicationConfiguration ListTagsForResource
    CreateBucket DeleteBucketPolicy DeleteBucketWebsite PutBucketPublicAccessBlock PutBucketOwnershipControls
    PutBucketCORS PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration PutBucketRequestPayment
    PutBucketTagging PutBucketVersioning PutBucketWebsite PutBucketAbac PutAccelerateConfiguration
    PutAnalyticsConfiguration PutEncryptionConfiguration PutIntelligentTieringConfiguration PutInventoryConfiguration
    PutLifecycleConfiguration PutMetricsConfiguration PutReplicationConfiguration PauseReplication
    CreateBucketMetadataTableConfiguration DeleteBucketMetadataTableConfiguration
    UpdateBucketMetadataInventoryTableConfiguration UpdateBucketMetadataJournalTableConfiguration TagResource
    UntagResource CreateSession`,
  ),
];

/** S3 actions on accounts, jobs, access points and grants: no bucket policy can grant them. */
const ELSEWHERE =
  /^s3:(ListAllMyBuckets|.*Job.*|.*AccessPoint.*|.*AccessGrant.*|.*StorageLens.*|.*MultiRegion.*|.*AccountPublicAccess.*|.*DataAccess|ListCallerAccess.*)$/i;

const kms = (level: Level, names: string): readonly Action[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => ({ name: `kms:${name}`, level, on: 'any' }));

/** AWS KMS. To decrypt is to read here, whatever level AWS files it under: it is what stands between a stranger and the data. */
const KMS: readonly Action[] = [
  ...kms(
    'read',
    `Decrypt DescribeKey DeriveSharedSecret GetKeyPolicy GetKeyRotationStatus GetParametersForImport GetPublicKey
    ListAliases ListGrants ListKeyPolicies ListKeyRotations ListResourceTags Verify VerifyMac`,
  ),
  ...kms(
    'write',
    `Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext
    GenerateMac ReEncryptFrom ReEncryptTo Sign CreateGrant RevokeGrant RetireGrant PutKeyPolicy CreateAlias DeleteAlias
    UpdateAlias EnableKey DisableKey EnableKeyRotation DisableKeyRotation RotateKeyOnDemand ScheduleKeyDeletion
    CancelKeyDeletion ImportKeyMaterial DeleteImportedKeyMaterial ReplicateKey UpdatePrimaryRegion UpdateKeyDescription
    SynchronizeMultiRegionKey TagResource UntagResource`,
  ),
];

const VERBS = [
  'Get',
  'List',
  'Describe',
  'BatchGet',
  'Receive',
  'Put',
  'Create',
  'Delete',
  'Update',
  'Set',
  'Add',
  'Remove',
  'Tag',
  'Send',
  'Publish',
  'Invoke',
];
/** What gives strangers the data itself: named first, where a policy allows it along with more. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  secretsmanager: ['GetSecretValue', 'PutSecretValue', 'DeleteSecret'],
  sns: ['Subscribe', 'Publish'],
  sqs: ['ReceiveMessage', 'SendMessage', 'DeleteMessage', 'PurgeQueue'],
};

/** Every action of a verb stands for itself, as people read it: `sqs:Get*`. */
const probes = (service: string): readonly Action[] =>
  [...(TELLING[service] ?? []), ...VERBS.map((verb) => `${verb}*`)].map((name) => ({
    name: `${service}:${name}`,
    level: levelOf(name),
    on: 'any',
  }));

const KNOWN: Readonly<Record<string, readonly Action[]>> = { s3: S3, kms: KMS };
export const S3_ACTIONS: readonly Action[] = S3;

/** An action the policy names and we do not know, such as one yet to come: judged by its verb. */
function unheardOf(document: PolicyDocument, service: string, known: readonly Action[]): readonly Action[] {
  const seen = new Set(known.map(({ name }) => name.toLowerCase()));
  const mentioned = document.statements.flatMap(({ action }) => action.patterns);
  return mentioned.flatMap((pattern): readonly Action[] => {
    const glob = compileGlob(pattern, { wild: true, fold: true, variable: 'text' });
    const lower = pattern.toLowerCase();
    if (!lower.startsWith(`${service}:`) || seen.has(lower) || ELSEWHERE.test(pattern)) return [];
    if (glob === undefined || (!glob.literal && known.some(({ name }) => matchesGlob(glob, name)))) return [];
    seen.add(lower);
    const verb = pattern.slice(service.length + 1);
    const level = levelOf(verb.charAt(0).toUpperCase() + verb.slice(1));
    const places = service === 's3' ? (['bucket', 'object'] as const) : (['any'] as const);
    return places.map((on) => ({ name: pattern, level, on }));
  });
}

/** Every action of the service worth asking about, the telling ones first. */
export function actionsOf(document: PolicyDocument, service: string): readonly Action[] {
  const known = KNOWN[service] ?? probes(service);
  return [...known, ...unheardOf(document, service, known)];
}
