import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { clientConfig } from '../../test/kit/aws/environment.ts';
import { labPartner } from './clinic.ts';

/** Roles of AWS's services here, and whom each is for. */
const services: Readonly<Record<string, string>> = {
  LakesideFunctions: 'lambda.amazonaws.com',
  LakesidePortal: 'ec2.amazonaws.com',
  LakesideFlowLogs: 'vpc-flow-logs.amazonaws.com',
  LakesideDatabaseMonitoring: 'monitoring.rds.amazonaws.com',
  LakesideReplication: 's3.amazonaws.com',
  LakesideTrailDelivery: 'cloudtrail.amazonaws.com',
};

const trust = (Principal: object, more: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Trusted', Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more }],
  });

/** Roles of services, and one that the laboratory takes on, with whom nobody signed anything. */
export async function makeRoles(endpoint: string): Promise<void> {
  const iam = new IAMClient(clientConfig(endpoint));
  for (const [RoleName, Service] of Object.entries(services))
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust({ Service }) }));
  const InstanceProfileName = 'LakesidePortal';
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName: InstanceProfileName }));
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'LakesideLabResults',
      AssumeRolePolicyDocument: trust(
        { AWS: `arn:aws:iam::${labPartner}:root` },
        { Condition: { StringEquals: { 'sts:ExternalId': 'lakeside-lab-exchange' } } },
      ),
    }),
  );
  iam.destroy();
}
