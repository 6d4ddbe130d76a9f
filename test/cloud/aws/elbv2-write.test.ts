import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { told, writeKit, writingOf } from './write-kit.ts';

const kind = 'aws.elbv2.loadBalancer';

describeWithMoto('what can be set of the listeners of a load balancer, on moto', (moto) => {
  const kit = writeKit(moto);
  let sdk: Sdk;
  beforeAll(() => {
    sdk = sdkOf(moto.endpoint);
  });
  afterAll(() => sdk.destroy());

  test('weights and stickiness come back to the letter, and other listeners are left alone', async () => {
    const ec2 = await sdk('ec2');
    const elb = await sdk('elbV2');
    const { Vpc } = await ec2.createVpc({ CidrBlock: '10.1.0.0/16' });
    const { Subnet } = await ec2.createSubnet({ VpcId: Vpc?.VpcId, CidrBlock: '10.1.0.0/24' });
    const { LoadBalancers } = await elb.createLoadBalancer({
      Name: 'front',
      Scheme: 'internal',
      Subnets: [Subnet?.SubnetId ?? ''],
    });
    const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn;
    const arns: string[] = [];
    for (const Name of ['old', 'new']) {
      const input = { Name, Protocol: 'HTTP', Port: 80, VpcId: Vpc?.VpcId } as const;
      const { TargetGroups } = await elb.createTargetGroup(input);
      arns.push(TargetGroups?.[0]?.TargetGroupArn ?? '');
    }
    const DefaultActions = [
      {
        Type: 'forward' as const,
        ForwardConfig: {
          TargetGroups: arns.map((TargetGroupArn, at) => ({ TargetGroupArn, Weight: at + 1 })),
          TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 60 },
        },
      },
    ];
    for (const Port of [80, 8080])
      await elb.createListener({ LoadBalancerArn, Protocol: 'HTTP', Port, DefaultActions });
    const subject = await kit.only(kind, 'us-east-1');
    const before = await kit.read(kind, 'plainHttpDefaults', subject);
    expect(before).toEqual({
      https: null,
      http: { 80: { rules: [], actions: DefaultActions }, 8080: { rules: [], actions: DefaultActions } },
    });
    const refuse = [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403' } }];
    const after = { ...before, http: { ...before.http, 80: { rules: [], actions: refuse } } };
    const { same } = writingOf(kind, 'plainHttpDefaults');
    expect(same?.(before, { ...before, https: arns })).toBe(true);
    expect(same?.(before, after)).toBe(false);
    await kit.thereAndBack(kind, 'plainHttpDefaults', subject, after, async () =>
      told(elb.describeListeners({ LoadBalancerArn })),
    );
  });
});
