import { CreateBucketCommand, PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

/** A bucket that takes logs of load balancers: of an account of AWS's own in this region. */
async function logBucket({ s3 }: Aws, Bucket: string): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket }));
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::127311923021:root' },
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${Bucket}/*`,
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
}

const LoadBalancerName = 'front';

async function classic(aws: Aws): Promise<string> {
  for (const bucket of ['lb-logs', 'other-logs']) await logBucket(aws, bucket);
  await (await aws.sdk('elb')).createLoadBalancer({
    LoadBalancerName,
    AvailabilityZones: ['us-east-1a', 'us-east-1b'],
    Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 80 }],
  });
  return `arn:aws:elasticloadbalancing:us-east-1:${testAccountId}:loadbalancer/${LoadBalancerName}`;
}
/** moto tells of the mode against desynchronised requests once more after each change. */
async function ofClassic({ sdk }: Aws): Promise<object> {
  const answer = await (await sdk('elb')).describeLoadBalancerAttributes({ LoadBalancerName });
  return { ...answer.LoadBalancerAttributes, AdditionalAttributes: [] };
}
const setClassic = async ({ sdk }: Aws, LoadBalancerAttributes: object) =>
  (await sdk('elb')).modifyLoadBalancerAttributes({ LoadBalancerName, LoadBalancerAttributes });

async function application(aws: Aws): Promise<string> {
  for (const bucket of ['lb-logs', 'other-logs']) await logBucket(aws, bucket);
  const ec2 = await aws.sdk('ec2');
  const { Vpc } = await ec2.createVpc({ CidrBlock: '10.1.0.0/16' });
  const Subnets: string[] = [];
  for (const [at, AvailabilityZone] of ['us-east-1a', 'us-east-1b'].entries()) {
    const { Subnet } = await ec2.createSubnet({
      VpcId: Vpc?.VpcId,
      CidrBlock: `10.1.${at}.0/24`,
      AvailabilityZone,
    });
    Subnets.push(Subnet?.SubnetId ?? '');
  }
  const { LoadBalancers } = await (await aws.sdk('elbV2')).createLoadBalancer({
    Name: 'front',
    Subnets,
    Scheme: 'internal',
  });
  const arn = LoadBalancers?.[0]?.LoadBalancerArn ?? '';
  // AWS tells of these from the start; moto does not.
  await set(aws, arn, {
    'access_logs.s3.enabled': 'false',
    'routing.http.drop_invalid_header_fields.enabled': 'false',
  });
  return arn;
}
const set = async ({ sdk }: Aws, LoadBalancerArn: string, attributes: Readonly<Record<string, string>>) =>
  (await sdk('elbV2')).modifyLoadBalancerAttributes({
    LoadBalancerArn,
    Attributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })),
  });
async function attributesOf({ sdk }: Aws, LoadBalancerArn: string): Promise<Record<string, string>> {
  const elb = await sdk('elbV2');
  const { Attributes } = await elb.describeLoadBalancerAttributes({ LoadBalancerArn });
  const pairs = (Attributes ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''] as const);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const redirected =
  '{"Type":"redirect","RedirectConfig":{"Protocol":"HTTPS","Port":"443","Host":"#{host}","Path":"/#{path}","Query":"#{query}","StatusCode":"HTTP_301"}}';

/** A page of its own over HTTP, and HTTPS beside it. */
async function servedTwice(aws: Aws): Promise<string> {
  const arn = await application(aws);
  const elb = await aws.sdk('elbV2');
  const { CertificateArn } = await (await aws.sdk('acm')).requestCertificate({
    DomainName: 'clinic.example',
  });
  const listener = {
    LoadBalancerArn: arn,
    DefaultActions: [
      {
        Type: 'fixed-response' as const,
        FixedResponseConfig: { StatusCode: '200', ContentType: 'text/plain', MessageBody: 'Welcome' },
      },
    ],
  };
  await elb.createListener({ ...listener, Protocol: 'HTTP', Port: 80 });
  await elb.createListener({
    ...listener,
    Protocol: 'HTTPS',
    Port: 443,
    Certificates: [{ CertificateArn }],
  });
  return arn;
}

const listenersOf = async ({ sdk }: Aws, LoadBalancerArn: string) =>
  told((await sdk('elbV2')).describeListeners({ LoadBalancerArn }));

const flag = (id: string, attribute: string): Row => ({
  remedy: id,
  check: id,
  seed: application,
  change: ['false → true'],
  calls: ['ModifyLoadBalancerAttributes'],
  undo: ['ModifyLoadBalancerAttributes'],
  state: attributesOf,
  meddle: (aws, arn) => set(aws, arn, { [attribute]: 'true' }),
});

