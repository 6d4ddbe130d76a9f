import auditStepsLogRetention from './aws/audit/steps-log-retention.ts';
import cloudtrailBucketAccessLogging from './aws/cloudtrail/bucket-access-logging.ts';
import cloudtrailBucketNotPublic from './aws/cloudtrail/bucket-not-public.ts';
import cloudtrailKmsEncryption from './aws/cloudtrail/kms-encryption.ts';
import cloudtrailLogFileValidation from './aws/cloudtrail/log-file-validation.ts';
import cloudtrailLoggingStart from './aws/cloudtrail/logging-start.ts';
import cloudtrailMultiRegion from './aws/cloudtrail/multi-region.ts';
import cloudtrailS3DataEventsRead from './aws/cloudtrail/s3-data-events-read.ts';
import cloudtrailS3DataEventsWrite from './aws/cloudtrail/s3-data-events-write.ts';
import cloudtrailStepsBucketMfaDelete from './aws/cloudtrail/steps-bucket-mfa-delete.ts';
import cloudtrailStepsBucketObjectLock from './aws/cloudtrail/steps-bucket-object-lock.ts';
import cloudtrailStepsCloudwatchDelivery from './aws/cloudtrail/steps-cloudwatch-delivery.ts';
import cloudtrailStepsCreateTrail from './aws/cloudtrail/steps-create-trail.ts';
import cloudtrailStepsDelivery from './aws/cloudtrail/steps-delivery.ts';
import iamAccessKeyDeactivate from './aws/iam/access-key-deactivate.ts';
import iamConsolePasswordDelete from './aws/iam/console-password-delete.ts';
import iamPasswordPolicyCharacterClasses from './aws/iam/password-policy-character-classes.ts';
import iamPasswordPolicyMaxAge from './aws/iam/password-policy-max-age.ts';
import iamPasswordPolicyMinLength from './aws/iam/password-policy-min-length.ts';
import iamPasswordPolicyReuse from './aws/iam/password-policy-reuse.ts';
import iamStepsAccessKeyRotate from './aws/iam/steps-access-key-rotate.ts';
import iamStepsAdminPolicies from './aws/iam/steps-admin-policies.ts';
import iamStepsPasswordExpiry from './aws/iam/steps-password-expiry.ts';
import iamStepsRootAccessKey from './aws/iam/steps-root-access-key.ts';
import iamStepsRootMfa from './aws/iam/steps-root-mfa.ts';
import iamStepsRootUse from './aws/iam/steps-root-use.ts';
import iamStepsUserGroups from './aws/iam/steps-user-groups.ts';
import iamStepsUserMfa from './aws/iam/steps-user-mfa.ts';
import iamUserKeyDeactivate from './aws/iam/user-key-deactivate.ts';
import kmsKeyDeletionCancel from './aws/kms/key-deletion-cancel.ts';
import kmsKeyPolicyWithoutStrangers from './aws/kms/key-policy-without-strangers.ts';
import kmsKeyRotation from './aws/kms/key-rotation.ts';
import phiStepsTagConflict from './aws/phi/steps-tag-conflict.ts';
import phiStoreClassify from './aws/phi/store-classify.ts';
import resourceBucketEnvironmentTag from './aws/resource/bucket-environment-tag.ts';
import s3AccessLogging from './aws/s3/access-logging.ts';
import s3AccessPointPublicAccessBlock from './aws/s3/access-point-public-access-block.ts';
import s3AccountPublicAccessBlock from './aws/s3/account-public-access-block.ts';
import s3AclPrivate from './aws/s3/acl-private.ts';
import s3BucketCrossAccountAccess from './aws/s3/bucket-cross-account-access.ts';
import s3BucketMfaDelete from './aws/s3/bucket-mfa-delete.ts';
import s3BucketObjectLock from './aws/s3/bucket-object-lock.ts';
import s3BucketPolicyCloudfrontOnly from './aws/s3/bucket-policy-cloudfront-only.ts';
import s3BucketPolicyExternalGrantee from './aws/s3/bucket-policy-external-grantee.ts';
import s3BucketPublicAccessBlock from './aws/s3/bucket-public-access-block.ts';
import s3BucketReplication from './aws/s3/bucket-replication.ts';
import s3BucketVersionedLifecycle from './aws/s3/bucket-versioned-lifecycle.ts';
import s3DefaultEncryption from './aws/s3/default-encryption.ts';
import s3EventNotifications from './aws/s3/event-notifications.ts';
import s3ExposureBlastRadius from './aws/s3/exposure-blast-radius.ts';
import s3KmsEncryption from './aws/s3/kms-encryption.ts';
import s3OwnershipEnforced from './aws/s3/ownership-enforced.ts';
import s3PolicyStatementRemoved from './aws/s3/policy-statement-removed.ts';
import s3PublicSince from './aws/s3/public-since.ts';
import s3ReplicationTargetUnapproved from './aws/s3/replication-target-unapproved.ts';
import s3TlsOnly from './aws/s3/tls-only.ts';
import s3Versioning from './aws/s3/versioning.ts';
import s3WebsiteHosting from './aws/s3/website-hosting.ts';

/** Every remedy, in order of its id. Written by `node scripts/roll.ts`; the house test holds it against the folder. */
export const remedies = [
  auditStepsLogRetention,
  cloudtrailBucketAccessLogging,
  cloudtrailBucketNotPublic,
  cloudtrailKmsEncryption,
  cloudtrailLogFileValidation,
  cloudtrailLoggingStart,
  cloudtrailMultiRegion,
  cloudtrailS3DataEventsRead,
  cloudtrailS3DataEventsWrite,
  cloudtrailStepsBucketMfaDelete,
  cloudtrailStepsBucketObjectLock,
  cloudtrailStepsCloudwatchDelivery,
  cloudtrailStepsCreateTrail,
  cloudtrailStepsDelivery,
  iamAccessKeyDeactivate,
  iamConsolePasswordDelete,
  iamPasswordPolicyCharacterClasses,
  iamPasswordPolicyMaxAge,
  iamPasswordPolicyMinLength,
  iamPasswordPolicyReuse,
  iamStepsAccessKeyRotate,
  iamStepsAdminPolicies,
  iamStepsPasswordExpiry,
  iamStepsRootAccessKey,
  iamStepsRootMfa,
  iamStepsRootUse,
  iamStepsUserGroups,
  iamStepsUserMfa,
  iamUserKeyDeactivate,
  kmsKeyDeletionCancel,
  kmsKeyPolicyWithoutStrangers,
  kmsKeyRotation,
  phiStepsTagConflict,
  phiStoreClassify,
  resourceBucketEnvironmentTag,
  s3AccessLogging,
  s3AccessPointPublicAccessBlock,
  s3AccountPublicAccessBlock,
  s3AclPrivate,
  s3BucketCrossAccountAccess,
  s3BucketMfaDelete,
  s3BucketObjectLock,
  s3BucketPolicyCloudfrontOnly,
  s3BucketPolicyExternalGrantee,
  s3BucketPublicAccessBlock,
  s3BucketReplication,
  s3BucketVersionedLifecycle,
  s3DefaultEncryption,
  s3EventNotifications,
  s3ExposureBlastRadius,
  s3KmsEncryption,
  s3OwnershipEnforced,
  s3PolicyStatementRemoved,
  s3PublicSince,
  s3ReplicationTargetUnapproved,
  s3TlsOnly,
  s3Versioning,
  s3WebsiteHosting,
] as const;
