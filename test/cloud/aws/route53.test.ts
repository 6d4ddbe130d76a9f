import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { writeKit } from './write-kit.ts';

describeWithMoto('DNS records, on moto', (moto) => {
  const kit = writeKit(moto);
  let sdk: Sdk;
  beforeAll(() => {
    sdk = sdkOf(moto.endpoint);
  });
  afterAll(() => sdk.destroy());

  const zone = async (...records: readonly object[]) => {
    const route53 = await sdk('route53');
    const { HostedZone } = await route53.createHostedZone({ Name: 'clinic.example.', CallerReference: '1' });
    await route53.changeResourceRecordSets({
      HostedZoneId: HostedZone?.Id,
      ChangeBatch: {
        Changes: records.map((record) => ({
          Action: 'CREATE',
          ResourceRecordSet: { Name: 'x', Type: 'A', TTL: 60, ...record },
        })),
      },
    });
    return HostedZone?.Id?.split('/').at(-1) ?? '';
  };
  const to = (Value: string) => ({ ResourceRecords: [{ Value }] });
  const listed = () => kit.subjects('aws.route53.addressRecord', 'global');

  test('a zone is read to its end, however many pages it has', async () => {
    const many = Array.from({ length: 650 }, (_, at) => ({
      Name: `host${at}.clinic.example.`,
      ...to(`192.0.2.${at % 256}`),
    }));
    await zone(...many);
    const subjects = await listed();
    expect(new Set(subjects.map(({ id }) => id)).size).toBe(650);
    expect(subjects).toHaveLength(650);
  });

  test('a zone without a comment need not say that it is public', async () => {
    const xml = { 'content-type': 'text/xml' };
    const at = 'xmlns="https://route53.amazonaws.com/doc/2013-04-01/"';
    kit.proxy().rule({
      operation: 'ListHostedZones',
      fault: answer(
        200,
        xml,
        `<ListHostedZonesResponse ${at}><HostedZones><HostedZone><Id>/hostedzone/Z1</Id><Name>clinic.example.</Name><CallerReference>1</CallerReference></HostedZone></HostedZones><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListHostedZonesResponse>`,
      ),
    });
    kit.proxy().rule({
      operation: 'ListResourceRecordSets',
      fault: answer(
        200,
        xml,
        `<ListResourceRecordSetsResponse ${at}><ResourceRecordSets><ResourceRecordSet><Name>clinic.example.</Name><Type>A</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>`,
      ),
    });
    expect((await listed()).map(({ name }) => name)).toEqual(['clinic.example']);
  });

  test('only what leads to an address of IPv4 is listed, by its plain name', async () => {
    const id = await zone(
      { Name: '*.clinic.example.', ...to('192.0.2.1') },
      { Name: 'six.clinic.example.', Type: 'AAAA', ...to('2001:db8::1') },
      { Name: 'mail.clinic.example.', Type: 'MX', ...to('10 mail.example.org') },
      { Name: 'weighed.clinic.example.', SetIdentifier: 'a', Weight: 1, ...to('192.0.2.2') },
      { Name: 'ec2.clinic.example.', Type: 'CNAME', ...to('ec2-192-0-2-3.eu-west-1.compute.amazonaws.com.') },
      { Name: 'not-ec2.clinic.example.', Type: 'CNAME', ...to('ec2-192-0-2-3.example.org') },
    );
    const subjects = await listed();
    const told = subjects.map((subject) => [
      subject.id,
      (subject as { addresses?: readonly string[] }).addresses,
    ]);
    const arn = `arn:aws:route53:::hostedzone/${id}`;
    expect(told.sort()).toEqual([
      [`${arn}/*.clinic.example/A`, ['192.0.2.1']],
      [`${arn}/ec2.clinic.example/CNAME`, ['192.0.2.3']],
      [`${arn}/weighed.clinic.example/A/a`, ['192.0.2.2']],
    ]);
  });
});