const AutoScalingGroupName = 'hosts';

/** Load balancers, classic and newer, and the groups behind them. */
export const loadBalancers: Chapter = {
  title: 'remedies of load balancers and scaling groups, on moto',
  rows: [
    {
      remedy: 'aws/elb/classic-cross-zone',
      check: 'aws/elb/classic-cross-zone',
      seed: classic,
      change: ['false → true'],
      calls: ['ModifyLoadBalancerAttributes'],
      undo: ['ModifyLoadBalancerAttributes'],
      state: ofClassic,
      meddle: (aws) => setClassic(aws, { CrossZoneLoadBalancing: { Enabled: true } }),
    },
    {
      remedy: 'aws/elb/classic-access-logging',
      check: 'aws/elb/classic-access-logging',
      seed: classic,
      change: ['null → {"bucket":"lb-logs","prefix":"front","everyMinutes":60}'],
      calls: ['ModifyLoadBalancerAttributes'],
      undo: ['ModifyLoadBalancerAttributes'],
      state: ofClassic,
      meddle: (aws) =>
        setClassic(aws, { AccessLog: { Enabled: true, S3BucketName: 'other-logs', EmitInterval: 5 } }),
    },
    {
      remedy: 'aws/elbv2/access-logging',
      check: 'aws/elbv2/access-logging',
      seed: application,
      change: ['null → {"bucket":"lb-logs","prefix":"front"}'],
      calls: ['ModifyLoadBalancerAttributes'],
      undo: ['ModifyLoadBalancerAttributes'],
      state: attributesOf,
      meddle: (aws, arn) =>
        set(aws, arn, { 'access_logs.s3.enabled': 'true', 'access_logs.s3.bucket': 'other-logs' }),
      differs: (start) => ({
        ...start,
        'access_logs.s3.bucket': 'lb-logs',
        'access_logs.s3.prefix': 'front',
      }),
    },
    {
      remedy: 'aws/elbv2/http-redirect',
      check: 'aws/elbv2/http-redirects-to-https',
      seed: servedTwice,
      change: [
        'http.80.actions[0]: {"Type":"fixed-response","FixedResponseConfig":{"StatusCode":"200","MessageBody":"Welcome","ContentType":"text/plain"}} → absent',
        `http.80.actions[0]: absent → ${redirected}`,
      ],
      calls: ['ModifyListener'],
      undo: ['ModifyListener'],
      state: listenersOf,
      async meddle({ sdk }, LoadBalancerArn) {
        const elb = await sdk('elbV2');
        const { Listeners = [] } = await elb.describeListeners({ LoadBalancerArn });
        await elb.modifyListener({
          ListenerArn: Listeners.find(({ Port }) => Port === 80)?.ListenerArn,
          DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
        });
      },
    },
    flag('aws/elbv2/deletion-protection', 'deletion_protection.enabled'),
    flag('aws/elbv2/drop-invalid-headers', 'routing.http.drop_invalid_header_fields.enabled'),
    {
      remedy: 'aws/autoscaling/group-elb-health-check',
      check: 'aws/autoscaling/group-elb-health-check',
      async seed(aws) {
        await classic(aws);
        const scaling = await aws.sdk('autoScaling');
        await scaling.createLaunchConfiguration({
          LaunchConfigurationName: 'host',
          ImageId: 'ami-12c6146b',
          InstanceType: 't3.micro',
        });
        await scaling.createAutoScalingGroup({
          AutoScalingGroupName,
          LaunchConfigurationName: 'host',
          LoadBalancerNames: [LoadBalancerName],
          AvailabilityZones: ['us-east-1a'],
          MinSize: 0,
          MaxSize: 1,
          DesiredCapacity: 0,
          HealthCheckType: 'EC2',
          HealthCheckGracePeriod: 60,
        });
        const { AutoScalingGroups } = await scaling.describeAutoScalingGroups({});
        return AutoScalingGroups?.[0]?.AutoScalingGroupARN ?? '';
      },
      change: ['types: "EC2" → "ELB"', 'graceSeconds: 60 → 300'],
      calls: ['UpdateAutoScalingGroup'],
      undo: ['UpdateAutoScalingGroup'],
      state: async ({ sdk }) => told((await sdk('autoScaling')).describeAutoScalingGroups({})),
      meddle: async ({ sdk }) =>
        (await sdk('autoScaling')).updateAutoScalingGroup({
          AutoScalingGroupName,
          HealthCheckGracePeriod: 90,
        }),
    },
  ],
  remedies: {
    'aws/elb/classic-access-logging': { logBucket: 'lb-logs' },
    'aws/elbv2/access-logging': { logBucket: 'lb-logs' },
  },
};
