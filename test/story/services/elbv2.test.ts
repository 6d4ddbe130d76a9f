import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

let guarded = '';

tellService({
  title: 'every check of load balancers, on moto',
  checks: ['aws/elbv2/'],
  async seed(sdk) {
    const [ec2, elb] = [await sdk('ec2'), await sdk('elbV2')];
    const { CertificateArn: acm } = await (await sdk('acm')).requestCertificate({
      DomainName: 'clinic.example',
    });
    const { Vpc } = await ec2.createVpc({ CidrBlock: '10.1.0.0/16' });
    const VpcId = Vpc?.VpcId;
    const subnets: string[] = [];
    for (const [at, zone] of ['us-east-1a', 'us-east-1b'].entries()) {
      const { Subnet } = await ec2.createSubnet({
        VpcId,
        CidrBlock: `10.1.${at}.0/24`,
        AvailabilityZone: zone,
      });
      subnets.push(Subnet?.SubnetId ?? '');
    }
    const { TargetGroups } = await elb.createTargetGroup({ Name: 'web', Protocol: 'HTTP', Port: 80, VpcId });
    const forward = [{ Type: 'forward' as const, TargetGroupArn: TargetGroups?.[0]?.TargetGroupArn }];
    const redirect = [
      {
        Type: 'redirect' as const,
        RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' as const },
      },
    ];
    const make = async (
      Name: string,
      of: object,
      attributes: Readonly<Record<string, string>>,
      ...listeners: readonly object[]
    ) => {
      // AWS tells of a scheme where none was given; moto does not.
      const { LoadBalancers } = await elb.createLoadBalancer({
        Name,
        Subnets: subnets,
        Scheme: 'internal',
        ...of,
      });
      const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn ?? '';
      // moto does not tell of all that AWS sets from the start.
      const from = { 'access_logs.s3.enabled': 'false', 'deletion_protection.enabled': 'false' };
      await elb.modifyLoadBalancerAttributes({
        LoadBalancerArn,
        Attributes: Object.entries({ ...from, ...attributes }).map(([Key, Value]) => ({ Key, Value })),
      });
      const arns: string[] = [];
      for (const listener of listeners) {
        const { Listeners } = await elb.createListener({
          LoadBalancerArn,
          Protocol: 'HTTP',
          Port: 80,
          DefaultActions: forward,
          ...listener,
        });
        arns.push(Listeners?.[0]?.ListenerArn ?? '');
      }
      return { LoadBalancerArn, arns };
    };
    const drops = 'routing.http.drop_invalid_header_fields.enabled';
    const tls = { Port: 443, Certificates: [{ CertificateArn: acm }] };
    const good = await make(
      'good',
      { Scheme: 'internet-facing' },
      {
        'access_logs.s3.enabled': 'true',
        'access_logs.s3.bucket': 'logs',
        'deletion_protection.enabled': 'true',
        [drops]: 'true',
      },
      { ...tls, Protocol: 'HTTPS' },
      { DefaultActions: redirect },
    );
    guarded = good.LoadBalancerArn;
    await make('plain', { Scheme: 'internet-facing' }, { [drops]: 'false' }, {});
    const ruled = await make(
      'ruled',
      { Scheme: 'internal' },
      { [drops]: 'false' },
      { ...tls, Protocol: 'HTTPS' },
      { DefaultActions: redirect },
    );
    await elb.createRule({
      ListenerArn: ruled.arns[1],
      Priority: 1,
      Conditions: [{ Field: 'path-pattern', Values: ['/results'] }],
      Actions: forward,
    });
    await make('net-tls', { Type: 'network' }, {}, { ...tls, Protocol: 'TLS' });
    await make('net-tcp', { Type: 'network' }, {}, { Protocol: 'TCP' });
    await make('net-udp', { Type: 'network' }, {}, { Protocol: 'UDP', Port: 514 });
    await make('gate', { Type: 'gateway' }, {});
  },
  // Which web ACL stands before what, moto answers of REST APIs alone.
  recorded: (proxy) =>
    proxy.rule({
      operation: 'GetWebACLForResource',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, ({ key }) =>
        guarded !== '' && key.includes(guarded)
          ? JSON.stringify({
              WebACL: {
                Name: 'front',
                Id: '1',
                ARN: 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/front/1',
              },
            })
          : '{}',
      ),
    }),
  unasked: {
    'wafv2:GetWebACL': 'GetWebACLForResource asks for it by itself, of who calls',
    'elasticloadbalancing:GetLoadBalancerWebACL': 'likewise',
  },
  expects: {
    'aws/elbv2/access-logging': {
      pass: ['good'],
      fail: ['plain', 'ruled', 'net-tls'],
      notApplicable: ['net-tcp', 'net-udp', 'gate'],
    },
    'aws/elbv2/deletion-protection': {
      pass: ['good'],
      fail: ['plain', 'ruled', 'net-tls', 'net-tcp', 'net-udp', 'gate'],
    },
    'aws/elbv2/drop-invalid-headers': {
      pass: ['good'],
      fail: ['plain', 'ruled'],
      notApplicable: ['net-tls', 'net-tcp', 'net-udp', 'gate'],
    },
    'aws/elbv2/http-redirects-to-https': {
      pass: ['good'],
      fail: ['plain', 'ruled'],
      notApplicable: ['net-tls', 'net-tcp', 'net-udp', 'gate'],
    },
    'aws/elbv2/tls-listeners': {
      pass: ['good', 'net-tls'],
      fail: ['plain', 'ruled', 'net-tcp'],
      notApplicable: ['net-udp', 'gate'],
    },
    'aws/elbv2/waf': {
      pass: ['good'],
      fail: ['plain'],
      notApplicable: ['ruled', 'net-tls', 'net-tcp', 'net-udp', 'gate'],
    },
  },
});
