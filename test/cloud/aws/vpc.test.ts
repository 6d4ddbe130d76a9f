import { expect, test } from 'vitest';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { all, learn, openAccount } from './s3-kit.ts';

const another = '444455556666';

describeWithMoto('what is told of the network', (moto) => {
  const proxy = behindProxy(moto);

  const says = (operation: string, body: string) =>
    proxy.rule({
      operation,
      fault: answer(
        200,
        { 'content-type': 'text/xml;charset=UTF-8' },
        `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${body}</${operation}Response>`,
      ),
    });

  /** The facts of everything that is listed of a kind. */
  async function read(kind: Parameters<typeof learn>[1], ...facts: readonly string[]) {
    const session = await openAccount();
    try {
      const told = [];
      for (const subject of await all(session.list(kind, 'us-east-1'))) {
        const answers = facts.map(async (fact) => {
          const told = await learn(session, kind, fact, subject);
          return [fact, told.known ? told.value : told] as const;
        });
        told.push({ id: subject.id, ...Object.fromEntries(await Promise.all(answers)) });
      }
      return told;
    } finally {
      await session.close();
    }
  }

  const arn = (type: string, id: string, owner = testAccountId) =>
    `arn:aws:ec2:us-east-1:${owner}:${type}/${id}`;

  test('a rule for a group in another VPC that is deleted has no account, and hides no other group', async () => {
    const rule = (of: string) =>
      `<item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>${of}</item>`;
    const group = (id: string, rules: string) =>
      `<item><ownerId>${testAccountId}</ownerId><groupId>${id}</groupId><groupName>${id}</groupName><ipPermissions>${rules}</ipPermissions><ipPermissionsEgress/></item>`;
    says(
      'DescribeSecurityGroups',
      `<securityGroupInfo>${group(
        'sg-stale',
        rule(
          '<groups><item><groupId>sg-gone</groupId><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><peeringStatus>deleted</peeringStatus></item></groups>',
        ),
      )}${group('sg-open', rule('<ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges>'))}</securityGroupInfo>`,
    );
    expect(await read('aws.ec2.securityGroup', 'ingress', 'openToInternet')).toMatchObject([
      { id: arn('security-group', 'sg-stale'), ingress: { 'tcp 22 from /sg-gone': '' }, openToInternet: [] },
      {
        id: arn('security-group', 'sg-open'),
        ingress: { 'tcp 22 from 0.0.0.0/0': '' },
        openToInternet: [{ from: 22 }],
      },
    ]);
  });

  test('what another account shares is known by its owner', async () => {
    const piece = (id: string, owner: string, more: string) =>
      `<item><${id}>x-${owner}</${id}><ownerId>${owner}</ownerId>${more}</item>`;
    const both = (id: string, more: string) => piece(id, testAccountId, more) + piece(id, another, more);
    says(
      'DescribeSubnets',
      `<subnetSet>${both('subnetId', '<mapPublicIpOnLaunch>true</mapPublicIpOnLaunch>')}</subnetSet>`,
    );
    says(
      'DescribeRouteTables',
      `<routeTableSet>${both('routeTableId', '<routeSet/><associationSet/>')}</routeTableSet>`,
    );
    says(
      'DescribeNetworkAcls',
      `<networkAclSet>${both('networkAclId', '<entrySet/><associationSet/>')}</networkAclSet>`,
    );
    says(
      'DescribeInternetGateways',
      `<internetGatewaySet>${both('internetGatewayId', '<attachmentSet/>')}</internetGatewaySet>`,
    );
    const expected = (type: string) => [
      { id: arn(type, `x-${testAccountId}`), sharedBy: null },
      { id: arn(type, `x-${another}`, another), sharedBy: another },
    ];
    expect(await read('aws.vpc.subnet', 'sharedBy')).toEqual(expected('subnet'));
    expect(await read('aws.vpc.routeTable', 'sharedBy')).toEqual(expected('route-table'));
    expect(await read('aws.ec2.networkAcl', 'sharedBy')).toEqual(expected('network-acl'));
    expect(await read('aws.vpc.internetGateway', 'sharedBy')).toEqual(expected('internet-gateway'));
  });

  test('an endpoint that names no service hides none that does', async () => {
    const endpoint = (more: string) => `<item><vpcId>vpc-1</vpcId><state>available</state>${more}</item>`;
    says(
      'DescribeVpcs',
      `<vpcSet><item><vpcId>vpc-1</vpcId><ownerId>${testAccountId}</ownerId></item></vpcSet>`,
    );
    says(
      'DescribeVpcEndpoints',
      `<vpcEndpointSet>${endpoint('<vpcEndpointType>ServiceNetwork</vpcEndpointType>')}${endpoint(
        '<vpcEndpointType>Interface</vpcEndpointType><serviceName>com.amazonaws.us-east-1.ec2</serviceName>',
      )}</vpcEndpointSet>`,
    );
    expect(await read('aws.vpc.vpc', 'endpointServices')).toEqual([
      { id: arn('vpc', 'vpc-1'), endpointServices: ['com.amazonaws.us-east-1.ec2'] },
    ]);
  });
});
