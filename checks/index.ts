import auditLogRetentionSixYears from './aws/audit/log-retention-six-years.ts';
import cloudtrailBucketAccessLogging from './aws/cloudtrail/bucket-access-logging.ts';
import cloudtrailBucketMfaDelete from './aws/cloudtrail/bucket-mfa-delete.ts';
import cloudtrailBucketNotPublic from './aws/cloudtrail/bucket-not-public.ts';
import cloudtrailBucketObjectLock from './aws/cloudtrail/bucket-object-lock.ts';
import cloudtrailCloudwatchDelivery from './aws/cloudtrail/cloudwatch-delivery.ts';
import cloudtrailDeliveryFailing from './aws/cloudtrail/delivery-failing.ts';
import cloudtrailKmsEncryption from './aws/cloudtrail/kms-encryption.ts';
import cloudtrailLogFileValidation from './aws/cloudtrail/log-file-validation.ts';
import cloudtrailLoggingOn from './aws/cloudtrail/logging-on.ts';
import cloudtrailMultiRegion from './aws/cloudtrail/multi-region.ts';
import cloudtrailS3DataEventsRead from './aws/cloudtrail/s3-data-events-read.ts';
import cloudtrailS3DataEventsWrite from './aws/cloudtrail/s3-data-events-write.ts';
import exposurePublicSince from './aws/exposure/public-since.ts';
import iamAccessKeyAge from './aws/iam/access-key-age.ts';
import iamAccessKeyExpiryNotice from './aws/iam/access-key-expiry-notice.ts';
import iamAccessKeyUnused from './aws/iam/access-key-unused.ts';
import iamAwsPolicyAdminAttached from './aws/iam/aws-policy-admin-attached.ts';
import iamConsolePasswordUnused from './aws/iam/console-password-unused.ts';
import iamCustomerPolicyAdmin from './aws/iam/customer-policy-admin.ts';
import iamPasswordExpiryNotice from './aws/iam/password-expiry-notice.ts';
import iamPasswordPolicyCharacterClasses from './aws/iam/password-policy-character-classes.ts';
import iamPasswordPolicyMaxAge from './aws/iam/password-policy-max-age.ts';
import iamPasswordPolicyMinLength from './aws/iam/password-policy-min-length.ts';
import iamPasswordPolicyReuse from './aws/iam/password-policy-reuse.ts';
import iamPolicyServiceWildcard from './aws/iam/policy-service-wildcard.ts';
import iamRootAccessKey from './aws/iam/root-access-key.ts';
import iamRootHardwareMfa from './aws/iam/root-hardware-mfa.ts';
import iamRootMfa from './aws/iam/root-mfa.ts';
import iamRootRecentlyUsed from './aws/iam/root-recently-used.ts';
import iamTwoActiveKeys from './aws/iam/two-active-keys.ts';
import iamUserConsoleMfa from './aws/iam/user-console-mfa.ts';
import iamUserDirectPolicies from './aws/iam/user-direct-policies.ts';
import iamUserInGroup from './aws/iam/user-in-group.ts';
import iamUserMfa from './aws/iam/user-mfa.ts';
import kmsKeyPendingDeletion from './aws/kms/key-pending-deletion.ts';
import kmsKeyPublic from './aws/kms/key-public.ts';
import kmsKeyRotation from './aws/kms/key-rotation.ts';
import phiStoreMissingClassification from './aws/phi/store-missing-classification.ts';
import phiTagDevConflict from './aws/phi/tag-dev-conflict.ts';
import resourceHasAnyTags from './aws/resource/has-any-tags.ts';
import s3AccessPointPublicAccessBlock from './aws/s3/access-point-public-access-block.ts';
import s3AccountPublicAccessBlock from './aws/s3/account-public-access-block.ts';
import s3BucketAccessLogging from './aws/s3/bucket-access-logging.ts';
import s3BucketAclsDisabled from './aws/s3/bucket-acls-disabled.ts';
import s3BucketAnonymousUrlProbe from './aws/s3/bucket-anonymous-url-probe.ts';
import s3BucketCrossAccountAccess from './aws/s3/bucket-cross-account-access.ts';
import s3BucketDefaultEncryption from './aws/s3/bucket-default-encryption.ts';
import s3BucketEventNotifications from './aws/s3/bucket-event-notifications.ts';
import s3BucketKmsEncryption from './aws/s3/bucket-kms-encryption.ts';
import s3BucketMfaDelete from './aws/s3/bucket-mfa-delete.ts';
import s3BucketObjectLock from './aws/s3/bucket-object-lock.ts';
import s3BucketPolicyCloudfrontOnly from './aws/s3/bucket-policy-cloudfront-only.ts';
import s3BucketPolicyExternalGrantee from './aws/s3/bucket-policy-external-grantee.ts';
import s3BucketPublicAccessBlock from './aws/s3/bucket-public-access-block.ts';
import s3BucketPublicPolicy from './aws/s3/bucket-public-policy.ts';
import s3BucketPublicRead from './aws/s3/bucket-public-read.ts';
import s3BucketPublicWrite from './aws/s3/bucket-public-write.ts';
import s3BucketReplication from './aws/s3/bucket-replication.ts';
import s3BucketTlsOnly from './aws/s3/bucket-tls-only.ts';
import s3BucketVersionedLifecycle from './aws/s3/bucket-versioned-lifecycle.ts';
import s3BucketVersioning from './aws/s3/bucket-versioning.ts';
import s3ExposureBlastRadius from './aws/s3/exposure-blast-radius.ts';
import s3ObjectAclPublicSample from './aws/s3/object-acl-public-sample.ts';
import s3ReplicationTargetUnapproved from './aws/s3/replication-target-unapproved.ts';
import s3WebsiteHosting from './aws/s3/website-hosting.ts';

