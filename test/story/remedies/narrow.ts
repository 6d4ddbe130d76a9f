import { testAccountId } from '../../kit/aws/environment.ts';
import type { Call } from '../../kit/aws/proxy.ts';
import { iamActionOf } from '../../kit/aws/wire.ts';

export interface Statement {
  readonly Action: readonly string[] | string;
  readonly Resource: readonly string[] | string;
}

const listed = (value: readonly string[] | string): readonly string[] =>
  typeof value === 'string' ? [value] : value;

/** The policy that a session was narrowed with, as the AssumeRole call carries it. */
export function sessionPolicy({ key }: Call): readonly Statement[] {
  const text = /(?:[ &])Policy=(\{.*\})(?=&[A-Z]\w*=|$)/.exec(key)?.[1];
  if (text === undefined) throw new Error('the session was not narrowed');
  return JSON.parse(text).Statement;
}

const told = (key: string, name: string) =>
  new RegExp(`"${name}":"([^"]*)"`).exec(key)?.[1] ?? new RegExp(`[ &]${name}=([^& ]*)`).exec(key)?.[1];

/** What IAM asks about, from AWS's Service Authorization Reference; `*` where it knows nothing narrower. */
function resourceOf({ service, operation, key, path, bucket }: Call): string {
  switch (service) {
    case 's3':
      return `arn:aws:s3:::${bucket}`;
    case 'kms': {
      const id = told(key, 'KeyId') ?? '';
      return id.startsWith('arn:') ? id : `arn:aws:kms:us-east-1:${testAccountId}:key/${id}`;
    }
    case 'cognito-idp':
      return `arn:aws:cognito-idp:us-east-1:${testAccountId}:userpool/${told(key, 'UserPoolId')}`;
    case 'backup':
      return `arn:aws:backup:us-east-1:${testAccountId}:backup-vault:${path.split('/')[2]}`;
    case 'eks':
      return `arn:aws:eks:us-east-1:${testAccountId}:cluster/${/\/clusters\/([\w-]+)/.exec(key)?.[1]}`;
    case 'elasticmapreduce':
    case 'tag':
      return '*';
    case 'logs':
      return `arn:aws:logs:us-east-1:${testAccountId}:log-group:${told(key, 'logGroupName')}`;
    case 'cloudwatch':
      return alarmOf(key);
    case 'guardduty': {
      const [, , detector] = path.split('/');
      return detector ? `arn:aws:guardduty:us-east-1:${testAccountId}:detector/${detector}` : '*';
    }
    case 'config':
    case 'inspector2':
    case 'macie2':
    case 'securityhub':
      return '*';
    case 'account':
      return `arn:aws:account::${testAccountId}:account`;
    case 'wafv2':
      return told(key, 'ResourceArn') ?? '';
    case 'ssm':
      return `arn:aws:ssm:us-east-1:${testAccountId}:document/${told(key, 'Name')}`;
    case 'cloudtrail':
      return told(key, 'TrailName') ?? told(key, 'Name') ?? '';
    case 'iam': {
      const user = told(key, 'UserName');
      const role = told(key, 'RoleName');
      if (role !== undefined) return `arn:aws:iam::${testAccountId}:role/${role}`;
      return user === undefined ? '*' : `arn:aws:iam::${testAccountId}:user/${user}`;
    }
    case 'ec2':
      return ec2Resource(key);
    case 'rds':
      return `arn:aws:rds:us-east-1:${testAccountId}:${rdsResource(key)}`;
    case 'elasticache':
      return `arn:aws:elasticache:us-east-1:${testAccountId}:replicationgroup:${told(key, 'ReplicationGroupId')}`;
    case 'lambda':
      return `arn:aws:lambda:us-east-1:${testAccountId}:function:${path.split('/')[3]}`;
    case 'apigateway':
      return `arn:aws:apigateway:us-east-1::${path.split('?')[0]}`;
    case 'cloudfront':
      return `arn:aws:cloudfront::${testAccountId}:distribution/${path.split('/')[3]}`;
    case 'sns':
      return told(key, 'TopicArn') ?? '';
    case 'sqs':
      return `arn:aws:sqs:us-east-1:${testAccountId}:${told(key, 'QueueUrl')?.split('/').at(-1)}`;
    case 'secretsmanager':
      return told(key, 'SecretId') ?? '';
    case 'elasticloadbalancing':
      if (operation.startsWith('Describe')) return '*';
      return (
        told(key, 'ListenerArn') ??
        told(key, 'LoadBalancerArn') ??
        `arn:aws:elasticloadbalancing:us-east-1:${testAccountId}:loadbalancer/${told(key, 'LoadBalancerName')}`
      );
    case 'autoscaling':
      return `arn:aws:autoscaling:us-east-1:${testAccountId}:autoScalingGroup:any:autoScalingGroupName/${told(key, 'AutoScalingGroupName')}`;
    case 'ecr':
      return `arn:aws:ecr:us-east-1:${testAccountId}:repository/${told(key, 'repositoryName')}`;
    case 'dynamodb':
      return `arn:aws:dynamodb:us-east-1:${testAccountId}:table/${told(key, 'TableName')}`;
    case 'redshift':
      return `arn:aws:redshift:us-east-1:${testAccountId}:cluster:${told(key, 'ClusterIdentifier')}`;
    case 'es':
      return `arn:aws:es:us-east-1:${testAccountId}:domain/${path.split('/')[4]}`;
    case 'kinesis':
      return `arn:aws:kinesis:us-east-1:${testAccountId}:stream/${told(key, 'StreamName')}`;
    case 'firehose':
      return `arn:aws:firehose:us-east-1:${testAccountId}:deliverystream/${told(key, 'DeliveryStreamName')}`;
    case 'elasticfilesystem':
      return `arn:aws:elasticfilesystem:us-east-1:${testAccountId}:file-system/${path.split('/')[3]}`;
    default:
      if (operation.endsWith('PublicAccessBlock')) return '*';
      throw new Error(`which resource is ${service}:${operation} about?`);
  }
}

