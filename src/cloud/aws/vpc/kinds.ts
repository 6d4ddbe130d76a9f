import { internetGateway } from './internet-gateway.ts';
import { networkAcl } from './network-acl.ts';
import { routeTable } from './route-table.ts';
import { securityGroup } from './security-group.ts';
import { subnet } from './subnet.ts';
import { vpc } from './vpc.ts';
import { vpnConnection } from './vpn-connection.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const vpcKinds = {
  'aws.ec2.securityGroup': securityGroup,
  'aws.ec2.networkAcl': networkAcl,
  'aws.vpc.vpc': vpc,
  'aws.vpc.subnet': subnet,
  'aws.vpc.routeTable': routeTable,
  'aws.vpc.internetGateway': internetGateway,
  'aws.vpc.vpnConnection': vpnConnection,
} as const;
