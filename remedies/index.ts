import acmStepsRenewal from './aws/acm/steps-renewal.ts';
import apigatewayStepsAuthorizer from './aws/apigateway/steps-authorizer.ts';
import apigatewayStepsClientCertificate from './aws/apigateway/steps-client-certificate.ts';
import apigatewayStepsV2Logging from './aws/apigateway/steps-v2-logging.ts';
import apigatewayStepsWaf from './aws/apigateway/steps-waf.ts';
import auditStepsLogRetention from './aws/audit/steps-log-retention.ts';
import autoscalingGroupElbHealthCheck from './aws/autoscaling/group-elb-health-check.ts';
import autoscalingStepsLaunchTemplate from './aws/autoscaling/steps-launch-template.ts';
import cloudfrontStepsOriginAccessControl from './aws/cloudfront/steps-origin-access-control.ts';
import cloudfrontStepsOriginTls from './aws/cloudfront/steps-origin-tls.ts';
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
import codebuildLogging from './aws/codebuild/logging.ts';
import codebuildStepsCredentials from './aws/codebuild/steps-credentials.ts';
import cognitoMfaRequired from './aws/cognito/mfa-required.ts';
import cognitoStepsMfa from './aws/cognito/steps-mfa.ts';
import connectStepsStorageKey from './aws/connect/steps-storage-key.ts';
import ec2NaclOpenIngress from './aws/ec2/nacl-open-ingress.ts';
import ec2SgAllTrafficOpen from './aws/ec2/sg-all-traffic-open.ts';
import ec2SgCommonPortsOpen from './aws/ec2/sg-common-ports-open.ts';
import ec2SgDicomOpen from './aws/ec2/sg-dicom-open.ts';
import ec2SgHl7Open from './aws/ec2/sg-hl7-open.ts';
import ec2SgSshOpen from './aws/ec2/sg-ssh-open.ts';
import ec2SgUnauthorizedPortsOpen from './aws/ec2/sg-unauthorized-ports-open.ts';
import ecsStepsContainers from './aws/ecs/steps-containers.ts';
import eksEndpointCidrs from './aws/eks/endpoint-cidrs.ts';
import eksStepsEndpoint from './aws/eks/steps-endpoint.ts';
import eksStepsSecretsKey from './aws/eks/steps-secrets-key.ts';
import elasticbeanstalkStepsEnvironment from './aws/elasticbeanstalk/steps-environment.ts';
import elbClassicAccessLogging from './aws/elb/classic-access-logging.ts';
import elbClassicCrossZone from './aws/elb/classic-cross-zone.ts';
import elbStepsClassicTls from './aws/elb/steps-classic-tls.ts';
import elbv2AccessLogging from './aws/elbv2/access-logging.ts';
import elbv2DeletionProtection from './aws/elbv2/deletion-protection.ts';
import elbv2DropInvalidHeaders from './aws/elbv2/drop-invalid-headers.ts';
import elbv2StepsHttpRedirect from './aws/elbv2/steps-http-redirect.ts';
import elbv2StepsTlsListener from './aws/elbv2/steps-tls-listener.ts';
import elbv2StepsWaf from './aws/elbv2/steps-waf.ts';
import emrBlockPublicAccess from './aws/emr/block-public-access.ts';
import emrStepsCluster from './aws/emr/steps-cluster.ts';
import healthimagingStepsDatastoreKey from './aws/healthimaging/steps-datastore-key.ts';
import healthlakeStepsDatastoreKey from './aws/healthlake/steps-datastore-key.ts';
import healthomicsStepsStoreKey from './aws/healthomics/steps-store-key.ts';
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
import lambdaStepsDeadLetterQueue from './aws/lambda/steps-dead-letter-queue.ts';
import lambdaStepsSecrets from './aws/lambda/steps-secrets.ts';
import lambdaStepsVpc from './aws/lambda/steps-vpc.ts';
import phiStepsTagConflict from './aws/phi/steps-tag-conflict.ts';
import phiStoreClassify from './aws/phi/store-classify.ts';
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
import secretsmanagerStepsRotation from './aws/secretsmanager/steps-rotation.ts';
import secretsmanagerStepsRotationFailed from './aws/secretsmanager/steps-rotation-failed.ts';
import secretsmanagerStepsUnused from './aws/secretsmanager/steps-unused.ts';
import transferServerLogging from './aws/transfer/server-logging.ts';
import transferServerNoFtp from './aws/transfer/server-no-ftp.ts';
import transferStepsServer from './aws/transfer/steps-server.ts';
import vpcDefaultSgClosed from './aws/vpc/default-sg-closed.ts';
import vpcFlowLogs from './aws/vpc/flow-logs.ts';
import vpcStepsFlowLogsDelivery from './aws/vpc/steps-flow-logs-delivery.ts';
import vpcStepsInternetGateway from './aws/vpc/steps-internet-gateway.ts';
import vpcStepsRouteToInternet from './aws/vpc/steps-route-to-internet.ts';
import vpcStepsVpcEndpoint from './aws/vpc/steps-vpc-endpoint.ts';
import vpcStepsVpnTunnels from './aws/vpc/steps-vpn-tunnels.ts';
import vpcSubnetAutoPublicIp from './aws/vpc/subnet-auto-public-ip.ts';
import workspacesStepsVolumeEncryption from './aws/workspaces/steps-volume-encryption.ts';

