interface Service {
  /** IAM's prefix of its actions. */
  readonly prefix: string;
  /** One endpoint for the whole partition: the region is of no matter. */
  readonly global?: true;
  load(): Promise<new (common: any) => { destroy(): void; middlewareStack: any; send: any }>;
}

/**
 * The services that are asked through `reader.service(name, region)`. A package is loaded when a check first needs it:
 * all of them together cost a second and 300 MB.
 */
export const services = {
  accessAnalyzer: {
    prefix: 'access-analyzer',
    load: async () => (await import('@aws-sdk/client-accessanalyzer')).AccessAnalyzer,
  },
  account: {
    prefix: 'account',
    global: true,
    load: async () => (await import('@aws-sdk/client-account')).Account,
  },
  acm: {
    prefix: 'acm',
    load: async () => (await import('@aws-sdk/client-acm')).ACM,
  },
  apiGateway: {
    prefix: 'apigateway',
    load: async () => (await import('@aws-sdk/client-api-gateway')).APIGateway,
  },
  apiGatewayV2: {
    prefix: 'apigateway',
    load: async () => (await import('@aws-sdk/client-apigatewayv2')).ApiGatewayV2,
  },
  applicationAutoScaling: {
    prefix: 'application-autoscaling',
    load: async () => (await import('@aws-sdk/client-application-auto-scaling')).ApplicationAutoScaling,
  },
  autoScaling: {
    prefix: 'autoscaling',
    load: async () => (await import('@aws-sdk/client-auto-scaling')).AutoScaling,
  },
  backup: {
    prefix: 'backup',
    load: async () => (await import('@aws-sdk/client-backup')).Backup,
  },
  codeBuild: {
    prefix: 'codebuild',
    load: async () => (await import('@aws-sdk/client-codebuild')).CodeBuild,
  },
  cognito: {
    prefix: 'cognito-idp',
    load: async () => (await import('@aws-sdk/client-cognito-identity-provider')).CognitoIdentityProvider,
  },
  config: {
    prefix: 'config',
    load: async () => (await import('@aws-sdk/client-config-service')).ConfigService,
  },
  connect: {
    prefix: 'connect',
    load: async () => (await import('@aws-sdk/client-connect')).Connect,
  },
  costExplorer: {
    prefix: 'ce',
    global: true,
    load: async () => (await import('@aws-sdk/client-cost-explorer')).CostExplorer,
  },
  dax: {
    prefix: 'dax',
    load: async () => (await import('@aws-sdk/client-dax')).DAX,
  },
  dms: {
    prefix: 'dms',
    load: async () => (await import('@aws-sdk/client-database-migration-service')).DatabaseMigrationService,
  },
  dynamoDb: {
    prefix: 'dynamodb',
    load: async () => (await import('@aws-sdk/client-dynamodb')).DynamoDB,
  },
  ec2: {
    prefix: 'ec2',
    load: async () => (await import('@aws-sdk/client-ec2')).EC2,
  },
  ecr: {
    prefix: 'ecr',
    load: async () => (await import('@aws-sdk/client-ecr')).ECR,
  },
  ecs: {
    prefix: 'ecs',
    load: async () => (await import('@aws-sdk/client-ecs')).ECS,
  },
  efs: {
    prefix: 'elasticfilesystem',
    load: async () => (await import('@aws-sdk/client-efs')).EFS,
  },
  eks: {
    prefix: 'eks',
    load: async () => (await import('@aws-sdk/client-eks')).EKS,
  },
  elastiCache: {
    prefix: 'elasticache',
    load: async () => (await import('@aws-sdk/client-elasticache')).ElastiCache,
  },
  elasticBeanstalk: {
    prefix: 'elasticbeanstalk',
    load: async () => (await import('@aws-sdk/client-elastic-beanstalk')).ElasticBeanstalk,
  },
  elb: {
    prefix: 'elasticloadbalancing',
    load: async () => (await import('@aws-sdk/client-elastic-load-balancing')).ElasticLoadBalancing,
  },
  elbV2: {
    prefix: 'elasticloadbalancing',
    load: async () => (await import('@aws-sdk/client-elastic-load-balancing-v2')).ElasticLoadBalancingV2,
  },
  emr: {
    prefix: 'elasticmapreduce',
    load: async () => (await import('@aws-sdk/client-emr')).EMR,
  },
  firehose: {
    prefix: 'firehose',
    load: async () => (await import('@aws-sdk/client-firehose')).Firehose,
  },
  fsx: {
    prefix: 'fsx',
    load: async () => (await import('@aws-sdk/client-fsx')).FSx,
  },
  guardDuty: {
    prefix: 'guardduty',
    load: async () => (await import('@aws-sdk/client-guardduty')).GuardDuty,
  },
  healthImaging: {
    prefix: 'medical-imaging',
    load: async () => (await import('@aws-sdk/client-medical-imaging')).MedicalImaging,
  },
  healthLake: {
    prefix: 'healthlake',
    load: async () => (await import('@aws-sdk/client-healthlake')).HealthLake,
  },
  healthOmics: {
    prefix: 'omics',
    load: async () => (await import('@aws-sdk/client-omics')).Omics,
  },
  identityCenter: {
    prefix: 'sso',
    load: async () => (await import('@aws-sdk/client-sso-admin')).SSOAdmin,
  },
  inspector: {
    prefix: 'inspector2',
    load: async () => (await import('@aws-sdk/client-inspector2')).Inspector2,
  },
  kafka: {
    prefix: 'kafka',
    load: async () => (await import('@aws-sdk/client-kafka')).Kafka,
  },
  kinesis: {
    prefix: 'kinesis',
    load: async () => (await import('@aws-sdk/client-kinesis')).Kinesis,
  },
  kms: {
    prefix: 'kms',
    load: async () => (await import('@aws-sdk/client-kms')).KMS,
  },
  lambda: {
    prefix: 'lambda',
    load: async () => (await import('@aws-sdk/client-lambda')).Lambda,
  },
  logs: {
    prefix: 'logs',
    load: async () => (await import('@aws-sdk/client-cloudwatch-logs')).CloudWatchLogs,
  },
  macie: {
    prefix: 'macie2',
    load: async () => (await import('@aws-sdk/client-macie2')).Macie2,
  },
  openSearch: {
    prefix: 'es',
    load: async () => (await import('@aws-sdk/client-opensearch')).OpenSearch,
  },
  organizations: {
    prefix: 'organizations',
    global: true,
    load: async () => (await import('@aws-sdk/client-organizations')).Organizations,
  },
  rds: {
    prefix: 'rds',
    load: async () => (await import('@aws-sdk/client-rds')).RDS,
  },
  redshift: {
    prefix: 'redshift',
    load: async () => (await import('@aws-sdk/client-redshift')).Redshift,
  },
  route53: {
    prefix: 'route53',
    global: true,
    load: async () => (await import('@aws-sdk/client-route-53')).Route53,
  },
  sageMaker: {
    prefix: 'sagemaker',
    load: async () => (await import('@aws-sdk/client-sagemaker')).SageMaker,
  },
  secretsManager: {
    prefix: 'secretsmanager',
    load: async () => (await import('@aws-sdk/client-secrets-manager')).SecretsManager,
  },
  securityHub: {
    prefix: 'securityhub',
    load: async () => (await import('@aws-sdk/client-securityhub')).SecurityHub,
  },
  sns: {
    prefix: 'sns',
    load: async () => (await import('@aws-sdk/client-sns')).SNS,
  },
  sqs: {
    prefix: 'sqs',
    load: async () => (await import('@aws-sdk/client-sqs')).SQS,
  },
  ssm: {
    prefix: 'ssm',
    load: async () => (await import('@aws-sdk/client-ssm')).SSM,
  },
  tagging: {
    prefix: 'tag',
    load: async () => (await import('@aws-sdk/client-resource-groups-tagging-api')).ResourceGroupsTaggingAPI,
  },
  transfer: {
    prefix: 'transfer',
    load: async () => (await import('@aws-sdk/client-transfer')).Transfer,
  },
  wafClassic: {
    prefix: 'waf',
    global: true,
    load: async () => (await import('@aws-sdk/client-waf')).WAF,
  },
  wafV2: {
    prefix: 'wafv2',
    load: async () => (await import('@aws-sdk/client-wafv2')).WAFV2,
  },
  workSpaces: {
    prefix: 'workspaces',
    load: async () => (await import('@aws-sdk/client-workspaces')).WorkSpaces,
  },
} as const satisfies Readonly<Record<string, Service>>;

export type ServiceName = keyof typeof services;

type Loaded<N extends ServiceName> = Awaited<ReturnType<(typeof services)[N]['load']>>;

/** The SDK's client, with a method per operation and a paginator per listing. */
export type ServiceClient<N extends ServiceName> = InstanceType<Loaded<N>>;

const loading = new Map<ServiceName, Promise<any>>();
let last: Promise<unknown> = Promise.resolve();

/** One package at a time, with a turn of the event loop between: all at once would hold up answers to chat for a second. */
export function classOf<N extends ServiceName>(name: N): Promise<Loaded<N>> {
  const before = loading.get(name);
  if (before) return before;
  const mine = last
    .then(() => new Promise<void>((go) => setImmediate(go)))
    .then((): Promise<unknown> => services[name].load());
  loading.set(name, mine);
  last = mine.catch(() => loading.delete(name));
  return mine as Promise<Loaded<N>>;
}
