import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { all, learn, openAccount } from './s3-kit.ts';

const xml = (operation: string, body: string) =>
  `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${body}</${operation}Response>`;

const instance = (
  id: string,
  state = 'running',
) => `<item><reservationId>r-1</reservationId><instancesSet><item>
  <instanceId>${id}</instanceId><instanceState><name>${state}</name></instanceState><instanceType>t3.micro</instanceType>
  <launchTime>2026-11-01T00:00:00.000Z</launchTime><monitoring><state>disabled</state></monitoring>
  <blockDeviceMapping/><networkInterfaceSet/><ebsOptimized>false</ebsOptimized>
  <metadataOptions><httpTokens>required</httpTokens><httpEndpoint>enabled</httpEndpoint></metadataOptions>
</item></instancesSet></item>`;

/** A host with a public address in the subnet, behind the group `sg-open`. */
const host = (more: object = {}): Subject & Record<string, unknown> => ({
  id: 'arn:aws:ec2:us-east-1:123456789012:instance/i-1',
  region: 'us-east-1',
  instanceId: 'i-1',
  vpc: 'vpc-1',
  interfaces: [
    {
      id: 'eni-1',
      subnet: 'subnet-1',
      vpc: 'vpc-1',
      groups: ['sg-open'],
      publicAddresses: ['198.51.100.7'],
      ipv6Addresses: [],
    },
  ],
  ...more,
});

const route = (destination: string, state = 'active', gateway = 'igw-1') =>
  `<item>${destination}<gatewayId>${gateway}</gatewayId><state>${state}</state></item>`;
const anywhere = '<destinationCidrBlock>0.0.0.0/0</destinationCidrBlock>';
const table = (association: string, routes: string) =>
  `<item><routeTableId>rtb</routeTableId><vpcId>vpc-1</vpcId><routeSet>${routes}</routeSet><associationSet><item>${association}</item></associationSet></item>`;
const main = '<main>true</main>';
const own = '<subnetId>subnet-1</subnetId><main>false</main>';

const lines = (text: string) => text.replace(/.{76}/g, '$&\n');

