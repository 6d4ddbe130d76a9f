import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { awsEnv, clientConfig, testAccountId } from '../../kit/aws/environment.ts';
import { answer, startProxy } from '../../kit/aws/proxy.ts';
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

/** moto has no MonitorInstances: the answers are EC2's documented ones. */
test('detailed monitoring is switched on and off for the one instance', async () => {
  const state = (operation: string, to: string) =>
    answer(
      200,
      { 'content-type': 'text/xml;charset=UTF-8' },
      `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><instancesSet><item><instanceId>i-1</instanceId><monitoring><state>${to}</state></monitoring></item></instancesSet></${operation}Response>`,
    );
  const identity = answer(
    200,
    { 'content-type': 'text/xml' },
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:sts::${testAccountId}:assumed-role/remediation/x</Arn><UserId>x</UserId><Account>${testAccountId}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  );
  const role = answer(
    200,
    { 'content-type': 'text/xml' },
    `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIATEST</AccessKeyId><SecretAccessKey>made-up</SecretAccessKey><SessionToken>made-up</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>x</AssumedRoleId><Arn>arn:aws:sts::${testAccountId}:assumed-role/remediation/x</Arn></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>`,
  );
  const proxy = await startProxy({ upstream: 'http://127.0.0.1:9' });
  for (const [name, value] of Object.entries(awsEnv(proxy.endpoint))) vi.stubEnv(name, value);
  proxy.rule({ operation: 'GetCallerIdentity', fault: identity });
  proxy.rule({ operation: 'AssumeRole', fault: role });
  proxy.rule({ operation: 'MonitorInstances', fault: state('MonitorInstances', 'pending') });
  proxy.rule({ operation: 'UnmonitorInstances', fault: state('UnmonitorInstances', 'disabling') });
  const settings = { regions: ['us-east-1'], concurrency: 2, timeoutMs: 5_000, maxAttempts: 1 };
  const account = {
    name: 'test',
    id: testAccountId,
    remediation: { role: `arn:aws:iam::${testAccountId}:role/remediation` },
  };
  const { permissions, calls } = writingOf('aws.ec2.instance', 'detailedMonitoring');
  const subject = {
    id: `arn:aws:ec2:us-east-1:${testAccountId}:instance/i-1`,
    region: 'us-east-1',
    instanceId: 'i-1',
  };
  const session = await awsProvider([account], settings).openWriter(account, {
    remediation: 'R-1',
    requester: 'slack:T1:ann',
    approvers: ['slack:T1:ben'],
    actions: permissions,
    resources: [subject.id],
    signal: new AbortController().signal,
  });
  await session.write('aws.ec2.instance', 'detailedMonitoring', subject, true);
  await session.write('aws.ec2.instance', 'detailedMonitoring', subject, false);
  await session.close();
  const sent = proxy.calls().filter(({ service }) => service === 'ec2');
  expect(sent.map(({ operation }) => operation)).toEqual([
    ...calls({ before: false, after: true }),
    ...calls({ before: true, after: false }),
  ]);
  for (const { key } of sent) expect(key).toMatch(/InstanceId\.1=i-1/);
  vi.unstubAllEnvs();
  await proxy.stop();
});
