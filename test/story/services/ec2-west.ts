import { gzipSync } from 'node:zlib';
import { type AwsProxy, answer } from '../../kit/aws/proxy.ts';

/** A region as EC2 answers in it, for what moto lacks: enclaves, IPv6, instances outside a VPC, packed user data. */
const xml = (operation: string, body: string) =>
  answer(
    200,
    { 'content-type': 'text/xml;charset=UTF-8' },
    `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${body}</${operation}Response>`,
  );

interface Host {
  readonly id: string;
  readonly state: string;
  readonly reason?: string;
  readonly enclave: boolean;
  readonly tokens: string;
  readonly card?: string;
}

const instance = ({ id, state, reason, enclave, tokens, card }: Host) => `<item>
  <reservationId>r-${id}</reservationId><ownerId>123456789012</ownerId><groupSet/>
  <instancesSet><item>
    <instanceId>${id}</instanceId><imageId>ami-1</imageId>
    <instanceState><code>16</code><name>${state}</name></instanceState>
    ${reason ? `<reason>${reason}</reason>` : '<reason/>'}
    <instanceType>m3.xlarge</instanceType>
    <launchTime>2026-11-01T00:00:00.000Z</launchTime>
    <monitoring><state>pending</state></monitoring>
    ${card ? '<subnetId>subnet-a</subnetId><vpcId>vpc-west</vpcId>' : ''}
    ${id === 'i-vault' ? '<iamInstanceProfile><arn>arn:aws:iam::123456789012:instance-profile/vault</arn><id>AIPA1</id></iamInstanceProfile>' : ''}
    <rootDeviceName>/dev/xvda</rootDeviceName><blockDeviceMapping/>
    ${card ? `<networkInterfaceSet>${card}</networkInterfaceSet>` : '<networkInterfaceSet/>'}
    <ebsOptimized>true</ebsOptimized>
    <enclaveOptions><enabled>${enclave}</enabled></enclaveOptions>
    <metadataOptions><state>applied</state><httpTokens>${tokens}</httpTokens><httpPutResponseHopLimit>2</httpPutResponseHopLimit><httpEndpoint>enabled</httpEndpoint><httpProtocolIpv6>disabled</httpProtocolIpv6><instanceMetadataTags>disabled</instanceMetadataTags></metadataOptions>
  </item></instancesSet>
</item>`;

const card = (subnet: string, group: string, addresses = '<privateIpAddressesSet/>') => `<item>
  <networkInterfaceId>eni-${subnet}</networkInterfaceId><subnetId>${subnet}</subnetId><vpcId>vpc-west</vpcId>
  <groupSet><item><groupId>${group}</groupId><groupName>${group}</groupName></item></groupSet>
  <attachment><attachmentId>a</attachmentId><deviceIndex>0</deviceIndex><status>attached</status><attachTime>2025-01-01T00:00:00.000Z</attachTime></attachment>
  ${addresses}
</item>`;

const outside = `<association><publicIp>198.51.100.7</publicIp><ipOwnerId>123456789012</ipOwnerId></association>
  <privateIpAddressesSet><item><privateIpAddress>10.0.0.7</privateIpAddress><primary>true</primary><association><publicIp>198.51.100.7</publicIp></association></item></privateIpAddressesSet>
  <ipv6AddressesSet><item><ipv6Address>2001:db8::7</ipv6Address></item></ipv6AddressesSet>`;

const rule = (from: number, to: number, ranges: string) =>
  `<item><ipProtocol>tcp</ipProtocol><fromPort>${from}</fromPort><toPort>${to}</toPort><groups/>${ranges}<prefixListIds/></item>`;
const group = (id: string, rules = '') =>
  `<item><ownerId>123456789012</ownerId><groupId>${id}</groupId><groupName>${id}</groupName><groupDescription>d</groupDescription><vpcId>vpc-west</vpcId><ipPermissions>${rules}</ipPermissions><ipPermissionsEgress/></item>`;
const anyFour = '<ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges><ipv6Ranges/>';
const anySix = '<ipRanges/><ipv6Ranges><item><cidrIpv6>::/0</cidrIpv6></item></ipv6Ranges>';

const table = (id: string, association: string, routes: string) =>
  `<item><routeTableId>${id}</routeTableId><vpcId>vpc-west</vpcId><ownerId>123456789012</ownerId><routeSet>${routes}</routeSet><associationSet><item><routeTableAssociationId>as-${id}</routeTableAssociationId><routeTableId>${id}</routeTableId>${association}</item></associationSet><tagSet/></item>`;

