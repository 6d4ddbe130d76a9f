import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instance } from '../../../src/cloud/aws/ec2/instances.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../../kit/aws/environment.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { writeKit, writingOf } from './write-kit.ts';

describeWithMoto('what is read and set of EC2 instances, on moto', (moto) => {
  const kit = writeKit(moto);
  let sdk: Sdk;
  beforeAll(() => {
    sdk = sdkOf(moto.endpoint);
  });
  afterAll(() => sdk.destroy());

  const instance = async () => {
    const ec2 = await sdk('ec2');
    await ec2.runInstances({ ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1 });
    return kit.only('aws.ec2.instance', 'us-east-1');
  };

  test('how often software asked without a token is added up, and no numbers are not none', async () => {
    const subject = await instance();
    const read = () => kit.read('aws.ec2.instance', 'metadataWithoutToken', subject);
    expect(await read()).toBeNull();
    const cloudWatch = new CloudWatchClient(clientConfig(moto.endpoint));
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const put = (Value: number, Timestamp: Date, InstanceId = subject.name) =>
      cloudWatch.send(
        new PutMetricDataCommand({
          Namespace: 'AWS/EC2',
          MetricData: [
            {
              MetricName: 'MetadataNoToken',
              Dimensions: [{ Name: 'InstanceId', Value: InstanceId }],
              Timestamp,
              Value,
            },
          ],
        }),
      );
    await put(0, hoursAgo(2));
    await put(99, hoursAgo(2), 'i-another');
    await put(99, hoursAgo(15 * 24));
    expect(await read()).toBe(0);
    await put(3, hoursAgo(30));
    await put(4, hoursAgo(60));
    expect(await read()).toBe(7);
    cloudWatch.destroy();
  });

  test("others' addresses are let alone, and none is put on a card that is not the instance's", async () => {
    const subject = (await instance()) as Instance;
    const ec2 = await sdk('ec2');
    const { AllocationId } = await ec2.allocateAddress({ Domain: 'vpc' });
    await ec2.associateAddress({ AllocationId, NetworkInterfaceId: subject.interfaces[0]?.id });
    const fact = 'ownPublicAddresses';
    const bare = { ...subject, interfaces: [] };
    expect((await kit.read('aws.ec2.instance', fact, bare)).elastic).toEqual({});
    expect(await kit.put('aws.ec2.instance', fact, bare, { elastic: {}, lent: [] })).toEqual([]);
    const before = await kit.read('aws.ec2.instance', fact, subject);
    expect(Object.keys(before.elastic)).toEqual([AllocationId]);
    await expect(kit.put('aws.ec2.instance', fact, bare, before)).rejects.toThrow(/of the instance any more/);
    const { same } = writingOf('aws.ec2.instance', fact);
    expect(same?.(before, { ...before, lent: ['203.0.113.9'] })).toBe(true);
    expect(same?.(before, { elastic: {}, lent: [] })).toBe(false);
  });

  test('an option that EC2 did not tell is not set', async () => {
    const subject = await instance();
    const options = {
      httpTokens: 'required',
      httpEndpoint: 'enabled',
      hopLimit: null,
      ipv6: null,
      tags: null,
    };
    expect(await kit.put('aws.ec2.instance', 'metadataOptions', subject, options)).toEqual([
      'ModifyInstanceMetadataOptions',
    ]);
    const sent = kit.sent().join();
    expect(sent).toMatch(/HttpTokens=required/);
    expect(sent).not.toMatch(/HopLimit|Ipv6|Tags=/);
  });
});