/** Every remedy, in order of its id. Written by `node scripts/roll.ts`; the house test holds it against the folder. */
export const remedies = [
  acmStepsRenewal,
  apigatewayStepsAuthorizer,
  apigatewayStepsClientCertificate,
  apigatewayStepsV2Logging,
  apigatewayStepsWaf,
  auditStepsLogRetention,
  autoscalingGroupElbHealthCheck,
  autoscalingStepsLaunchTemplate,
  cloudfrontStepsOriginAccessControl,
  cloudfrontStepsOriginTls,
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
  codebuildLogging,
  codebuildStepsCredentials,
  cognitoMfaRequired,
  cognitoStepsMfa,
  connectStepsStorageKey,
  ec2NaclOpenIngress,
  ec2SgAllTrafficOpen,
  ec2SgCommonPortsOpen,
  ec2SgDicomOpen,
  ec2SgHl7Open,
  ec2SgSshOpen,
  ec2SgUnauthorizedPortsOpen,
  ecsStepsContainers,
  eksEndpointCidrs,
  eksStepsEndpoint,
  eksStepsSecretsKey,
  elasticbeanstalkStepsEnvironment,
  elbClassicAccessLogging,
  elbClassicCrossZone,
  elbStepsClassicTls,
  elbv2AccessLogging,
  elbv2DeletionProtection,
  elbv2DropInvalidHeaders,
  elbv2StepsHttpRedirect,
  elbv2StepsTlsListener,
  elbv2StepsWaf,
  emrBlockPublicAccess,
  emrStepsCluster,
  healthimagingStepsDatastoreKey,
  healthlakeStepsDatastoreKey,
  healthomicsStepsStoreKey,
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
  lambdaStepsDeadLetterQueue,
  lambdaStepsSecrets,
  lambdaStepsVpc,
  phiStepsTagConflict,
  phiStoreClassify,
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
  secretsmanagerStepsRotation,
  secretsmanagerStepsRotationFailed,
  secretsmanagerStepsUnused,
  transferServerLogging,
  transferServerNoFtp,
  transferStepsServer,
  vpcDefaultSgClosed,
  vpcFlowLogs,
  vpcStepsFlowLogsDelivery,
  vpcStepsInternetGateway,
  vpcStepsRouteToInternet,
  vpcStepsVpcEndpoint,
  vpcStepsVpnTunnels,
  vpcSubnetAutoPublicIp,
  workspacesStepsVolumeEncryption,
] as const;
