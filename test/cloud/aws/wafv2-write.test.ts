import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { writeKit } from './write-kit.ts';

const kind = 'aws.wafv2.webAcl';
const stream = `arn:aws:firehose:us-east-1:${testAccountId}:deliverystream/aws-waf-logs-front`;

describeWithMoto('the log of a web ACL, on moto', (moto) => {
  const kit = writeKit(moto);
  let sdk: Sdk;
  beforeAll(() => {
    sdk = sdkOf(moto.endpoint);
  });
  afterAll(() => sdk.destroy());

  const made = async () => {
    const waf = await sdk('wafV2');
    const off = { SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: 'front' };
    await waf.createWebACL({
      Name: 'front',
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      VisibilityConfig: off,
    });
    return { waf, subject: await kit.only(kind, 'us-east-1') };
  };

  test('every field that can be left out is named, there and back', async () => {
    const { subject } = await made();
    const redacts = ['header cookie', 'method', 'path', 'query string'];
    const log = { destinations: [stream], redacts, filtered: false };
    await kit.put(kind, 'logging', subject, log);
    expect(await kit.read(kind, 'logging', subject)).toEqual(log);
    await kit.put(kind, 'logging', subject, null);
    expect(await kit.read(kind, 'logging', subject)).toBeNull();
  });

  test('what somebody else set up is told, and nothing that is not understood is written', async () => {
    const { waf, subject } = await made();
    await waf.putLoggingConfiguration({
      LoggingConfiguration: {
        ResourceArn: subject.id,
        LogDestinationConfigs: [stream],
        RedactedFields: [{ Body: {} }],
        LoggingFilter: { DefaultBehavior: 'DROP', Filters: [] },
      },
    });
    const log = { destinations: [stream], redacts: ['another field'], filtered: true };
    expect(await kit.read(kind, 'logging', subject)).toEqual(log);
    await expect(kit.put(kind, 'logging', subject, log)).rejects.toThrow(/is not set here/);
    const unfiltered = { ...log, filtered: false };
    await expect(kit.put(kind, 'logging', subject, unfiltered)).rejects.toThrow(/cannot leave out/);
  });
});
