import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSettled } from '../../../src/cloud/aws/eks/endpoint-access.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { type AwsProxy, answer, startProxy } from '../../kit/aws/proxy.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';

const wanted = { public: true, private: true, publicCidrs: ['203.0.113.0/24'] };
const old = ['0.0.0.0/0'];

const told = (status: string, publicAccessCidrs: readonly string[]) =>
  JSON.stringify({
    cluster: {
      name: 'portal',
      version: '1.33',
      status,
      resourcesVpcConfig: { endpointPublicAccess: true, endpointPrivateAccess: true, publicAccessCidrs },
    },
  });

describeWithMoto('how the endpoint of a cluster is set', (moto) => {
  let proxy: AwsProxy;
  let sdk: Sdk;
  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    sdk = sdkOf(proxy.endpoint);
  });
  afterAll(async () => {
    sdk.destroy();
    await proxy.stop();
  });

  /** Whether the change is taken for done, while EKS tells of the cluster so, one answer after the other. */
  async function settled(...answers: readonly string[]) {
    proxy.reset();
    const left = [...answers];
    const json = { 'content-type': 'application/json' };
    proxy.rule({ operation: 'DescribeCluster', fault: answer(200, json, () => left.shift() ?? '{}') });
    const isDone = isSettled(await sdk('eks'), 'portal', wanted);
    const told: boolean[] = [];
    for (const _ of answers) told.push(await isDone());
    return told;
  }

  test('a cluster that is told as active before its change has begun is waited for', async () => {
    const after = told('ACTIVE', wanted.publicCidrs);
    expect(await settled(told('ACTIVE', old), told('UPDATING', old), after)).toEqual([false, false, true]);
    expect(await settled(after)).toEqual([true]);
  });

  test('a change that EKS gives up is not waited for', async () => {
    expect(await settled(told('UPDATING', old), told('ACTIVE', old))).toEqual([false, true]);
  });
});