const bodies: Readonly<Record<string, string>> = {
  DescribeInstances: `<reservationSet>${[
    instance({
      id: 'i-host',
      state: 'running',
      enclave: true,
      tokens: 'optional',
      card: card('subnet-a', 'sg-open', outside),
    }),
    instance({
      id: 'i-vault',
      state: 'running',
      enclave: true,
      tokens: 'required',
      card: card('subnet-b', 'sg-closed'),
    }),
    instance({
      id: 'i-classic',
      state: 'stopped',
      reason: 'User initiated (2026-01-01 00:00:00 GMT)',
      enclave: false,
      tokens: 'required',
    }),
    instance({
      id: 'i-spot',
      state: 'stopped',
      reason: 'Server.SpotInstanceStop: Spot instance stopped',
      enclave: false,
      tokens: 'required',
      card: card('subnet-b', 'sg-closed'),
    }),
  ].join('')}</reservationSet>`,
  DescribeSecurityGroups: `<securityGroupInfo>${group('sg-open', rule(22, 22, anyFour) + rule(8000, 8010, anySix))}${group('sg-closed', rule(443, 443, '<ipRanges/><ipv6Ranges/>').replace('<prefixListIds/>', '<prefixListIds><item><prefixListId>pl-office</prefixListId></item></prefixListIds>'))}</securityGroupInfo>`,
  // What is sent by IPv4 goes through a NAT gateway, so the public IPv4 address is no way in; IPv6 is.
  DescribeRouteTables: `<routeTableSet>${table(
    'rtb-a',
    '<subnetId>subnet-a</subnetId><main>false</main>',
    '<item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><natGatewayId>nat-1</natGatewayId><state>active</state></item><item><destinationIpv6CidrBlock>::/0</destinationIpv6CidrBlock><gatewayId>igw-1</gatewayId><state>active</state></item>',
  )}${table('rtb-main', '<main>true</main>', '<item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><gatewayId>igw-1</gatewayId><state>active</state></item>')}</routeTableSet>`,
  GetManagedPrefixListEntries: '<entrySet><item><cidr>203.0.113.0/24</cidr></item></entrySet>',
  DescribeVpcs:
    '<vpcSet><item><vpcId>vpc-west</vpcId><ownerId>123456789012</ownerId><state>available</state><tagSet><item><key>Sensitivity</key><value>ePHI</value></item></tagSet></item></vpcSet>',
  DescribeSubnets:
    '<subnetSet><item><subnetId>subnet-a</subnetId><vpcId>vpc-west</vpcId><state>available</state></item></subnetSet>',
  DescribeImages: `<imagesSet>${[
    ['ami-sealed', 'true'],
    ['ami-plain', 'false'],
    ['ami-instance-store', ''],
  ]
    .map(
      ([id, encrypted]) =>
        `<item><imageId>${id}</imageId><imageOwnerId>123456789012</imageOwnerId><isPublic>false</isPublic><imageState>available</imageState>${encrypted ? `<blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><snapshotId>snap-1</snapshotId><encrypted>${encrypted}</encrypted></ebs></item><item><deviceName>/dev/sdb</deviceName><virtualName>ephemeral0</virtualName></item></blockDeviceMapping>` : '<blockDeviceMapping/>'}</item>`,
    )
    .join('')}</imagesSet>`,
  GetInstanceMetadataDefaults: '<accountLevel/>',
};

const packed = gzipSync('#!/bin/sh\n# -----BEGIN RSA PRIVATE KEY----- made up\n').toString('base64');

export function recordWest(proxy: AwsProxy): void {
  const inWest = ({ service, key }: { service: string; key: string }) =>
    service === 'ec2' && key.split(' ')[2] === 'us-west-2';
  for (const [operation, body] of Object.entries(bodies))
    proxy.rule({ operation, match: inWest, fault: xml(operation, body) });
  for (const id of ['i-host', 'i-vault', 'i-classic', 'i-spot'])
    proxy.rule({
      operation: 'DescribeInstanceAttribute',
      match: (call) => inWest(call) && call.key.includes(id),
      fault: xml(
        'DescribeInstanceAttribute',
        `<instanceId>${id}</instanceId>${id === 'i-classic' ? `<userData><value>${packed}</value></userData>` : '<userData/>'}`,
      ),
    });
  proxy.rule({
    operation: 'GetInstanceMetadataDefaults',
    fault: xml(
      'GetInstanceMetadataDefaults',
      '<accountLevel><httpTokens>required</httpTokens><httpPutResponseHopLimit>2</httpPutResponseHopLimit><managedBy>account</managedBy></accountLevel>',
    ),
  });
}