describeWithMoto('what is told of EC2 instances', (moto) => {
  const proxy = behindProxy(moto);

  const says = (operation: string, body: string) =>
    proxy.rule({
      operation,
      fault: answer(200, { 'content-type': 'text/xml;charset=UTF-8' }, xml(operation, body)),
    });
  const groups = (id: string) =>
    says(
      'DescribeSecurityGroups',
      `<securityGroupInfo><item><groupId>${id}</groupId><groupName>g</groupName><ipPermissions><item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item></ipPermissions></item></securityGroupInfo>`,
    );

  async function read(fact: string, subject: Subject) {
    const session = await openAccount();
    const told = await learn(session, 'aws.ec2.instance', fact, subject);
    await session.close();
    return told.known ? told.value : told;
  }

  test('every page is listed, and what is terminated is not', async () => {
    proxy.rule({
      operation: 'DescribeInstances',
      fault: answer(200, { 'content-type': 'text/xml' }, ({ key }) =>
        xml(
          'DescribeInstances',
          key.includes('NextToken=two')
            ? `<reservationSet>${instance('i-3')}</reservationSet>`
            : `<reservationSet>${instance('i-1')}${instance('i-2', 'terminated')}${instance('i-4', 'shutting-down')}</reservationSet><nextToken>two</nextToken>`,
        ),
      ),
    });
    const session = await openAccount();
    const found = await all(session.list('aws.ec2.instance', 'us-east-1'));
    await session.close();
    expect(found.map(({ name }) => name)).toEqual(['i-1', 'i-3']);
  });

  test.each<[string, string, readonly string[]]>([
    ['the main table, where the subnet has none', table(main, route(anywhere)), ['198.51.100.7']],
    ["the subnet's own table before the main one", table(main, route(anywhere)) + table(own, ''), []],
    ["the subnet's own table", table(main, '') + table(own, route(anywhere)), ['198.51.100.7']],
    ['a gateway that is gone', table(main, route(anywhere, 'blackhole')), []],
    [
      'a way to one network alone',
      table(main, route('<destinationCidrBlock>203.0.113.0/24</destinationCidrBlock>')),
      [],
    ],
    [
      'the internet in halves',
      table(
        main,
        route('<destinationCidrBlock>0.0.0.0/1</destinationCidrBlock>') +
          route('<destinationCidrBlock>128.0.0.0/1</destinationCidrBlock>'),
      ),
      ['198.51.100.7'],
    ],
    [
      'a prefix list',
      table(main, route('<destinationPrefixListId>pl-1</destinationPrefixListId>')),
      ['198.51.100.7'],
    ],
  ])('the internet reaches it by %s', async (_, tables, addresses) => {
    groups('sg-open');
    says('DescribeRouteTables', `<routeTableSet>${tables}</routeTableSet>`);
    says('GetManagedPrefixListEntries', '<entrySet><item><cidr>0.0.0.0/0</cidr></item></entrySet>');
    const doors: readonly { address: string }[] = await read('internetDoors', host());
    expect(doors.map(({ address }) => address)).toEqual(addresses);
  });

  test('a group or a route table that is not told is unknown, not closed', async () => {
    groups('sg-another');
    says('DescribeRouteTables', `<routeTableSet>${table(main, route(anywhere))}</routeTableSet>`);
    expect(await read('internetPorts', host())).toMatchObject({ known: false });
    expect(await read('internetDoors', host())).toMatchObject({ known: false });
    proxy.reset();
    groups('sg-open');
    says('DescribeRouteTables', '<routeTableSet/>');
    expect(await read('internetDoors', host())).toMatchObject({ known: false });
  });

  test('what a firewall stands before is unknown, unless another way leads past it', async () => {
    const guarded = route(anywhere, 'active', 'vpce-1');
    groups('sg-open');
    says('DescribeRouteTables', `<routeTableSet>${table(main, guarded)}</routeTableSet>`);
    expect(await read('internetDoors', host())).toMatchObject({ known: false, reason: 'unsupported' });
    proxy.reset();
    groups('sg-open');
    const toBucket = '<destinationPrefixListId>pl-s3</destinationPrefixListId>';
    says(
      'DescribeRouteTables',
      `<routeTableSet>${table(main, route(toBucket, 'active', 'vpce-1'))}</routeTableSet>`,
    );
    says('GetManagedPrefixListEntries', '<entrySet><item><cidr>52.216.0.0/15</cidr></item></entrySet>');
    expect(await read('internetDoors', host())).toEqual([]);
  });

  test.each([
    ['off', ['198.51.100.7']],
    ['block-ingress', { known: false, reason: 'unsupported' }],
  ])('where VPC Block Public Access is %s', async (mode, expected) => {
    groups('sg-open');
    says('DescribeRouteTables', `<routeTableSet>${table(main, route(anywhere))}</routeTableSet>`);
    const state = `<blockPublicAccessStates><internetGatewayBlockMode>${mode}</internetGatewayBlockMode></blockPublicAccessStates>`;
    says('DescribeSubnets', `<subnetSet><item><subnetId>subnet-1</subnetId>${state}</item></subnetSet>`);
    const told = await read('internetDoors', host());
    expect(Array.isArray(told) ? told.map(({ address }) => address) : told).toMatchObject(expected);
  });

  test.each<[string, (file: string) => string, readonly string[]]>([
    ['written', (file) => file, ['password']],
    ['in base64', (file) => Buffer.from(file).toString('base64'), ['password']],
    ['packed, in base64', (file) => gzipSync(file).toString('base64'), ['password']],
    ['in base64 by lines', (file) => lines(Buffer.from(file).toString('base64')), ['password']],
    ['as a hash', (file) => createHash('sha512').update(file).digest('base64'), []],
  ])('a secret in a file of the user data, %s', async (_, encoded, kinds) => {
    const file = '[client]\nuser = app\npassword = hunter2-and-more\nhost = records.example\n';
    const script = `#cloud-config\nwrite_files:\n- content: |\n${encoded(file)}\nEOF\n`;
    const value = Buffer.from(script).toString('base64');
    says('DescribeInstanceAttribute', `<userData><value>${value}</value></userData>`);
    expect(await read('userDataSecrets', host())).toEqual(kinds);
  });

  test('packed user data that cannot be unpacked is unknown, and nothing of it is told', async () => {
    const broken = Buffer.from([0x1f, 0x8b, ...Buffer.from('hunter2-and-more')]).toString('base64');
    says('DescribeInstanceAttribute', `<userData><value>${broken}</value></userData>`);
    const told = await read('userDataSecrets', host());
    expect(told).toMatchObject({ known: false, reason: 'unsupported' });
    expect(JSON.stringify(told)).not.toMatch(/hunter2|aHVudGVy/);
  });
});
