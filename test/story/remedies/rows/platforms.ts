import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

const poolOf = (arn: string) => arn.split('/').at(-1) ?? '';
const factors = { SoftwareTokenMfaConfiguration: { Enabled: true } };

const cognito: Row = {
  remedy: 'aws/cognito/mfa-required',
  check: 'aws/cognito/mfa',
  async seed({ sdk }) {
    const client = await sdk('cognito');
    const { UserPool } = await client.createUserPool({ PoolName: 'patients' });
    const UserPoolId = UserPool?.Id;
    await client.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration: 'OPTIONAL', ...factors });
    return `arn:aws:cognito-idp:us-east-1:${testAccountId}:userpool/${UserPoolId}`;
  },
  change: ['asks: "OPTIONAL" → "ON"'],
  calls: ['SetUserPoolMfaConfig'],
  undo: ['SetUserPoolMfaConfig'],
  state: async ({ sdk }, arn) =>
    told((await sdk('cognito')).getUserPoolMfaConfig({ UserPoolId: poolOf(arn) })),
  meddle: async ({ sdk }, arn) =>
    (await sdk('cognito')).setUserPoolMfaConfig({ UserPoolId: poolOf(arn), MfaConfiguration: 'OFF' }),
};

// moto tells that it is on, whatever it was set to: what is changed here is the exceptions.
const block = async ({ sdk }: Aws, ...ports: readonly number[]) =>
  (await sdk('emr')).putBlockPublicAccessConfiguration({
    BlockPublicAccessConfiguration: {
      BlockPublicSecurityGroupRules: true,
      PermittedPublicSecurityGroupRuleRanges: ports.map((port) => ({ MinRange: port, MaxRange: port })),
    },
  });

const emr: Row = {
  remedy: 'aws/emr/block-public-access',
  check: 'aws/emr/block-public-access',
  async seed(aws) {
    await block(aws, 22, 8088);
    await (await aws.sdk('emr')).runJobFlow({
      Name: 'claims',
      ReleaseLabel: 'emr-7.0.0',
      Instances: { MasterInstanceType: 'm5.xlarge', InstanceCount: 1, KeepJobFlowAliveWhenNoSteps: true },
    });
    return `arn:aws:ec2:us-east-1:${testAccountId}:region/us-east-1`;
  },
  change: ['permitted[1]: {"from":8088,"to":8088} → absent'],
  calls: ['PutBlockPublicAccessConfiguration'],
  undo: ['PutBlockPublicAccessConfiguration'],
  // Who set it last, and when, is told beside it.
  state: async ({ sdk }) =>
    (await (await sdk('emr')).getBlockPublicAccessConfiguration({})).BlockPublicAccessConfiguration,
  meddle: (aws) => block(aws, 22, 443),
};

const eks: Row = {
  remedy: 'aws/eks/endpoint-cidrs',
  check: 'aws/eks/endpoint-public',
  async seed({ sdk }) {
    const { cluster } = await (await sdk('eks')).createCluster({
      name: 'portal',
      version: '1.33',
      roleArn: `arn:aws:iam::${testAccountId}:role/cluster`,
      resourcesVpcConfig: {
        endpointPublicAccess: true,
        endpointPrivateAccess: false,
        publicAccessCidrs: ['0.0.0.0/0'],
      },
    });
    return cluster?.arn ?? '';
  },
  change: [
    'private: false → true',
    'publicCidrs[0]: "0.0.0.0/0" → absent',
    'publicCidrs[0]: absent → "203.0.113.0/24"',
  ],
  calls: ['UpdateClusterConfig'],
  undo: ['UpdateClusterConfig'],
  // Each change has a token of its own, which moto tells with the cluster.
  async state({ sdk }) {
    const { cluster } = await (await sdk('eks')).describeCluster({ name: 'portal' });
    return { ...cluster, clientRequestToken: '' };
  },
  meddle: async ({ sdk }) =>
    (await sdk('eks')).updateClusterConfig({
      name: 'portal',
      resourcesVpcConfig: {
        endpointPublicAccess: true,
        endpointPrivateAccess: true,
        publicAccessCidrs: ['0.0.0.0/0'],
      },
    }),
};

/** Containers, platforms and health services. */
export const platforms: Chapter = {
  title: 'remedies of containers and platforms, on moto',
  rows: [cognito, emr, eks],
  remedies: { 'aws/eks/endpoint-cidrs': { publicCidrs: ['203.0.113.0/24'] } },
};