/** Every check, in order of its id. Written by `npm run new:check`; the house test holds it against the folder. */
export const checks = [
  auditLogRetentionSixYears,
  cloudtrailBucketAccessLogging,
  cloudtrailBucketMfaDelete,
  cloudtrailBucketNotPublic,
  cloudtrailBucketObjectLock,
  cloudtrailCloudwatchDelivery,
  cloudtrailDeliveryFailing,
  cloudtrailKmsEncryption,
  cloudtrailLogFileValidation,
  cloudtrailLoggingOn,
  cloudtrailMultiRegion,
  cloudtrailS3DataEventsRead,
  cloudtrailS3DataEventsWrite,
  exposurePublicSince,
  iamAccessKeyAge,
  iamAccessKeyExpiryNotice,
  iamAccessKeyUnused,
  iamAwsPolicyAdminAttached,
  iamConsolePasswordUnused,
  iamCustomerPolicyAdmin,
  iamPasswordExpiryNotice,
  iamPasswordPolicyCharacterClasses,
  iamPasswordPolicyMaxAge,
  iamPasswordPolicyMinLength,
  iamPasswordPolicyReuse,
  iamPolicyServiceWildcard,
  iamRootAccessKey,
  iamRootHardwareMfa,
  iamRootMfa,
  iamRootRecentlyUsed,
  iamTwoActiveKeys,
  iamUserConsoleMfa,
  iamUserDirectPolicies,
  iamUserInGroup,
  iamUserMfa,
  kmsKeyPendingDeletion,
  kmsKeyPublic,
  kmsKeyRotation,
  phiStoreMissingClassification,
  phiTagDevConflict,
  resourceHasAnyTags,
  s3AccessPointPublicAccessBlock,
  s3AccountPublicAccessBlock,
  s3BucketAccessLogging,
  s3BucketAclsDisabled,
  s3BucketAnonymousUrlProbe,
  s3BucketCrossAccountAccess,
  s3BucketDefaultEncryption,
  s3BucketEventNotifications,
  s3BucketKmsEncryption,
  s3BucketMfaDelete,
  s3BucketObjectLock,
  s3BucketPolicyCloudfrontOnly,
  s3BucketPolicyExternalGrantee,
  s3BucketPublicAccessBlock,
  s3BucketPublicPolicy,
  s3BucketPublicRead,
  s3BucketPublicWrite,
  s3BucketReplication,
  s3BucketTlsOnly,
  s3BucketVersionedLifecycle,
  s3BucketVersioning,
  s3ExposureBlastRadius,
  s3ObjectAclPublicSample,
  s3ReplicationTargetUnapproved,
  s3WebsiteHosting,
] as const;
