import { account } from './account/account.ts';
import { acmKinds } from './acm/kinds.ts';
import { apiGatewayKinds } from './apigateway/kinds.ts';
import { autoScalingKinds } from './autoscaling/kinds.ts';
import { backupKinds } from './backup/kinds.ts';
import { cloudFrontKinds } from './cloudfront/kinds.ts';
import { cloudTrailKinds } from './cloudtrail/kinds.ts';
import { cloudWatchKinds } from './cloudwatch/kinds.ts';
import { codeBuildKinds } from './codebuild/kinds.ts';
import { cognitoKinds } from './cognito/kinds.ts';
import { connectKinds } from './connect/kinds.ts';
import { daxKinds } from './dax/kinds.ts';
import { dmsKinds } from './dms/kinds.ts';
import { dynamoDbKinds } from './dynamodb/kinds.ts';
import { ec2Kinds } from './ec2/kinds.ts';
import { ecrKinds } from './ecr/kinds.ts';
import { ecsKinds } from './ecs/kinds.ts';
import { efsKinds } from './efs/kinds.ts';
import { eksKinds } from './eks/kinds.ts';
import { elastiCacheKinds } from './elasticache/kinds.ts';
import { elasticBeanstalkKinds } from './elasticbeanstalk/kinds.ts';
import { elbKinds } from './elb/kinds.ts';
import { elbV2Kinds } from './elbv2/kinds.ts';
import { emrKinds } from './emr/kinds.ts';
import { externalKinds } from './external/kinds.ts';
import { firehoseKinds } from './firehose/kinds.ts';
import { fsxKinds } from './fsx/kinds.ts';
import { healthImagingKinds } from './healthimaging/kinds.ts';
import { healthLakeKinds } from './healthlake/kinds.ts';
import { healthOmicsKinds } from './healthomics/kinds.ts';
import { iamKinds } from './iam/kinds.ts';
import { kafkaKinds } from './kafka/kinds.ts';
import { kinesisKinds } from './kinesis/kinds.ts';
import { kmsKinds } from './kms/kinds.ts';
import { lambdaKinds } from './lambda/kinds.ts';
import { macieKinds } from './macie/kinds.ts';
import { openSearchKinds } from './opensearch/kinds.ts';
import { organizationsKinds } from './organizations/kinds.ts';
import { rdsKinds } from './rds/kinds.ts';
import { redshiftKinds } from './redshift/kinds.ts';
import { region } from './region/region.ts';
import { route53Kinds } from './route53/kinds.ts';
import { s3Kinds } from './s3/kinds.ts';
import { sageMakerKinds } from './sagemaker/kinds.ts';
import { secretsManagerKinds } from './secretsmanager/kinds.ts';
import { snsKinds } from './sns/kinds.ts';
import { sqsKinds } from './sqs/kinds.ts';
import { ssmKinds } from './ssm/kinds.ts';
import { taggingKinds } from './tagging/kinds.ts';
import { transferKinds } from './transfer/kinds.ts';
import { vpcKinds } from './vpc/kinds.ts';
import { wafKinds } from './waf/kinds.ts';
import { wafV2Kinds } from './wafv2/kinds.ts';
import { workSpacesKinds } from './workspaces/kinds.ts';

/** The resource kinds of AWS, by name. Each service lists its own in its folder. */
export const aws = {
  'aws.account': account,
  'aws.region': region,
  ...acmKinds,
  ...apiGatewayKinds,
  ...autoScalingKinds,
  ...backupKinds,
  ...cloudFrontKinds,
  ...cloudTrailKinds,
  ...cloudWatchKinds,
  ...codeBuildKinds,
  ...cognitoKinds,
  ...connectKinds,
  ...daxKinds,
  ...dmsKinds,
  ...dynamoDbKinds,
  ...ec2Kinds,
  ...ecrKinds,
  ...ecsKinds,
  ...efsKinds,
  ...eksKinds,
  ...elastiCacheKinds,
  ...elasticBeanstalkKinds,
  ...elbKinds,
  ...elbV2Kinds,
  ...emrKinds,
  ...externalKinds,
  ...firehoseKinds,
  ...fsxKinds,
  ...healthImagingKinds,
  ...healthLakeKinds,
  ...healthOmicsKinds,
  ...iamKinds,
  ...kafkaKinds,
  ...kinesisKinds,
  ...kmsKinds,
  ...lambdaKinds,
  ...macieKinds,
  ...openSearchKinds,
  ...organizationsKinds,
  ...rdsKinds,
  ...redshiftKinds,
  ...route53Kinds,
  ...s3Kinds,
  ...sageMakerKinds,
  ...secretsManagerKinds,
  ...snsKinds,
  ...sqsKinds,
  ...ssmKinds,
  ...taggingKinds,
  ...transferKinds,
  ...vpcKinds,
  ...wafKinds,
  ...wafV2Kinds,
  ...workSpacesKinds,
} as const;
