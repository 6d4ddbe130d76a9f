import accessanalyzerEnabled from './aws/accessanalyzer/enabled.ts';
import accountSecurityContact from './aws/account/security-contact.ts';
import acmCertificateExpiring from './aws/acm/certificate-expiring.ts';
import apigatewayApiAuthorizer from './aws/apigateway/api-authorizer.ts';
import apigatewayStageCacheEncryption from './aws/apigateway/stage-cache-encryption.ts';
import apigatewayStageClientCertificate from './aws/apigateway/stage-client-certificate.ts';
import apigatewayStageExecutionLogging from './aws/apigateway/stage-execution-logging.ts';
import apigatewayStageWaf from './aws/apigateway/stage-waf.ts';
import apigatewayStageXrayTracing from './aws/apigateway/stage-xray-tracing.ts';
import apigatewayV2ApiAuthorizer from './aws/apigateway/v2-api-authorizer.ts';
import apigatewayV2StageLogging from './aws/apigateway/v2-stage-logging.ts';
import artifactBaaActive from './aws/artifact/baa-active.ts';
import artifactBaaOrgCoverage from './aws/artifact/baa-org-coverage.ts';
import auditLogRetentionSixYears from './aws/audit/log-retention-six-years.ts';
import autoscalingGroupElbHealthCheck from './aws/autoscaling/group-elb-health-check.ts';
import autoscalingLaunchConfigNoPublicIp from './aws/autoscaling/launch-config-no-public-ip.ts';
import backupPlanFrequencyAndRetention from './aws/backup/plan-frequency-and-retention.ts';
import backupRecoveryPointEncrypted from './aws/backup/recovery-point-encrypted.ts';
import backupRecoveryPointMinRetention from './aws/backup/recovery-point-min-retention.ts';
import backupRecoveryPointRecent from './aws/backup/recovery-point-recent.ts';
import backupRegionVault from './aws/backup/region-vault.ts';
import backupRestoreTested from './aws/backup/restore-tested.ts';
import backupRetentionSixYears from './aws/backup/retention-six-years.ts';
import backupVaultExistsEncrypted from './aws/backup/vault-exists-encrypted.ts';
import backupVaultLock from './aws/backup/vault-lock.ts';
import backupVaultManualDeletionBlocked from './aws/backup/vault-manual-deletion-blocked.ts';
import breakGlassReady from './aws/break/glass-ready.ts';
import cloudfrontAccessLogging from './aws/cloudfront/access-logging.ts';
import cloudfrontOriginTls from './aws/cloudfront/origin-tls.ts';
import cloudfrontS3OriginAccessControl from './aws/cloudfront/s3-origin-access-control.ts';
import cloudfrontTlsMinimumVersion from './aws/cloudfront/tls-minimum-version.ts';
import cloudfrontViewerHttpsOnly from './aws/cloudfront/viewer-https-only.ts';
import cloudtrailBedrockEvents from './aws/cloudtrail/bedrock-events.ts';
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
import cloudwatchAlarmActions from './aws/cloudwatch/alarm-actions.ts';
import cloudwatchAlarmCloudtrailChanges from './aws/cloudwatch/alarm-cloudtrail-changes.ts';
import cloudwatchAlarmConsoleAuthFailures from './aws/cloudwatch/alarm-console-auth-failures.ts';
import cloudwatchAlarmGatewayChanges from './aws/cloudwatch/alarm-gateway-changes.ts';
import cloudwatchAlarmKmsDeletion from './aws/cloudwatch/alarm-kms-deletion.ts';
import cloudwatchAlarmNaclChanges from './aws/cloudwatch/alarm-nacl-changes.ts';
import cloudwatchAlarmRootUsage from './aws/cloudwatch/alarm-root-usage.ts';
import cloudwatchAlarmRouteTableChanges from './aws/cloudwatch/alarm-route-table-changes.ts';
import cloudwatchAlarmS3PolicyChanges from './aws/cloudwatch/alarm-s3-policy-changes.ts';
import cloudwatchAlarmSgChanges from './aws/cloudwatch/alarm-sg-changes.ts';
import cloudwatchAlarmVpcChanges from './aws/cloudwatch/alarm-vpc-changes.ts';
import cloudwatchLogGroupKms from './aws/cloudwatch/log-group-kms.ts';
import cloudwatchLogGroupRetention from './aws/cloudwatch/log-group-retention.ts';
import codebuildLogging from './aws/codebuild/logging.ts';
import codebuildPlaintextCredentials from './aws/codebuild/plaintext-credentials.ts';
import codebuildSourceOauth from './aws/codebuild/source-oauth.ts';
import cognitoMfa from './aws/cognito/mfa.ts';
import configRecorderOn from './aws/config/recorder-on.ts';
import connectRecordingsKms from './aws/connect/recordings-kms.ts';
import daxEncryptionAtRest from './aws/dax/encryption-at-rest.ts';
import dmsReplicationInstanceKms from './aws/dms/replication-instance-kms.ts';
import dmsReplicationInstanceNotPublic from './aws/dms/replication-instance-not-public.ts';
import documentdbEncryption from './aws/documentdb/encryption.ts';
import dynamodbAutoscaling from './aws/dynamodb/autoscaling.ts';
import dynamodbBackupPlan from './aws/dynamodb/backup-plan.ts';
import dynamodbPitr from './aws/dynamodb/pitr.ts';
import dynamodbTableEncryption from './aws/dynamodb/table-encryption.ts';
import dynamodbTableKmsKey from './aws/dynamodb/table-kms-key.ts';
import dynamodbThroughputLimit from './aws/dynamodb/throughput-limit.ts';
import ebsBackupPlan from './aws/ebs/backup-plan.ts';
import ebsDefaultEncryption from './aws/ebs/default-encryption.ts';
import ebsSnapshotAccountBlock from './aws/ebs/snapshot-account-block.ts';
import ebsSnapshotEncrypted from './aws/ebs/snapshot-encrypted.ts';
import ebsSnapshotPublic from './aws/ebs/snapshot-public.ts';
import ebsVolumeEncrypted from './aws/ebs/volume-encrypted.ts';
import ec2AmiEncrypted from './aws/ec2/ami-encrypted.ts';
import ec2AmiPublic from './aws/ec2/ami-public.ts';
import ec2EnclaveHostImdsv2 from './aws/ec2/enclave-host-imdsv2.ts';
import ec2EnclaveHostOpenPorts from './aws/ec2/enclave-host-open-ports.ts';
import ec2EnclaveHostPublicIp from './aws/ec2/enclave-host-public-ip.ts';
import ec2EnclaveHostVsockProxyExposed from './aws/ec2/enclave-host-vsock-proxy-exposed.ts';
import ec2Imdsv2AccountDefault from './aws/ec2/imdsv2-account-default.ts';
import ec2InstanceBackupPlan from './aws/ec2/instance-backup-plan.ts';
import ec2InstanceDetailedMonitoring from './aws/ec2/instance-detailed-monitoring.ts';
import ec2InstanceEbsOptimized from './aws/ec2/instance-ebs-optimized.ts';
import ec2InstanceImdsv2 from './aws/ec2/instance-imdsv2.ts';
import ec2InstanceInVpc from './aws/ec2/instance-in-vpc.ts';
import ec2InstanceProfileAttached from './aws/ec2/instance-profile-attached.ts';
import ec2InstancePublicIp from './aws/ec2/instance-public-ip.ts';
import ec2InstanceSsmManaged from './aws/ec2/instance-ssm-managed.ts';
import ec2InstanceStoppedTooLong from './aws/ec2/instance-stopped-too-long.ts';
import ec2InstanceTooOld from './aws/ec2/instance-too-old.ts';
import ec2NaclOpenIngress from './aws/ec2/nacl-open-ingress.ts';
import ec2SgAllTrafficOpen from './aws/ec2/sg-all-traffic-open.ts';
import ec2SgCommonPortsOpen from './aws/ec2/sg-common-ports-open.ts';
import ec2SgDicomOpen from './aws/ec2/sg-dicom-open.ts';
import ec2SgHl7Open from './aws/ec2/sg-hl7-open.ts';
import ec2SgSshOpen from './aws/ec2/sg-ssh-open.ts';
import ec2SgUnauthorizedPortsOpen from './aws/ec2/sg-unauthorized-ports-open.ts';
import ec2UserdataSecrets from './aws/ec2/userdata-secrets.ts';
import ecrRepositoryPublic from './aws/ecr/repository-public.ts';
import ecsContainerReadonlyRootfs from './aws/ecs/container-readonly-rootfs.ts';
import ecsTaskHostModeUser from './aws/ecs/task-host-mode-user.ts';
import efsBackupPlan from './aws/efs/backup-plan.ts';
import efsEncryptionAtRest from './aws/efs/encryption-at-rest.ts';
import efsPolicyPublic from './aws/efs/policy-public.ts';
import eksEndpointPublic from './aws/eks/endpoint-public.ts';
import eksSecretsEncryption from './aws/eks/secrets-encryption.ts';
import elasticacheClusterEncryption from './aws/elasticache/cluster-encryption.ts';
import elasticacheClusterRedisBackup from './aws/elasticache/cluster-redis-backup.ts';
import elasticacheEncryption from './aws/elasticache/encryption.ts';
import elasticacheRedisBackup from './aws/elasticache/redis-backup.ts';
import elasticacheServerlessRedisBackup from './aws/elasticache/serverless-redis-backup.ts';
import elasticbeanstalkEnhancedHealth from './aws/elasticbeanstalk/enhanced-health.ts';
import elasticbeanstalkManagedUpdates from './aws/elasticbeanstalk/managed-updates.ts';
import elbClassicAccessLogging from './aws/elb/classic-access-logging.ts';
import elbClassicAcmCertificate from './aws/elb/classic-acm-certificate.ts';
import elbClassicCrossZone from './aws/elb/classic-cross-zone.ts';
import elbClassicTlsListenersOnly from './aws/elb/classic-tls-listeners-only.ts';
import elbClassicTlsPolicy from './aws/elb/classic-tls-policy.ts';
import elbv2AccessLogging from './aws/elbv2/access-logging.ts';
import elbv2DeletionProtection from './aws/elbv2/deletion-protection.ts';
import elbv2DropInvalidHeaders from './aws/elbv2/drop-invalid-headers.ts';
import elbv2HttpRedirectsToHttps from './aws/elbv2/http-redirects-to-https.ts';
import elbv2TlsListeners from './aws/elbv2/tls-listeners.ts';
import elbv2Waf from './aws/elbv2/waf.ts';
import emrBlockPublicAccess from './aws/emr/block-public-access.ts';
import emrKerberos from './aws/emr/kerberos.ts';
import emrMasterNoPublicIp from './aws/emr/master-no-public-ip.ts';
import exposurePublicSince from './aws/exposure/public-since.ts';
import externalAccountWithoutBaa from './aws/external/account-without-baa.ts';
import externalBucketAccountWithoutBaa from './aws/external/bucket-account-without-baa.ts';
import firehoseStreamEncryption from './aws/firehose/stream-encryption.ts';
import fsxBackupPlan from './aws/fsx/backup-plan.ts';
import fsxVolumeBackupPlan from './aws/fsx/volume-backup-plan.ts';
import guarddutyEnabled from './aws/guardduty/enabled.ts';
import guarddutyOpenFindings from './aws/guardduty/open-findings.ts';
import guarddutyS3Protection from './aws/guardduty/s3-protection.ts';
import healthimagingDatastoreKms from './aws/healthimaging/datastore-kms.ts';
import healthlakeDatastoreKms from './aws/healthlake/datastore-kms.ts';
import healthomicsStoreKms from './aws/healthomics/store-kms.ts';
import iamAccessKeyAge from './aws/iam/access-key-age.ts';
import iamAccessKeyExpiryNotice from './aws/iam/access-key-expiry-notice.ts';
import iamAccessKeyUnused from './aws/iam/access-key-unused.ts';
import iamAwsPolicyAdminAttached from './aws/iam/aws-policy-admin-attached.ts';
import iamConsolePasswordUnused from './aws/iam/console-password-unused.ts';
import iamCustomerPolicyAdmin from './aws/iam/customer-policy-admin.ts';
import iamGroupEmpty from './aws/iam/group-empty.ts';
import iamGroupInlinePolicies from './aws/iam/group-inline-policies.ts';
import iamInlinePolicies from './aws/iam/inline-policies.ts';
import iamInlinePolicyAdmin from './aws/iam/inline-policy-admin.ts';
import iamInlinePolicyBroadKms from './aws/iam/inline-policy-broad-kms.ts';
import iamInlinePolicyMarketplaceSubscribe from './aws/iam/inline-policy-marketplace-subscribe.ts';
import iamInlinePrivilegeEscalation from './aws/iam/inline-privilege-escalation.ts';
import iamManagedPolicyBroadKms from './aws/iam/managed-policy-broad-kms.ts';
import iamPasswordExpiryNotice from './aws/iam/password-expiry-notice.ts';
import iamPasswordPolicyCharacterClasses from './aws/iam/password-policy-character-classes.ts';
import iamPasswordPolicyMaxAge from './aws/iam/password-policy-max-age.ts';
import iamPasswordPolicyMinLength from './aws/iam/password-policy-min-length.ts';
import iamPasswordPolicyReuse from './aws/iam/password-policy-reuse.ts';
import iamPolicyMarketplaceSubscribe from './aws/iam/policy-marketplace-subscribe.ts';
import iamPolicyServiceWildcard from './aws/iam/policy-service-wildcard.ts';
import iamPrivilegeEscalation from './aws/iam/privilege-escalation.ts';
import iamRoleOpenTrust from './aws/iam/role-open-trust.ts';
import iamRootAccessKey from './aws/iam/root-access-key.ts';
import iamRootHardwareMfa from './aws/iam/root-hardware-mfa.ts';
import iamRootMfa from './aws/iam/root-mfa.ts';
import iamRootRecentlyUsed from './aws/iam/root-recently-used.ts';
import iamRootSigningCertificate from './aws/iam/root-signing-certificate.ts';
import iamTwoActiveKeys from './aws/iam/two-active-keys.ts';
import iamUserConsoleMfa from './aws/iam/user-console-mfa.ts';
import iamUserDirectPolicies from './aws/iam/user-direct-policies.ts';
import iamUserInGroup from './aws/iam/user-in-group.ts';
import iamUserInlinePolicies from './aws/iam/user-inline-policies.ts';
import iamUserMfa from './aws/iam/user-mfa.ts';
import inspectorEnabled from './aws/inspector/enabled.ts';
import kinesisStreamEncryption from './aws/kinesis/stream-encryption.ts';
import kmsEnclaveAttestationBypass from './aws/kms/enclave-attestation-bypass.ts';
import kmsEnclaveAttestationEnforced from './aws/kms/enclave-attestation-enforced.ts';
import kmsEnclaveDebugAttestation from './aws/kms/enclave-debug-attestation.ts';
import kmsEnclavePcrMismatch from './aws/kms/enclave-pcr-mismatch.ts';
import kmsEnclaveUnknownImage from './aws/kms/enclave-unknown-image.ts';
import kmsKeyPendingDeletion from './aws/kms/key-pending-deletion.ts';
import kmsKeyPublic from './aws/kms/key-public.ts';
import kmsKeyRotation from './aws/kms/key-rotation.ts';
import lambdaAliasPublicPolicy from './aws/lambda/alias-public-policy.ts';
import lambdaConcurrencyLimit from './aws/lambda/concurrency-limit.ts';
import lambdaDeadLetterQueue from './aws/lambda/dead-letter-queue.ts';
import lambdaEnvSecrets from './aws/lambda/env-secrets.ts';
import lambdaFunctionUrlPublic from './aws/lambda/function-url-public.ts';
import lambdaInVpc from './aws/lambda/in-vpc.ts';
import lambdaPublicPolicy from './aws/lambda/public-policy.ts';
import leaverKeyStillActive from './aws/leaver/key-still-active.ts';
import leaverOtherCredentials from './aws/leaver/other-credentials.ts';
import leaverStillHasAccess from './aws/leaver/still-has-access.ts';
import logPhiMasking from './aws/log/phi-masking.ts';
import macieEnabled from './aws/macie/enabled.ts';
import mskEncryption from './aws/msk/encryption.ts';
import neptuneEncryption from './aws/neptune/encryption.ts';
import nonEligibleServiceBilled from './aws/non/eligible-service-billed.ts';
import nonEligibleServiceInUse from './aws/non/eligible-service-in-use.ts';
import opensearchEncryptionAtRest from './aws/opensearch/encryption-at-rest.ts';
import opensearchHttpsRequired from './aws/opensearch/https-required.ts';
import opensearchInVpc from './aws/opensearch/in-vpc.ts';
import opensearchLogs from './aws/opensearch/logs.ts';
import opensearchNodeToNodeEncryption from './aws/opensearch/node-to-node-encryption.ts';
import orgAiServicesOptOut from './aws/org/ai-services-opt-out.ts';
import orgTagPolicyAttached from './aws/org/tag-policy-attached.ts';
import phiDataStoreClassification from './aws/phi/data-store-classification.ts';
import phiFoundButUntagged from './aws/phi/found-but-untagged.ts';
import phiResourceTagDevConflict from './aws/phi/resource-tag-dev-conflict.ts';
import phiStoreMissingClassification from './aws/phi/store-missing-classification.ts';
import phiTagDevConflict from './aws/phi/tag-dev-conflict.ts';
import rdsAuroraBackupPlan from './aws/rds/aurora-backup-plan.ts';
import rdsAutoMinorUpgrade from './aws/rds/auto-minor-upgrade.ts';
import rdsAutomatedBackups from './aws/rds/automated-backups.ts';
import rdsBackupPlan from './aws/rds/backup-plan.ts';
import rdsCaCertificateExpiring from './aws/rds/ca-certificate-expiring.ts';
import rdsClusterDeletionProtection from './aws/rds/cluster-deletion-protection.ts';
import rdsClusterIamAuthentication from './aws/rds/cluster-iam-authentication.ts';
import rdsClusterLogExports from './aws/rds/cluster-log-exports.ts';
import rdsClusterMultiAz from './aws/rds/cluster-multi-az.ts';
import rdsClusterSnapshotEncrypted from './aws/rds/cluster-snapshot-encrypted.ts';
import rdsClusterSnapshotPublic from './aws/rds/cluster-snapshot-public.ts';
import rdsClusterStorageEncrypted from './aws/rds/cluster-storage-encrypted.ts';
import rdsClusterTlsEnforced from './aws/rds/cluster-tls-enforced.ts';
import rdsEnhancedMonitoring from './aws/rds/enhanced-monitoring.ts';
import rdsIamAuthentication from './aws/rds/iam-authentication.ts';
import rdsInstanceDeletionProtection from './aws/rds/instance-deletion-protection.ts';
import rdsInstanceMultiAz from './aws/rds/instance-multi-az.ts';
import rdsInstancePublic from './aws/rds/instance-public.ts';
import rdsLogExports from './aws/rds/log-exports.ts';
import rdsSnapshotEncrypted from './aws/rds/snapshot-encrypted.ts';
import rdsSnapshotPublic from './aws/rds/snapshot-public.ts';
import rdsStorageEncrypted from './aws/rds/storage-encrypted.ts';
import rdsTlsEnforced from './aws/rds/tls-enforced.ts';
import redshiftAuditLogging from './aws/redshift/audit-logging.ts';
import redshiftAutomatedSnapshots from './aws/redshift/automated-snapshots.ts';
import redshiftEncryptionAtRest from './aws/redshift/encryption-at-rest.ts';
import redshiftEnhancedVpcRouting from './aws/redshift/enhanced-vpc-routing.ts';
import redshiftKmsKey from './aws/redshift/kms-key.ts';
import redshiftMaintenanceSettings from './aws/redshift/maintenance-settings.ts';
import redshiftPublic from './aws/redshift/public.ts';
import redshiftRequireTls from './aws/redshift/require-tls.ts';
import resourceHasAnyTags from './aws/resource/has-any-tags.ts';
import route53DanglingRecord from './aws/route53/dangling-record.ts';
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
import sagemakerEndpointConfigKms from './aws/sagemaker/endpoint-config-kms.ts';
import sagemakerNotebookDirectInternet from './aws/sagemaker/notebook-direct-internet.ts';
import sagemakerNotebookInVpc from './aws/sagemaker/notebook-in-vpc.ts';
import sagemakerNotebookKms from './aws/sagemaker/notebook-kms.ts';
import secretsmanagerKmsKey from './aws/secretsmanager/kms-key.ts';
import secretsmanagerRotationEnabled from './aws/secretsmanager/rotation-enabled.ts';
import secretsmanagerRotationFailed from './aws/secretsmanager/rotation-failed.ts';
import secretsmanagerSecretPublic from './aws/secretsmanager/secret-public.ts';
import secretsmanagerSecretStale from './aws/secretsmanager/secret-stale.ts';
import secretsmanagerSecretUnused from './aws/secretsmanager/secret-unused.ts';
import securityhubEnabled from './aws/securityhub/enabled.ts';
import sessionIdleShellBounded from './aws/session/idle-shell-bounded.ts';
import sessionPermissionSetTimeoutBounded from './aws/session/permission-set-timeout-bounded.ts';
import sessionTimeoutBounded from './aws/session/timeout-bounded.ts';
import snsTopicKms from './aws/sns/topic-kms.ts';
import snsTopicPublic from './aws/sns/topic-public.ts';
import sqsQueueKms from './aws/sqs/queue-kms.ts';
import sqsQueuePublic from './aws/sqs/queue-public.ts';
import ssmAssociationCompliance from './aws/ssm/association-compliance.ts';
import ssmDocumentPublic from './aws/ssm/document-public.ts';
import ssmParameterEncrypted from './aws/ssm/parameter-encrypted.ts';
import ssmPatchCompliance from './aws/ssm/patch-compliance.ts';
import transferServerLogging from './aws/transfer/server-logging.ts';
import transferServerPlainFtp from './aws/transfer/server-plain-ftp.ts';
import vpcDefaultSgClosed from './aws/vpc/default-sg-closed.ts';
import vpcEndpointForEc2 from './aws/vpc/endpoint-for-ec2.ts';
import vpcFlowLogs from './aws/vpc/flow-logs.ts';
import vpcIgwAuthorized from './aws/vpc/igw-authorized.ts';
import vpcPhiPublicReach from './aws/vpc/phi-public-reach.ts';
import vpcRouteTableOpenIgw from './aws/vpc/route-table-open-igw.ts';
import vpcSubnetAutoPublicIp from './aws/vpc/subnet-auto-public-ip.ts';
import vpcVpnTunnelsUp from './aws/vpc/vpn-tunnels-up.ts';
import wafClassicLogging from './aws/waf/classic-logging.ts';
import wafv2Logging from './aws/wafv2/logging.ts';
import workspacesVolumeEncryption from './aws/workspaces/volume-encryption.ts';