function alarmOf(key: string): string {
  const [, name = told(key, 'AlarmName')] = /"AlarmNames":\["([^"]*)"\]/.exec(key) ?? [];
  return `arn:aws:cloudwatch:us-east-1:${testAccountId}:alarm:${name}`;
}

function rdsResource(key: string): string {
  const named: Readonly<Record<string, string>> = {
    DBInstanceIdentifier: 'db',
    DBClusterIdentifier: 'cluster',
    DBSnapshotIdentifier: 'snapshot',
    DBClusterSnapshotIdentifier: 'cluster-snapshot',
    DBParameterGroupName: 'pg',
    DBClusterParameterGroupName: 'cluster-pg',
  };
  const [found] = Object.entries(named).flatMap(([name, type]) => {
    const id = told(key, name);
    return id === undefined ? [] : [`${type}:${id}`];
  });
  return found ?? '*';
}

/** Snapshots and images belong to no account in IAM's eyes; what names nothing is about the region. */
function ec2Resource(key: string): string {
  const named: Readonly<Record<string, string>> = {
    InstanceId: `${testAccountId}:instance`,
    'InstanceId.1': `${testAccountId}:instance`,
    SnapshotId: ':snapshot',
    ImageId: ':image',
    GroupId: `${testAccountId}:security-group`,
    NetworkAclId: `${testAccountId}:network-acl`,
    SubnetId: `${testAccountId}:subnet`,
    AllocationId: `${testAccountId}:elastic-ip`,
    AssociationId: `${testAccountId}:elastic-ip`,
  };
  for (const [name, type] of Object.entries(named)) {
    const id = told(key, name);
    if (id !== undefined) return `arn:aws:ec2:us-east-1:${type}/${id}`;
  }
  return '*';
}

const matches = (pattern: string, arn: string): boolean => {
  // The ARN of a scaling group holds an id that no call names.
  const parts = pattern
    .replace(/(?<=:autoScalingGroup:)[^:]+/, '*')
    .split('*')
    .map((part) => part.replace(/[^\w:/-]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(arn);
};

/** Calls that the policy would have refused. */
export const refusedBy = (policy: readonly Statement[], calls: readonly Call[]): readonly string[] =>
  calls
    .filter(
      (call) =>
        !policy.some(
          ({ Action, Resource }) =>
            listed(Action).includes(iamActionOf(call.service, call.operation)) &&
            listed(Resource).some((pattern) => matches(pattern, resourceOf(call))),
        ),
    )
    .map((call) => `${iamActionOf(call.service, call.operation)} on ${resourceOf(call)}`);
