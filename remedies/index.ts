import accessanalyzerAnalyzer from './aws/accessanalyzer/analyzer.ts';
import accessanalyzerStepsAnalyzer from './aws/accessanalyzer/steps-analyzer.ts';
import accountSecurityContact from './aws/account/security-contact.ts';
import accountStepsSecurityContact from './aws/account/steps-security-contact.ts';
import acmStepsRenewal from './aws/acm/steps-renewal.ts';
import apigatewayStageCacheEncryption from './aws/apigateway/stage-cache-encryption.ts';
import apigatewayStageExecutionLogging from './aws/apigateway/stage-execution-logging.ts';
import apigatewayStageTracing from './aws/apigateway/stage-tracing.ts';
import apigatewayStageWebAcl from './aws/apigateway/stage-web-acl.ts';
import apigatewayStepsAuthorizer from './aws/apigateway/steps-authorizer.ts';
import apigatewayStepsClientCertificate from './aws/apigateway/steps-client-certificate.ts';
import apigatewayStepsV2Logging from './aws/apigateway/steps-v2-logging.ts';
import apigatewayStepsWaf from './aws/apigateway/steps-waf.ts';
import artifactStepsAgreement from './aws/artifact/steps-agreement.ts';
import auditStepsLogRetention from './aws/audit/steps-log-retention.ts';
import autoscalingGroupElbHealthCheck from './aws/autoscaling/group-elb-health-check.ts';
import autoscalingStepsLaunchTemplate from './aws/autoscaling/steps-launch-template.ts';
import backupPlanDailyRule from './aws/backup/plan-daily-rule.ts';
import backupPlanPolicyRetention from './aws/backup/plan-policy-retention.ts';
import backupPlanRetention from './aws/backup/plan-retention.ts';
import backupRecoveryPointRetention from './aws/backup/recovery-point-retention.ts';
import backupStepsEncryptedVault from './aws/backup/steps-encrypted-vault.ts';
import backupStepsRecoveryPointEncryption from './aws/backup/steps-recovery-point-encryption.ts';
import backupStepsRecoveryPointRecent from './aws/backup/steps-recovery-point-recent.ts';
import backupStepsRestoreTest from './aws/backup/steps-restore-test.ts';
import backupVaultDenyDeletion from './aws/backup/vault-deny-deletion.ts';
import backupVaultLock from './aws/backup/vault-lock.ts';
import breakStepsBreakGlass from './aws/break/steps-break-glass.ts';
import cloudfrontAccessLogging from './aws/cloudfront/access-logging.ts';
import cloudfrontStepsOriginAccessControl from './aws/cloudfront/steps-origin-access-control.ts';
import cloudfrontStepsOriginTls from './aws/cloudfront/steps-origin-tls.ts';
import cloudfrontTlsMinimum from './aws/cloudfront/tls-minimum.ts';
import cloudfrontViewerHttps from './aws/cloudfront/viewer-https.ts';
import cloudtrailBedrockEvents from './aws/cloudtrail/bedrock-events.ts';
import cloudtrailBucketAccessLogging from './aws/cloudtrail/bucket-access-logging.ts';
import cloudtrailBucketNotPublic from './aws/cloudtrail/bucket-not-public.ts';
import cloudtrailKmsEncryption from './aws/cloudtrail/kms-encryption.ts';
import cloudtrailLogFileValidation from './aws/cloudtrail/log-file-validation.ts';
import cloudtrailLoggingStart from './aws/cloudtrail/logging-start.ts';
import cloudtrailMultiRegion from './aws/cloudtrail/multi-region.ts';
import cloudtrailS3DataEventsRead from './aws/cloudtrail/s3-data-events-read.ts';
import cloudtrailS3DataEventsWrite from './aws/cloudtrail/s3-data-events-write.ts';
import cloudtrailStepsBedrockEvents from './aws/cloudtrail/steps-bedrock-events.ts';
import cloudtrailStepsBucketObjectLock from './aws/cloudtrail/steps-bucket-object-lock.ts';
import cloudtrailStepsCloudwatchDelivery from './aws/cloudtrail/steps-cloudwatch-delivery.ts';
import cloudtrailStepsCreateTrail from './aws/cloudtrail/steps-create-trail.ts';
import cloudtrailStepsDelivery from './aws/cloudtrail/steps-delivery.ts';
import cloudwatchAlarmActions from './aws/cloudwatch/alarm-actions.ts';
import cloudwatchLogGroupKms from './aws/cloudwatch/log-group-kms.ts';
import cloudwatchLogGroupRetention from './aws/cloudwatch/log-group-retention.ts';
import cloudwatchStepsAlarmActions from './aws/cloudwatch/steps-alarm-actions.ts';
import cloudwatchStepsTrailAlarms from './aws/cloudwatch/steps-trail-alarms.ts';
import cloudwatchTrailAlarms from './aws/cloudwatch/trail-alarms.ts';
import codebuildStepsCredentials from './aws/codebuild/steps-credentials.ts';
import codebuildStepsLogging from './aws/codebuild/steps-logging.ts';
import cognitoMfaRequired from './aws/cognito/mfa-required.ts';
import cognitoStepsMfa from './aws/cognito/steps-mfa.ts';
import configRecorderStart from './aws/config/recorder-start.ts';
import configStepsRecorder from './aws/config/steps-recorder.ts';
import connectStepsStorageKey from './aws/connect/steps-storage-key.ts';
import daxStepsEncryption from './aws/dax/steps-encryption.ts';
import dmsStepsKey from './aws/dms/steps-key.ts';
import dmsStepsPublic from './aws/dms/steps-public.ts';
import documentdbStepsEncryption from './aws/documentdb/steps-encryption.ts';
import dynamodbBackupPlanTag from './aws/dynamodb/backup-plan-tag.ts';
import dynamodbManagedKey from './aws/dynamodb/managed-key.ts';
import dynamodbPayPerRequest from './aws/dynamodb/pay-per-request.ts';
import dynamodbPointInTimeRecovery from './aws/dynamodb/point-in-time-recovery.ts';
import dynamodbStepsBackupPlan from './aws/dynamodb/steps-backup-plan.ts';
import dynamodbStepsEncryption from './aws/dynamodb/steps-encryption.ts';
import dynamodbStepsThroughputLimit from './aws/dynamodb/steps-throughput-limit.ts';
import ebsBackupPlanTag from './aws/ebs/backup-plan-tag.ts';
import ebsDefaultEncryption from './aws/ebs/default-encryption.ts';
import ebsSnapshotBlock from './aws/ebs/snapshot-block.ts';
import ebsSnapshotUnshared from './aws/ebs/snapshot-unshared.ts';
import ebsStepsBackupPlan from './aws/ebs/steps-backup-plan.ts';
import ebsStepsEncrypt from './aws/ebs/steps-encrypt.ts';
import ec2DetailedMonitoring from './aws/ec2/detailed-monitoring.ts';
import ec2ElasticIpOff from './aws/ec2/elastic-ip-off.ts';
import ec2ImageUnshared from './aws/ec2/image-unshared.ts';
import ec2InstanceBackupPlanTag from './aws/ec2/instance-backup-plan-tag.ts';
import ec2MetadataDefaults from './aws/ec2/metadata-defaults.ts';
import ec2MetadataTokens from './aws/ec2/metadata-tokens.ts';
import ec2NaclOpenIngress from './aws/ec2/nacl-open-ingress.ts';
import ec2SgAllTrafficOpen from './aws/ec2/sg-all-traffic-open.ts';
import ec2SgCommonPortsOpen from './aws/ec2/sg-common-ports-open.ts';
import ec2SgDicomOpen from './aws/ec2/sg-dicom-open.ts';
import ec2SgHl7Open from './aws/ec2/sg-hl7-open.ts';
import ec2SgSshOpen from './aws/ec2/sg-ssh-open.ts';
import ec2SgUnauthorizedPortsOpen from './aws/ec2/sg-unauthorized-ports-open.ts';
import ec2StepsEbsOptimized from './aws/ec2/steps-ebs-optimized.ts';
import ec2StepsEnclavePorts from './aws/ec2/steps-enclave-ports.ts';
import ec2StepsImageEncrypt from './aws/ec2/steps-image-encrypt.ts';
import ec2StepsIntoVpc from './aws/ec2/steps-into-vpc.ts';
import ec2StepsPublicAddress from './aws/ec2/steps-public-address.ts';
import ec2StepsRebuild from './aws/ec2/steps-rebuild.ts';
import ec2StepsRole from './aws/ec2/steps-role.ts';
import ec2StepsSsm from './aws/ec2/steps-ssm.ts';
import ec2StepsStopped from './aws/ec2/steps-stopped.ts';
import ec2StepsUserData from './aws/ec2/steps-user-data.ts';
import ecrPolicyWithoutStrangers from './aws/ecr/policy-without-strangers.ts';
import ecsStepsContainers from './aws/ecs/steps-containers.ts';
import efsAutomaticBackups from './aws/efs/automatic-backups.ts';
import efsBackupPlanTag from './aws/efs/backup-plan-tag.ts';
import efsPolicyWithoutStrangers from './aws/efs/policy-without-strangers.ts';
import efsStepsEncryption from './aws/efs/steps-encryption.ts';
import eksEndpointCidrs from './aws/eks/endpoint-cidrs.ts';
import eksStepsEndpoint from './aws/eks/steps-endpoint.ts';
import eksStepsSecretsKey from './aws/eks/steps-secrets-key.ts';
import elasticacheClusterRedisBackup from './aws/elasticache/cluster-redis-backup.ts';
import elasticacheRedisBackup from './aws/elasticache/redis-backup.ts';
import elasticacheServerlessRedisBackup from './aws/elasticache/serverless-redis-backup.ts';
import elasticacheStepsEncryption from './aws/elasticache/steps-encryption.ts';
import elasticbeanstalkStepsEnvironment from './aws/elasticbeanstalk/steps-environment.ts';
import elbClassicAccessLogging from './aws/elb/classic-access-logging.ts';
import elbClassicCrossZone from './aws/elb/classic-cross-zone.ts';
import elbClassicTlsPolicy from './aws/elb/classic-tls-policy.ts';
import elbStepsClassicTls from './aws/elb/steps-classic-tls.ts';
import elbv2AccessLogging from './aws/elbv2/access-logging.ts';
import elbv2DeletionProtection from './aws/elbv2/deletion-protection.ts';
import elbv2DropInvalidHeaders from './aws/elbv2/drop-invalid-headers.ts';
import elbv2HttpRedirect from './aws/elbv2/http-redirect.ts';
import elbv2StepsHttpRedirect from './aws/elbv2/steps-http-redirect.ts';
import elbv2StepsTlsListener from './aws/elbv2/steps-tls-listener.ts';
import elbv2StepsWaf from './aws/elbv2/steps-waf.ts';
import elbv2WebAcl from './aws/elbv2/web-acl.ts';
import emrBlockPublicAccess from './aws/emr/block-public-access.ts';
import emrStepsCluster from './aws/emr/steps-cluster.ts';
import externalStepsAgreements from './aws/external/steps-agreements.ts';
import firehoseStreamEncryption from './aws/firehose/stream-encryption.ts';
import fsxBackupPlanTag from './aws/fsx/backup-plan-tag.ts';
import fsxStepsBackupPlan from './aws/fsx/steps-backup-plan.ts';
import fsxVolumeBackupPlanTag from './aws/fsx/volume-backup-plan-tag.ts';
import guarddutyEnable from './aws/guardduty/enable.ts';
import guarddutyS3Protection from './aws/guardduty/s3-protection.ts';
import guarddutyStepsEnable from './aws/guardduty/steps-enable.ts';
import guarddutyStepsOpenFindings from './aws/guardduty/steps-open-findings.ts';
import healthimagingStepsDatastoreKey from './aws/healthimaging/steps-datastore-key.ts';
import healthlakeStepsDatastoreKey from './aws/healthlake/steps-datastore-key.ts';
import healthomicsStepsStoreKey from './aws/healthomics/steps-store-key.ts';
import iamAccessKeyDeactivate from './aws/iam/access-key-deactivate.ts';
import iamConsolePasswordDelete from './aws/iam/console-password-delete.ts';
import iamPasswordPolicyCharacterClasses from './aws/iam/password-policy-character-classes.ts';
import iamPasswordPolicyMaxAge from './aws/iam/password-policy-max-age.ts';
import iamPasswordPolicyMinLength from './aws/iam/password-policy-min-length.ts';
import iamPasswordPolicyReuse from './aws/iam/password-policy-reuse.ts';
import iamRoleTrustWithoutStrangers from './aws/iam/role-trust-without-strangers.ts';
import iamStepsAccessKeyRotate from './aws/iam/steps-access-key-rotate.ts';
import iamStepsAdminPolicies from './aws/iam/steps-admin-policies.ts';
import iamStepsGroupEmpty from './aws/iam/steps-group-empty.ts';
import iamStepsInlinePolicies from './aws/iam/steps-inline-policies.ts';
import iamStepsLeaverCredentials from './aws/iam/steps-leaver-credentials.ts';
import iamStepsPasswordExpiry from './aws/iam/steps-password-expiry.ts';
import iamStepsPolicyPowers from './aws/iam/steps-policy-powers.ts';
import iamStepsRoleOpenTrust from './aws/iam/steps-role-open-trust.ts';
import iamStepsRootAccessKey from './aws/iam/steps-root-access-key.ts';
import iamStepsRootMfa from './aws/iam/steps-root-mfa.ts';
import iamStepsRootSigningCertificate from './aws/iam/steps-root-signing-certificate.ts';
import iamStepsRootUse from './aws/iam/steps-root-use.ts';
import iamStepsUserGroups from './aws/iam/steps-user-groups.ts';
import iamStepsUserMfa from './aws/iam/steps-user-mfa.ts';
import iamUserKeyDeactivate from './aws/iam/user-key-deactivate.ts';
import inspectorEnable from './aws/inspector/enable.ts';
import inspectorStepsEnable from './aws/inspector/steps-enable.ts';
import kinesisStreamEncryption from './aws/kinesis/stream-encryption.ts';
import kmsKeyDeletionCancel from './aws/kms/key-deletion-cancel.ts';
import kmsKeyPolicyWithoutStrangers from './aws/kms/key-policy-without-strangers.ts';
import kmsKeyRotation from './aws/kms/key-rotation.ts';
import kmsStepsEnclave from './aws/kms/steps-enclave.ts';
import lambdaPolicyWithoutStrangers from './aws/lambda/policy-without-strangers.ts';
import lambdaReservedConcurrency from './aws/lambda/reserved-concurrency.ts';
import lambdaStepsAliasPolicy from './aws/lambda/steps-alias-policy.ts';
import lambdaStepsDeadLetterQueue from './aws/lambda/steps-dead-letter-queue.ts';
import lambdaStepsSecrets from './aws/lambda/steps-secrets.ts';
import lambdaStepsVpc from './aws/lambda/steps-vpc.ts';
import lambdaUrlSignedRequests from './aws/lambda/url-signed-requests.ts';
import logPhiMasking from './aws/log/phi-masking.ts';
import logStepsPhiMasking from './aws/log/steps-phi-masking.ts';
import macieEnable from './aws/macie/enable.ts';
import macieStepsEnable from './aws/macie/steps-enable.ts';
import mskStepsEncryption from './aws/msk/steps-encryption.ts';
import neptuneStepsEncryption from './aws/neptune/steps-encryption.ts';
import nonStepsEligibleServices from './aws/non/steps-eligible-services.ts';
import opensearchEncryptionAtRest from './aws/opensearch/encryption-at-rest.ts';
import opensearchHttpsRequired from './aws/opensearch/https-required.ts';
import opensearchLogs from './aws/opensearch/logs.ts';
import opensearchNodeToNodeEncryption from './aws/opensearch/node-to-node-encryption.ts';
import opensearchStepsInVpc from './aws/opensearch/steps-in-vpc.ts';
import orgStepsAiOptOut from './aws/org/steps-ai-opt-out.ts';
import orgStepsTagPolicy from './aws/org/steps-tag-policy.ts';
import phiFoundTag from './aws/phi/found-tag.ts';
import phiResourceClassify from './aws/phi/resource-classify.ts';
import phiStepsFound from './aws/phi/steps-found.ts';
import phiStepsTagConflict from './aws/phi/steps-tag-conflict.ts';
import phiStoreClassify from './aws/phi/store-classify.ts';
import rdsAuroraBackupPlanTag from './aws/rds/aurora-backup-plan-tag.ts';
import rdsAutoMinorUpgrade from './aws/rds/auto-minor-upgrade.ts';
import rdsAutomatedBackups from './aws/rds/automated-backups.ts';
import rdsBackupPlanTag from './aws/rds/backup-plan-tag.ts';
import rdsClusterDeletionProtection from './aws/rds/cluster-deletion-protection.ts';
import rdsClusterIamAuthentication from './aws/rds/cluster-iam-authentication.ts';
import rdsClusterLogExports from './aws/rds/cluster-log-exports.ts';
import rdsClusterSnapshotPublic from './aws/rds/cluster-snapshot-public.ts';
import rdsClusterTlsEnforced from './aws/rds/cluster-tls-enforced.ts';
import rdsIamAuthentication from './aws/rds/iam-authentication.ts';
import rdsInstanceDeletionProtection from './aws/rds/instance-deletion-protection.ts';
import rdsInstanceMultiAz from './aws/rds/instance-multi-az.ts';
import rdsInstancePublic from './aws/rds/instance-public.ts';
import rdsLogExports from './aws/rds/log-exports.ts';
import rdsSnapshotPublic from './aws/rds/snapshot-public.ts';
import rdsStepsBackupPlan from './aws/rds/steps-backup-plan.ts';
import rdsStepsCaCertificate from './aws/rds/steps-ca-certificate.ts';
import rdsStepsClusterMultiAz from './aws/rds/steps-cluster-multi-az.ts';
import rdsStepsEnhancedMonitoring from './aws/rds/steps-enhanced-monitoring.ts';
import rdsStepsSnapshotEncryption from './aws/rds/steps-snapshot-encryption.ts';
import rdsStepsStorageEncryption from './aws/rds/steps-storage-encryption.ts';
import rdsStepsTls from './aws/rds/steps-tls.ts';
import rdsTlsEnforced from './aws/rds/tls-enforced.ts';
import redshiftAuditLogging from './aws/redshift/audit-logging.ts';
import redshiftEnhancedVpcRouting from './aws/redshift/enhanced-vpc-routing.ts';
import redshiftNotPublic from './aws/redshift/not-public.ts';
import redshiftSnapshotRetention from './aws/redshift/snapshot-retention.ts';
import redshiftStepsEncryption from './aws/redshift/steps-encryption.ts';
import redshiftStepsRequireTls from './aws/redshift/steps-require-tls.ts';
import redshiftVersionUpgrade from './aws/redshift/version-upgrade.ts';
import resourceBucketEnvironmentTag from './aws/resource/bucket-environment-tag.ts';
import route53StepsDanglingRecord from './aws/route53/steps-dangling-record.ts';
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
import sagemakerStepsEndpointConfig from './aws/sagemaker/steps-endpoint-config.ts';
import sagemakerStepsNotebook from './aws/sagemaker/steps-notebook.ts';
import secretsmanagerPolicyWithoutStrangers from './aws/secretsmanager/policy-without-strangers.ts';
import secretsmanagerStepsCustomerKey from './aws/secretsmanager/steps-customer-key.ts';
import secretsmanagerStepsRotationFailed from './aws/secretsmanager/steps-rotation-failed.ts';
import secretsmanagerStepsTurnOnRotation from './aws/secretsmanager/steps-turn-on-rotation.ts';
import secretsmanagerStepsUnused from './aws/secretsmanager/steps-unused.ts';
import securityhubEnable from './aws/securityhub/enable.ts';
import securityhubStepsEnable from './aws/securityhub/steps-enable.ts';
import sessionRoleSessionShorten from './aws/session/role-session-shorten.ts';
import sessionStepsTimeouts from './aws/session/steps-timeouts.ts';
import snsPolicyWithoutStrangers from './aws/sns/policy-without-strangers.ts';
import snsTopicEncryption from './aws/sns/topic-encryption.ts';
import sqsManagedEncryption from './aws/sqs/managed-encryption.ts';
import sqsPolicyWithoutStrangers from './aws/sqs/policy-without-strangers.ts';
import ssmDocumentPrivate from './aws/ssm/document-private.ts';
import ssmStepsAssociations from './aws/ssm/steps-associations.ts';
import ssmStepsParameter from './aws/ssm/steps-parameter.ts';
import ssmStepsPatches from './aws/ssm/steps-patches.ts';
import transferServerNoFtp from './aws/transfer/server-no-ftp.ts';
import transferStepsServer from './aws/transfer/steps-server.ts';
import vpcDefaultSgClosed from './aws/vpc/default-sg-closed.ts';
import vpcFlowLogs from './aws/vpc/flow-logs.ts';
import vpcStepsFlowLogsDelivery from './aws/vpc/steps-flow-logs-delivery.ts';
import vpcStepsInternetGateway from './aws/vpc/steps-internet-gateway.ts';
import vpcStepsPhiPublicReach from './aws/vpc/steps-phi-public-reach.ts';
import vpcStepsRouteToInternet from './aws/vpc/steps-route-to-internet.ts';
import vpcStepsVpcEndpoint from './aws/vpc/steps-vpc-endpoint.ts';
import vpcStepsVpnTunnels from './aws/vpc/steps-vpn-tunnels.ts';
import vpcSubnetAutoPublicIp from './aws/vpc/subnet-auto-public-ip.ts';
import wafStepsClassicLogging from './aws/waf/steps-classic-logging.ts';
import wafv2Logging from './aws/wafv2/logging.ts';
import wafv2StepsLogging from './aws/wafv2/steps-logging.ts';
import workspacesStepsVolumeEncryption from './aws/workspaces/steps-volume-encryption.ts';

