import type { Control } from './controls.ts';

const person = 'needs an attestation: no API tells it, so a person must say it, with a date and a document';
const afterFix = 'needs a fix to have been made: the bot changes nothing in a cloud yet';
const identityPolicy =
  'needs every identity policy of the account to be read and judged; so far only who holds everything is';
const enclave =
  'needs the measurements of the enclave images that you approve, which nothing can tell the bot yet';
const management = 'needs credentials of the organization’s management account';
const unpublished = 'AWS Artifact has no client package: its calls would have to be signed by hand';
const history = 'is a report over weeks of events, not a question with a yes or a no';
const content = 'needs log contents or user data to be read, which the bot does not do: they may hold PHI';

/** Why single controls have no check, where their service alone does not say it. */
export const reasonsById: Readonly<Record<string, string>> = {
  'org-annual-risk-assessment': person,
  'break-glass-ready':
    'needs to be told which identity is for emergencies, and the alarms that watch it, which are not read yet',
  'breach-clock': 'begins with a confirmed breach: whether an exposure was one is for people to decide',
  'risk-acceptance-expiry':
    'is done by the bot itself: accepted risks lapse on their date, and are reminded of a day before',
  'remediation-evidence-retained': afterFix,
  's3-anonymous-proof-after-fix': afterFix,
  'leaver-still-has-access': 'needs the people of the chat to be matched with IAM users; nothing does so yet',
  'external-account-without-baa':
    'needs a register of business associate agreements, which lives outside AWS',
  'iam-inline-policy-admin': identityPolicy,
  'iam-inline-policy-broad-kms': identityPolicy,
  'iam-managed-policy-broad-kms': identityPolicy,
  'iam-policy-marketplace-subscribe': identityPolicy,
  'iam-privilege-escalation': identityPolicy,
  'iam-inline-policies':
    'needs the inline policies of every user, group and role to be listed; no collector does so yet',
  'iam-group-empty': 'needs groups to be listed; no collector does so yet',
  'iam-root-signing-certificate':
    'needs the certificate columns of the credential report; no fact carries them yet',
  'iam-role-open-trust': 'needs roles to be listed and their trust policies judged; no collector does so yet',
  'session-timeout-bounded':
    'needs roles, IAM Identity Center and Session Manager to be listed; no collector does so yet',
  'kms-enclave-attestation-enforced': enclave,
  'kms-enclave-attestation-bypass': enclave,
  'kms-enclave-pcr-mismatch': enclave,
  'kms-enclave-unknown-image': enclave,
  'kms-enclave-debug-attestation': enclave,
  'cloudtrail-bedrock-events':
    'needs the kinds of data events beyond S3; the trail’s selectors are read for S3 alone',
  'resource-cloudtrail-timeline': history,
  'cloudwatch-logs-secrets': content,
  'ec2-userdata-secrets': content,
  'org-ai-services-opt-out': management,
  'org-tag-policy-attached': management,
  'artifact-baa-active': unpublished,
  'artifact-baa-org-coverage': `${unpublished}; and it ${management}`,
  'non-eligible-service-in-use':
    'needs billing data or an index of all resources, and the dated list of eligible services',
};

/** Services of which no collector reads anything for checks of their own yet. */
export const laterServices: Readonly<Record<string, string>> = {
  account: 'Account Management',
  accessanalyzer: 'IAM Access Analyzer',
  acm: 'Certificate Manager',
  apigateway: 'API Gateway',
  autoscaling: 'EC2 Auto Scaling',
  backup: 'Backup',
  cloudfront: 'CloudFront distributions',
  cloudwatch: 'CloudWatch alarms and log groups',
  codebuild: 'CodeBuild',
  cognito: 'Cognito',
  config: 'Config',
  connect: 'Connect',
  dax: 'DynamoDB Accelerator',
  dms: 'Database Migration Service',
  documentdb: 'DocumentDB',
  dynamodb: 'DynamoDB',
  ec2: 'EC2',
  ecr: 'ECR',
  ecs: 'ECS',
  efs: 'EFS',
  eks: 'EKS',
  elasticache: 'ElastiCache',
  elasticbeanstalk: 'Elastic Beanstalk',
  elb: 'Classic Load Balancer',
  elbv2: 'Elastic Load Balancing v2',
  emr: 'EMR',
  firehose: 'Data Firehose',
  fsx: 'FSx',
  guardduty: 'GuardDuty',
  healthlake: 'HealthLake',
  inspector: 'Inspector',
  kinesis: 'Kinesis',
  lambda: 'Lambda',
  macie: 'Macie',
  medicalimaging: 'HealthImaging',
  msk: 'MSK',
  neptune: 'Neptune',
  omics: 'HealthOmics',
  opensearch: 'OpenSearch Service',
  rds: 'RDS',
  redshift: 'Redshift',
  route53: 'Route 53',
  sagemaker: 'SageMaker',
  secretsmanager: 'Secrets Manager',
  securityhub: 'Security Hub',
  sns: 'SNS',
  sqs: 'SQS',
  ssm: 'Systems Manager',
  transfer: 'Transfer Family',
  vpc: 'VPC',
  waf: 'WAF Classic',
  wafv2: 'WAF',
  workspaces: 'WorkSpaces',
};

/** Why a control has no check. Refuses a control for which nobody has thought of a reason. */
export function reasonFor({ id, service }: Pick<Control, 'id' | 'service'>): string {
  const own = reasonsById[id];
  if (own) return own;
  const later = laterServices[service];
  if (later) return `service of a later release: ${later} is not read yet`;
  throw new Error(`${id} has neither a check nor a reason in scripts/docs/reasons.ts`);
}
