import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const held = '198.51.100.20';

tellService({
  title: 'every check of Route 53, on moto',
  checks: ['aws/route53/'],
  settings: { 'aws/route53/dangling-record': { heldElsewhere: ['203.0.113.', '198.51.100.9'] } },
  async seed(sdk) {
    const [route53, ec2] = [await sdk('route53'), await sdk('ec2')];
    const zone = async (Name: string, of: object = {}) => {
      const { HostedZone } = await route53.createHostedZone({ Name, CallerReference: Name, ...of });
      return HostedZone?.Id ?? '';
    };
    const add = (HostedZoneId: string, Name: string, Type: 'A' | 'CNAME', ...values: readonly string[]) =>
      route53.changeResourceRecordSets({
        HostedZoneId,
        ChangeBatch: {
          Changes: [
            {
              Action: 'CREATE',
              ResourceRecordSet: { Name, Type, TTL: 60, ResourceRecords: values.map((Value) => ({ Value })) },
            },
          ],
        },
      });
    const open = await zone('clinic.example.');
    await add(open, 'held.clinic.example.', 'A', held);
    await add(open, 'lost.clinic.example.', 'A', held, '192.0.2.7');
    await add(open, 'centre.clinic.example.', 'A', '203.0.113.5', '198.51.100.9');
    await add(open, 'inner.clinic.example.', 'A', '10.1.2.3');
    await add(open, 'host.clinic.example.', 'CNAME', 'ec2-192-0-2-8.compute-1.amazonaws.com');
    await add(open, 'partner.clinic.example.', 'CNAME', 'www.example.org');
    const { Vpc } = await ec2.createVpc({ CidrBlock: '10.1.0.0/16' });
    const closed = await zone('inner.example.', {
      VPC: { VPCRegion: 'us-east-1', VPCId: Vpc?.VpcId },
      HostedZoneConfig: { PrivateZone: true },
    });
    await add(closed, 'lost.inner.example.', 'A', '192.0.2.9');
  },
  // The public addresses of moto are loopback ones.
  recorded: (proxy) =>
    proxy.rule({
      operation: 'DescribeAddresses',
      fault: answer(
        200,
        { 'content-type': 'text/xml;charset=UTF-8' },
        `<DescribeAddressesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><addressesSet><item><publicIp>${held}</publicIp><allocationId>eipalloc-1</allocationId><domain>vpc</domain></item></addressesSet></DescribeAddressesResponse>`,
      ),
    }),
  expects: {
    'aws/route53/dangling-record': {
      pass: ['held.clinic.example', 'centre.clinic.example'],
      fail: ['lost.clinic.example', 'host.clinic.example'],
      notApplicable: ['inner.clinic.example'],
    },
  },
});
