import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { told, writeKit, writingOf } from './write-kit.ts';

const kind = 'aws.elb.loadBalancer';
const fact = 'listenerPolicies';
const LoadBalancerName = 'front';
const own = 'tls-1-2-2017-01';

describeWithMoto('what can be set of the listeners of a classic load balancer, on moto', (moto) => {
  const kit = writeKit(moto);
  let sdk: Sdk;
  beforeAll(() => {
    sdk = sdkOf(moto.endpoint);
  });
  afterAll(() => sdk.destroy());

  test('a policy of AWS is followed beside the others, and what was made for it goes again', async () => {
    const elb = await sdk('elb');
    const listener = { Protocol: 'HTTPS', InstancePort: 80 };
    const acm = await sdk('acm');
    const { CertificateArn } = await acm.requestCertificate({ DomainName: 'clinic.example' });
    await elb.createLoadBalancer({
      LoadBalancerName,
      AvailabilityZones: ['us-east-1a'],
      Listeners: [443, 8443].map((LoadBalancerPort) => ({
        ...listener,
        SSLCertificateId: CertificateArn,
        LoadBalancerPort,
      })),
    });
    await elb.createLBCookieStickinessPolicy({ LoadBalancerName, PolicyName: 'sticky' });
    await elb.createLoadBalancerPolicy({
      LoadBalancerName,
      PolicyName: 'custom',
      PolicyTypeName: 'SSLNegotiationPolicyType',
      PolicyAttributes: [
        { AttributeName: 'Protocol-TLSv1', AttributeValue: 'true' },
        { AttributeName: 'Protocol-TLSv1.2', AttributeValue: 'true' },
        { AttributeName: 'RC4-MD5', AttributeValue: 'true' },
      ],
    });
    const follow = (LoadBalancerPort: number, ...PolicyNames: string[]) =>
      elb.setLoadBalancerPoliciesOfListener({ LoadBalancerName, LoadBalancerPort, PolicyNames });
    await follow(443, 'sticky', 'custom');
    await follow(8443, 'custom');
    const state = async () => ({
      balancer: await told(elb.describeLoadBalancers({})),
      policies: await told(elb.describeLoadBalancerPolicies({ LoadBalancerName })),
    });
    const start = await state();
    const subject = await kit.only(kind, 'us-east-1');
    const weak = { protocols: ['TLSv1', 'TLSv1.2'], weakCiphers: ['RC4-MD5'] };
    const before = await kit.read(kind, fact, subject);
    expect(before).toEqual({
      listeners: {
        443: { policies: ['sticky', 'custom'], ...weak },
        8443: { policies: ['custom'], ...weak },
      },
      policies: { custom: null },
    });

    const strict = 'ELBSecurityPolicy-TLS-1-2-2017-01';
    const after = {
      listeners: {
        ...before.listeners,
        443: { policies: ['sticky', own], protocols: ['TLSv1.2'], weakCiphers: [] },
      },
      policies: { custom: null, [own]: strict },
    };
    const { calls, same } = writingOf(kind, fact);
    const made = ['CreateLoadBalancerPolicy', 'SetLoadBalancerPoliciesOfListener'];
    expect(calls({ before, after })).toEqual(made);
    expect(await kit.put(kind, fact, subject, after)).toEqual(made);
    const { LoadBalancerDescriptions = [] } = await elb.describeLoadBalancers({});
    const follows = (LoadBalancerDescriptions[0]?.ListenerDescriptions ?? []).map((l) => l.PolicyNames);
    expect(follows).toEqual([['sticky', own], ['custom']]);
    const { PolicyDescriptions = [] } = await elb.describeLoadBalancerPolicies({
      LoadBalancerName,
      PolicyNames: [own],
    });
    expect(PolicyDescriptions[0]?.PolicyAttributeDescriptions).toEqual([
      { AttributeName: 'Reference-Security-Policy', AttributeValue: strict },
    ]);

    // Somebody makes one of their own before it is undone, and AWS tells of a listener's policies in another order.
    const attribute = { AttributeName: 'Reference-Security-Policy', AttributeValue: strict };
    await elb.createLoadBalancerPolicy({
      LoadBalancerName,
      PolicyName: 'another',
      PolicyTypeName: 'SSLNegotiationPolicyType',
      PolicyAttributes: [attribute],
    });
    await follow(443, own, 'sticky');
    expect(await kit.put(kind, fact, subject, after)).toEqual([]);
    const turned = { ...after.listeners[443], policies: [own, 'sticky'] };
    expect(same?.(after, { ...after, listeners: { ...after.listeners, 443: turned } })).toBe(true);
    expect(same?.(before, after)).toBe(false);

    const undone = ['SetLoadBalancerPoliciesOfListener', 'DeleteLoadBalancerPolicy'];
    expect(calls({ before: after, after: before })).toEqual(undone);
    expect(await kit.put(kind, fact, subject, before)).toEqual(undone);
    const { PolicyDescriptions: left = [] } = await elb.describeLoadBalancerPolicies({ LoadBalancerName });
    expect(left.map(({ PolicyName }) => PolicyName)).toContain('another');
    await elb.deleteLoadBalancerPolicy({ LoadBalancerName, PolicyName: 'another' });
    expect(await state()).toEqual(start);
  });
});