/** Every check, in order of its id. Written by `npm run new:check`; the house test holds it against the folder. */
export const checks = [
  accessanalyzerEnabled,
  accountSecurityContact,
  acmCertificateExpiring,
  apigatewayApiAuthorizer,
  apigatewayStageCacheEncryption,
  apigatewayStageClientCertificate,
  apigatewayStageExecutionLogging,
  apigatewayStageWaf,
  apigatewayStageXrayTracing,
  apigatewayV2ApiAuthorizer,
  apigatewayV2StageLogging,
  artifactBaaActive,
  artifactBaaOrgCoverage,
  auditLogRetentionSixYears,
  autoscalingGroupElbHealthCheck,
  autoscalingLaunchConfigNoPublicIp,
  backupPlanFrequencyAndRetention,
  backupRecoveryPointEncrypted,
  backupRecoveryPointMinRetention,
  backupRecoveryPointRecent,
  backupRegionVault,
  backupRestoreTested,
  backupRetentionSixYears,
  backupVaultExistsEncrypted,
  backupVaultLock,
  backupVaultManualDeletionBlocked,
  breakGlassReady,
  cloudfrontAccessLogging,
  cloudfrontOriginTls,
  cloudfrontS3OriginAccessControl,
  cloudfrontTlsMinimumVersion,
  cloudfrontViewerHttpsOnly,
  cloudtrailBedrockEvents,
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
  cloudwatchAlarmActions,
  cloudwatchAlarmCloudtrailChanges,
  cloudwatchAlarmConsoleAuthFailures,
  cloudwatchAlarmGatewayChanges,
  cloudwatchAlarmKmsDeletion,
  cloudwatchAlarmNaclChanges,
  cloudwatchAlarmRootUsage,
  cloudwatchAlarmRouteTableChanges,
  cloudwatchAlarmS3PolicyChanges,
  cloudwatchAlarmSgChanges,
  cloudwatchAlarmVpcChanges,
  cloudwatchLogGroupKms,
  cloudwatchLogGroupRetention,
  codebuildLogging,
  codebuildPlaintextCredentials,
  codebuildSourceOauth,
  cognitoMfa,
  configRecorderOn,
  connectRecordingsKms,
  daxEncryptionAtRest,
  dmsReplicationInstanceKms,
  dmsReplicationInstanceNotPublic,
  documentdbEncryption,
  dynamodbAutoscaling,
  dynamodbBackupPlan,
  dynamodbPitr,
  dynamodbTableEncryption,
  dynamodbTableKmsKey,
  dynamodbThroughputLimit,
  ebsBackupPlan,
  ebsDefaultEncryption,
  ebsSnapshotAccountBlock,
  ebsSnapshotEncrypted,
  ebsSnapshotPublic,
  ebsVolumeEncrypted,
  ec2AmiEncrypted,
  ec2AmiPublic,
  ec2EnclaveHostImdsv2,
  ec2EnclaveHostOpenPorts,
  ec2EnclaveHostPublicIp,
  ec2EnclaveHostVsockProxyExposed,
  ec2Imdsv2AccountDefault,
  ec2InstanceBackupPlan,
  ec2InstanceDetailedMonitoring,
  ec2InstanceEbsOptimized,
  ec2InstanceImdsv2,
  ec2InstanceInVpc,
  ec2InstanceProfileAttached,
  ec2InstancePublicIp,
  ec2InstanceSsmManaged,
  ec2InstanceStoppedTooLong,
  ec2InstanceTooOld,
  ec2NaclOpenIngress,
  ec2SgAllTrafficOpen,
  ec2SgCommonPortsOpen,
  ec2SgDicomOpen,
  ec2SgHl7Open,
  ec2SgSshOpen,
  ec2SgUnauthorizedPortsOpen,
  ec2UserdataSecrets,
  ecrRepositoryPublic,
  ecsContainerReadonlyRootfs,
  ecsTaskHostModeUser,
  efsBackupPlan,
  efsEncryptionAtRest,
  efsPolicyPublic,
  eksEndpointPublic,
  eksSecretsEncryption,
  elasticacheClusterEncryption,
  elasticacheClusterRedisBackup,
  elasticacheEncryption,
  elasticacheRedisBackup,
  elasticacheServerlessRedisBackup,
  elasticbeanstalkEnhancedHealth,
  elasticbeanstalkManagedUpdates,
  elbClassicAccessLogging,
  elbClassicAcmCertificate,
  elbClassicCrossZone,
  elbClassicTlsListenersOnly,
  elbClassicTlsPolicy,
  elbv2AccessLogging,
  elbv2DeletionProtection,
  elbv2DropInvalidHeaders,
  elbv2HttpRedirectsToHttps,
  elbv2TlsListeners,
  elbv2Waf,
  emrBlockPublicAccess,
  emrKerberos,
  emrMasterNoPublicIp,
  exposurePublicSince,
  externalAccountWithoutBaa,
  externalBucketAccountWithoutBaa,
  firehoseStreamEncryption,
  fsxBackupPlan,
  fsxVolumeBackupPlan,
  guarddutyEnabled,
  guarddutyOpenFindings,
  guarddutyS3Protection,
  healthimagingDatastoreKms,
  healthlakeDatastoreKms,
  healthomicsStoreKms,
  iamAccessKeyAge,
  iamAccessKeyExpiryNotice,
  iamAccessKeyUnused,
  iamAwsPolicyAdminAttached,
  iamConsolePasswordUnused,
  iamCustomerPolicyAdmin,
  iamGroupEmpty,
  iamGroupInlinePolicies,
  iamInlinePolicies,
  iamInlinePolicyAdmin,
  iamInlinePolicyBroadKms,
  iamInlinePolicyMarketplaceSubscribe,
  iamInlinePrivilegeEscalation,
  iamManagedPolicyBroadKms,
  iamPasswordExpiryNotice,
  iamPasswordPolicyCharacterClasses,
  iamPasswordPolicyMaxAge,
  iamPasswordPolicyMinLength,
  iamPasswordPolicyReuse,
  iamPolicyMarketplaceSubscribe,
  iamPolicyServiceWildcard,
  iamPrivilegeEscalation,
  iamRoleOpenTrust,
  iamRootAccessKey,
  iamRootHardwareMfa,
  iamRootMfa,
  iamRootRecentlyUsed,
  iamRootSigningCertificate,
  iamTwoActiveKeys,
  iamUserConsoleMfa,
  iamUserDirectPolicies,
  iamUserInGroup,
  iamUserInlinePolicies,
  iamUserMfa,
  inspectorEnabled,
  kinesisStreamEncryption,
  kmsEnclaveAttestationBypass,
  kmsEnclaveAttestationEnforced,
  kmsEnclaveDebugAttestation,
  kmsEnclavePcrMismatch,
  kmsEnclaveUnknownImage,
  kmsKeyPendingDeletion,
  kmsKeyPublic,
  kmsKeyRotation,
  lambdaAliasPublicPolicy,
  lambdaConcurrencyLimit,
  lambdaDeadLetterQueue,
  lambdaEnvSecrets,
  lambdaFunctionUrlPublic,
  lambdaInVpc,
  lambdaPublicPolicy,
  leaverKeyStillActive,
  leaverOtherCredentials,
  leaverStillHasAccess,
  logPhiMasking,
  macieEnabled,
  mskEncryption,
  neptuneEncryption,
  nonEligibleServiceBilled,
  nonEligibleServiceInUse,
  opensearchEncryptionAtRest,
  opensearchHttpsRequired,
  opensearchInVpc,
  opensearchLogs,
  opensearchNodeToNodeEncryption,
  orgAiServicesOptOut,
  orgTagPolicyAttached,
  phiDataStoreClassification,
  phiFoundButUntagged,
  phiResourceTagDevConflict,
  phiStoreMissingClassification,
  phiTagDevConflict,
  rdsAuroraBackupPlan,
  rdsAutoMinorUpgrade,
  rdsAutomatedBackups,
  rdsBackupPlan,
  rdsCaCertificateExpiring,
  rdsClusterDeletionProtection,
  rdsClusterIamAuthentication,
  rdsClusterLogExports,
  rdsClusterMultiAz,
  rdsClusterSnapshotEncrypted,
  rdsClusterSnapshotPublic,
  rdsClusterStorageEncrypted,
  rdsClusterTlsEnforced,
  rdsEnhancedMonitoring,
  rdsIamAuthentication,
  rdsInstanceDeletionProtection,
  rdsInstanceMultiAz,
  rdsInstancePublic,
  rdsLogExports,
  rdsSnapshotEncrypted,
  rdsSnapshotPublic,
  rdsStorageEncrypted,
  rdsTlsEnforced,
  redshiftAuditLogging,
  redshiftAutomatedSnapshots,
  redshiftEncryptionAtRest,
  redshiftEnhancedVpcRouting,
  redshiftKmsKey,
  redshiftMaintenanceSettings,
  redshiftPublic,
  redshiftRequireTls,
  resourceHasAnyTags,
  route53DanglingRecord,
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
  sagemakerEndpointConfigKms,
  sagemakerNotebookDirectInternet,
  sagemakerNotebookInVpc,
  sagemakerNotebookKms,
  secretsmanagerKmsKey,
  secretsmanagerRotationEnabled,
  secretsmanagerRotationFailed,
  secretsmanagerSecretPublic,
  secretsmanagerSecretStale,
  secretsmanagerSecretUnused,
  securityhubEnabled,
  sessionIdleShellBounded,
  sessionPermissionSetTimeoutBounded,
  sessionTimeoutBounded,
  snsTopicKms,
  snsTopicPublic,
  sqsQueueKms,
  sqsQueuePublic,
  ssmAssociationCompliance,
  ssmDocumentPublic,
  ssmParameterEncrypted,
  ssmPatchCompliance,
  transferServerLogging,
  transferServerPlainFtp,
  vpcDefaultSgClosed,
  vpcEndpointForEc2,
  vpcFlowLogs,
  vpcIgwAuthorized,
  vpcPhiPublicReach,
  vpcRouteTableOpenIgw,
  vpcSubnetAutoPublicIp,
  vpcVpnTunnelsUp,
  wafClassicLogging,
  wafv2Logging,
  workspacesVolumeEncryption,
] as const;