/** Every remedy, in order of its id. Written by `node scripts/roll.ts`; the house test holds it against the folder. */
export const remedies = [
  accessanalyzerAnalyzer,
  accessanalyzerStepsAnalyzer,
  accountSecurityContact,
  accountStepsSecurityContact,
  acmStepsRenewal,
  apigatewayStageCacheEncryption,
  apigatewayStageExecutionLogging,
  apigatewayStageTracing,
  apigatewayStageWebAcl,
  apigatewayStepsAuthorizer,
  apigatewayStepsClientCertificate,
  apigatewayStepsV2Logging,
  apigatewayStepsWaf,
  artifactStepsAgreement,
  auditStepsLogRetention,
  autoscalingGroupElbHealthCheck,
  autoscalingStepsLaunchTemplate,
  backupPlanDailyRule,
  backupPlanPolicyRetention,
  backupPlanRetention,
  backupRecoveryPointRetention,
  backupStepsEncryptedVault,
  backupStepsRecoveryPointEncryption,
  backupStepsRecoveryPointRecent,
  backupStepsRestoreTest,
  backupVaultDenyDeletion,
  backupVaultLock,
  breakStepsBreakGlass,
  cloudfrontAccessLogging,
  cloudfrontStepsOriginAccessControl,
  cloudfrontStepsOriginTls,
  cloudfrontTlsMinimum,
  cloudfrontViewerHttps,
  cloudtrailBedrockEvents,
  cloudtrailBucketAccessLogging,
  cloudtrailBucketNotPublic,
  cloudtrailKmsEncryption,
  cloudtrailLogFileValidation,
  cloudtrailLoggingStart,
  cloudtrailMultiRegion,
  cloudtrailS3DataEventsRead,
  cloudtrailS3DataEventsWrite,
  cloudtrailStepsBedrockEvents,
  cloudtrailStepsBucketObjectLock,
  cloudtrailStepsCloudwatchDelivery,
  cloudtrailStepsCreateTrail,
  cloudtrailStepsDelivery,
  cloudwatchAlarmActions,
  cloudwatchLogGroupKms,
  cloudwatchLogGroupRetention,
  cloudwatchStepsAlarmActions,
  cloudwatchStepsTrailAlarms,
  cloudwatchTrailAlarms,
  codebuildStepsCredentials,
  codebuildStepsLogging,
  cognitoMfaRequired,
  cognitoStepsMfa,
  configRecorderStart,
  configStepsRecorder,
  connectStepsStorageKey,
  daxStepsEncryption,
  dmsStepsKey,
  dmsStepsPublic,
  documentdbStepsEncryption,
  dynamodbBackupPlanTag,
  dynamodbManagedKey,
  dynamodbPayPerRequest,
  dynamodbPointInTimeRecovery,
  dynamodbStepsBackupPlan,
  dynamodbStepsEncryption,
  dynamodbStepsThroughputLimit,
  ebsBackupPlanTag,
  ebsDefaultEncryption,
  ebsSnapshotBlock,
  ebsSnapshotUnshared,
  ebsStepsBackupPlan,
  ebsStepsEncrypt,
  ec2DetailedMonitoring,
  ec2ElasticIpOff,
  ec2ImageUnshared,
  ec2InstanceBackupPlanTag,
  ec2MetadataDefaults,
  ec2MetadataTokens,
  ec2NaclOpenIngress,
  ec2SgAllTrafficOpen,
  ec2SgCommonPortsOpen,
  ec2SgDicomOpen,
  ec2SgHl7Open,
  ec2SgSshOpen,
  ec2SgUnauthorizedPortsOpen,
  ec2StepsEbsOptimized,
  ec2StepsEnclavePorts,
  ec2StepsImageEncrypt,
  ec2StepsIntoVpc,
  ec2StepsPublicAddress,
  ec2StepsRebuild,
  ec2StepsRole,
  ec2StepsSsm,
  ec2StepsStopped,
  ec2StepsUserData,
  ecrPolicyWithoutStrangers,
  ecsStepsContainers,
  efsAutomaticBackups,
  efsBackupPlanTag,
  efsPolicyWithoutStrangers,
  efsStepsEncryption,
  eksEndpointCidrs,
  eksStepsEndpoint,
  eksStepsSecretsKey,
  elasticacheClusterRedisBackup,
  elasticacheRedisBackup,
  elasticacheServerlessRedisBackup,
  elasticacheStepsEncryption,
  elasticbeanstalkStepsEnvironment,
  elbClassicAccessLogging,
  elbClassicCrossZone,
  elbClassicTlsPolicy,
  elbStepsClassicTls,
  elbv2AccessLogging,
  elbv2DeletionProtection,
  elbv2DropInvalidHeaders,
  elbv2HttpRedirect,
  elbv2StepsHttpRedirect,
  elbv2StepsTlsListener,
  elbv2StepsWaf,
  elbv2WebAcl,
  emrBlockPublicAccess,
  emrStepsCluster,
  externalStepsAgreements,
  firehoseStreamEncryption,
  fsxBackupPlanTag,
  fsxStepsBackupPlan,
  fsxVolumeBackupPlanTag,
  guarddutyEnable,
  guarddutyS3Protection,
  guarddutyStepsEnable,
  guarddutyStepsOpenFindings,
  healthimagingStepsDatastoreKey,
  healthlakeStepsDatastoreKey,
  healthomicsStepsStoreKey,
  iamAccessKeyDeactivate,
  iamConsolePasswordDelete,
  iamPasswordPolicyCharacterClasses,
  iamPasswordPolicyMaxAge,
  iamPasswordPolicyMinLength,
  iamPasswordPolicyReuse,
  iamRoleTrustWithoutStrangers,
  iamStepsAccessKeyRotate,
  iamStepsAdminPolicies,
  iamStepsGroupEmpty,
  iamStepsInlinePolicies,
  iamStepsLeaverCredentials,
  iamStepsPasswordExpiry,
  iamStepsPolicyPowers,
  iamStepsRoleOpenTrust,
  iamStepsRootAccessKey,
  iamStepsRootMfa,
  iamStepsRootSigningCertificate,
  iamStepsRootUse,
  iamStepsUserGroups,
  iamStepsUserMfa,
  iamUserKeyDeactivate,
  inspectorEnable,
  inspectorStepsEnable,
  kinesisStreamEncryption,
  kmsKeyDeletionCancel,
  kmsKeyPolicyWithoutStrangers,
  kmsKeyRotation,
  kmsStepsEnclave,
  lambdaPolicyWithoutStrangers,
  lambdaReservedConcurrency,
  lambdaStepsAliasPolicy,
  lambdaStepsDeadLetterQueue,
  lambdaStepsSecrets,
  lambdaStepsVpc,
  lambdaUrlSignedRequests,
  logPhiMasking,
  logStepsPhiMasking,
  macieEnable,
  macieStepsEnable,
  mskStepsEncryption,
  neptuneStepsEncryption,
  nonStepsEligibleServices,
  opensearchEncryptionAtRest,
  opensearchHttpsRequired,
  opensearchLogs,
  opensearchNodeToNodeEncryption,
  opensearchStepsInVpc,
  orgStepsAiOptOut,
  orgStepsTagPolicy,
  phiFoundTag,
  phiResourceClassify,
  phiStepsFound,
  phiStepsTagConflict,
  phiStoreClassify,
  rdsAuroraBackupPlanTag,
  rdsAutoMinorUpgrade,
  rdsAutomatedBackups,
  rdsBackupPlanTag,
  rdsClusterDeletionProtection,
  rdsClusterIamAuthentication,
  rdsClusterLogExports,
  rdsClusterSnapshotPublic,
  rdsClusterTlsEnforced,
  rdsIamAuthentication,
  rdsInstanceDeletionProtection,
  rdsInstanceMultiAz,
  rdsInstancePublic,
  rdsLogExports,
  rdsSnapshotPublic,
  rdsStepsBackupPlan,
  rdsStepsCaCertificate,
  rdsStepsClusterMultiAz,
  rdsStepsEnhancedMonitoring,
  rdsStepsSnapshotEncryption,
  rdsStepsStorageEncryption,
  rdsStepsTls,
  rdsTlsEnforced,
  redshiftAuditLogging,
  redshiftEnhancedVpcRouting,
  redshiftNotPublic,
  redshiftSnapshotRetention,
  redshiftStepsEncryption,
  redshiftStepsRequireTls,
  redshiftVersionUpgrade,
  resourceBucketEnvironmentTag,
  route53StepsDanglingRecord,
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
  sagemakerStepsEndpointConfig,
  sagemakerStepsNotebook,
  secretsmanagerPolicyWithoutStrangers,
  secretsmanagerStepsCustomerKey,
  secretsmanagerStepsRotationFailed,
  secretsmanagerStepsTurnOnRotation,
  secretsmanagerStepsUnused,
  securityhubEnable,
  securityhubStepsEnable,
  sessionRoleSessionShorten,
  sessionStepsTimeouts,
  snsPolicyWithoutStrangers,
  snsTopicEncryption,
  sqsManagedEncryption,
  sqsPolicyWithoutStrangers,
  ssmDocumentPrivate,
  ssmStepsAssociations,
  ssmStepsParameter,
  ssmStepsPatches,
  transferServerNoFtp,
  transferStepsServer,
  vpcDefaultSgClosed,
  vpcFlowLogs,
  vpcStepsFlowLogsDelivery,
  vpcStepsInternetGateway,
  vpcStepsPhiPublicReach,
  vpcStepsRouteToInternet,
  vpcStepsVpcEndpoint,
  vpcStepsVpnTunnels,
  vpcSubnetAutoPublicIp,
  wafStepsClassicLogging,
  wafv2Logging,
  wafv2StepsLogging,
  workspacesStepsVolumeEncryption,
] as const;
