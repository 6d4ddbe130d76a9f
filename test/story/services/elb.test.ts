import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const attribute = (name: string, value: string) =>
  `<member><AttributeName>${name}</AttributeName><AttributeValue>${value}</AttributeValue></member>`;
const policies = (name: string, ...attributes: readonly string[]) =>
  `<DescribeLoadBalancerPoliciesResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/"><DescribeLoadBalancerPoliciesResult><PolicyDescriptions><member><PolicyName>${name}</PolicyName><PolicyTypeName>SSLNegotiationPolicyType</PolicyTypeName><PolicyAttributeDescriptions>${attributes.join('')}</PolicyAttributeDescriptions></member></PolicyDescriptions></DescribeLoadBalancerPoliciesResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeLoadBalancerPoliciesResponse>`;

tellService({
  title: 'every check of classic load balancers, on moto',
  checks: ['aws/elb/'],
  async seed(sdk) {
    const elb = await sdk('elb');
    const { CertificateArn: acm } = await (await sdk('acm')).requestCertificate({
      DomainName: 'clinic.example',
    });
    const iam = 'arn:aws:iam::123456789012:server-certificate/old';
    const make = async (
      LoadBalancerName: string,
      zones: readonly string[],
      ...Listeners: readonly object[]
    ) => {
      await elb.createLoadBalancer({
        LoadBalancerName,
        AvailabilityZones: [...zones],
        Listeners: Listeners.map((listener) => ({
          Protocol: 'HTTP',
          LoadBalancerPort: 80,
          InstancePort: 80,
          ...listener,
        })),
      });
    };
    const two = ['us-east-1a', 'us-east-1b'];
    await make('plain', two, {});
    await make('sealed', two, { Protocol: 'HTTPS', LoadBalancerPort: 443, SSLCertificateId: acm });
    await make('old', ['us-east-1a'], { Protocol: 'SSL', LoadBalancerPort: 443, SSLCertificateId: iam });
    await make('passing', two, { Protocol: 'TCP', LoadBalancerPort: 443 });
    await elb.modifyLoadBalancerAttributes({
      LoadBalancerName: 'sealed',
      LoadBalancerAttributes: {
        CrossZoneLoadBalancing: { Enabled: true },
        AccessLog: { Enabled: true, S3BucketName: 'logs', EmitInterval: 60 },
      },
    });
    for (const [LoadBalancerName, PolicyName] of [
      ['sealed', 'tls12'],
      ['old', 'classic'],
    ]) {
      await elb.createLoadBalancerPolicy({
        LoadBalancerName,
        PolicyName,
        PolicyTypeName: 'SSLNegotiationPolicyType',
        PolicyAttributes: [],
      });
      await elb.setLoadBalancerPoliciesOfListener({
        LoadBalancerName,
        LoadBalancerPort: 443,
        PolicyNames: [PolicyName ?? ''],
      });
    }
  },
  // moto keeps what a policy was made with, and does not tell what it comes to.
  recorded(proxy) {
    proxy.rule({
      operation: 'DescribeLoadBalancerPolicies',
      fault: answer(200, { 'content-type': 'text/xml' }, ({ key }) =>
        key.includes('LoadBalancerName=sealed')
          ? policies(
              'tls12',
              attribute('Reference-Security-Policy', 'ELBSecurityPolicy-TLS-1-2-2017-01'),
              attribute('Protocol-TLSv1', 'false'),
              attribute('Protocol-TLSv1.1', 'false'),
              attribute('Protocol-TLSv1.2', 'true'),
              attribute('Server-Defined-Cipher-Order', 'true'),
              attribute('ECDHE-RSA-AES128-GCM-SHA256', 'true'),
              attribute('DES-CBC3-SHA', 'false'),
            )
          : policies(
              'classic',
              attribute('Protocol-TLSv1', 'true'),
              attribute('Protocol-TLSv1.2', 'true'),
              attribute('DES-CBC3-SHA', 'true'),
            ),
      ),
    });
  },
  expects: {
    'aws/elb/classic-access-logging': { pass: ['sealed'], fail: ['plain', 'old', 'passing'] },
    'aws/elb/classic-cross-zone': { pass: ['sealed'], fail: ['plain', 'passing'], notApplicable: ['old'] },
    'aws/elb/classic-acm-certificate': {
      pass: ['sealed'],
      fail: ['old'],
      notApplicable: ['plain', 'passing'],
    },
    'aws/elb/classic-tls-listeners-only': { pass: ['sealed', 'old'], fail: ['plain', 'passing'] },
    'aws/elb/classic-tls-policy': { pass: ['sealed'], fail: ['old'], notApplicable: ['plain', 'passing'] },
  },
});
