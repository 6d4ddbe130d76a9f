import { expect, test } from 'vitest';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { all, openAccount } from './s3-kit.ts';
import { writingOf } from './write-kit.ts';

const group = (name: string, more = '') => `<member><AutoScalingGroupName>${name}</AutoScalingGroupName>
  <AutoScalingGroupARN>arn:aws:autoscaling:us-east-1:${testAccountId}:autoScalingGroup:1:autoScalingGroupName/${name}</AutoScalingGroupARN>
  <HealthCheckType>EC2</HealthCheckType>${more}</member>`;

describeWithMoto('what is told of scaling groups', (moto) => {
  const proxy = behindProxy(moto);

  test('one that is being deleted is left out', async () => {
    proxy.rule({
      operation: 'DescribeAutoScalingGroups',
      fault: answer(
        200,
        { 'content-type': 'text/xml' },
        `<DescribeAutoScalingGroupsResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><DescribeAutoScalingGroupsResult><AutoScalingGroups>${group('web')}${group('old', '<Status>Delete in progress</Status>')}</AutoScalingGroups></DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>`,
      ),
    });
    const session = await openAccount();
    const found = await all(session.list('aws.autoscaling.group', 'us-east-1'));
    await session.close();
    expect(found.map(({ name }) => name)).toEqual(['web']);
  });
});

test.each([
  ['ELB', 'EC2,ELB', true],
  ['ELB,EBS', 'EBS, ELB', true],
  ['ELB', 'EC2', false],
])('health checks %s and %s are the same: %s', (a, b, same) => {
  const write = writingOf('aws.autoscaling.group', 'healthCheck');
  expect(write.same?.({ types: a, graceSeconds: 300 }, { types: b, graceSeconds: 300 })).toBe(same);
  expect(write.same?.({ types: a, graceSeconds: 300 }, { types: b, graceSeconds: 0 })).toBe(false);
});
