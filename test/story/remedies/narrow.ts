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
    case 'eks':
      return `arn:aws:eks:us-east-1:${testAccountId}:cluster/${/\/clusters\/([\w-]+)/.exec(key)?.[1]}`;
    case 'elasticmapreduce':
    case 'tag':
      return '*';
    case 'cloudtrail':
      return told(key, 'TrailName') ?? told(key, 'Name') ?? '';
    case 'iam': {
      const user = told(key, 'UserName');
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
    case 'ecr':
      return `arn:aws:ecr:us-east-1:${testAccountId}:repository/${told(key, 'repositoryName')}`;
    default:
      if (operation.endsWith('PublicAccessBlock')) return '*';
      throw new Error(`which resource is ${service}:${operation} about?`);
  }
}

function rdsResource(key: string): string {
  const named: Readonly<Record<string, string>> = {
    DBInstanceIdentifier: 'db',
    DBClusterIdentifier: 'cluster',
    DBSnapshotIdentifier: 'snapshot',
    DBClusterSnapshotIdentifier: 'cluster-snapshot',
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
    SnapshotId: ':snapshot',
    ImageId: ':image',
  };
  for (const [name, type] of Object.entries(named)) {
    const id = told(key, name);
    if (id !== undefined) return `arn:aws:ec2:us-east-1:${type}/${id}`;
  }
  return '*';
}

const matches = (pattern: string, arn: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replace(/[^\w:/-]/g, '\\$&'));
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
