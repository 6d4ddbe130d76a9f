import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

const region = 'us-east-1';

const contact = {
  name: 'Security team',
  title: 'On-call',
  email: 'security@clinic.example',
  phone: '+1 555 010 0100',
};
const AlternateContactType = 'SECURITY' as const;
const another = {
  Name: 'Another team',
  Title: 'Lead',
  EmailAddress: 'lead@clinic.example',
  PhoneNumber: '+1 555 010 0101',
};

/** What moto gives to the first web ACL after its dice were set. */
const webAcl = `arn:aws:wafv2:${region}:${testAccountId}:regional/webacl/front/6513270e-269e-4d37-b2a7-4de452e6b438`;

/** moto throws dice for the id of a web ACL, and the configuration must name it before. */
async function setDice({ iam }: Aws): Promise<void> {
  const endpoint = await iam.config.endpoint?.();
  await fetch(`http://${endpoint?.hostname}:${endpoint?.port}/moto-api/seed?a=7`, { method: 'POST' });
}

const visibility = { SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: 'front' };
async function makeWebAcl({ sdk }: Aws, Name: string): Promise<string> {
  const { Summary } = await (await sdk('wafV2')).createWebACL({
    Name,
    Scope: 'REGIONAL',
    DefaultAction: { Allow: {} },
    Rules: [],
    VisibilityConfig: visibility,
  });
  return Summary?.ARN ?? '';
}

const firewalled = async (aws: Aws): Promise<void> => {
  const waf = await aws.sdk('wafV2');
  // The client is there before the dice are set, so that nothing comes between.
  await waf.listWebACLs({ Scope: 'REGIONAL' });
  await setDice(aws);
  const made = await makeWebAcl(aws, 'front');
  if (made !== webAcl) throw new Error(`moto made ${made}`);
};

const behind = {
  change: [`null → ${JSON.stringify(webAcl)}`],
  calls: ['AssociateWebACL'],
  undo: ['DisassociateWebACL'],
  meddle: async (aws: Aws, ResourceArn: string) =>
    (await aws.sdk('wafV2')).associateWebACL({ ResourceArn, WebACLArn: await makeWebAcl(aws, 'other') }),
};

const loadBalancer: Row = {
  ...behind,
  remedy: 'aws/elbv2/web-acl',
  check: 'aws/elbv2/waf',
  async seed(aws) {
    await firewalled(aws);
    const ec2 = await aws.sdk('ec2');
    const { Vpc } = await ec2.createVpc({ CidrBlock: '10.1.0.0/16' });
    const Subnets: string[] = [];
    for (const [at, AvailabilityZone] of ['us-east-1a', 'us-east-1b'].entries()) {
      const where = { VpcId: Vpc?.VpcId, CidrBlock: `10.1.${at}.0/24`, AvailabilityZone };
      const { Subnet } = await ec2.createSubnet(where);
      Subnets.push(Subnet?.SubnetId ?? '');
    }
    const elb = await aws.sdk('elbV2');
    const { LoadBalancers } = await elb.createLoadBalancer({
      Name: 'front',
      Subnets,
      Scheme: 'internet-facing',
    });
    return LoadBalancers?.[0]?.LoadBalancerArn ?? '';
  },
  state: async ({ sdk }, ResourceArn) => told((await sdk('wafV2')).getWebACLForResource({ ResourceArn })),
};

const stage: Row = {
  ...behind,
  remedy: 'aws/apigateway/stage-web-acl',
  check: 'aws/apigateway/stage-waf',
  async seed(aws) {
    await firewalled(aws);
    const gateway = await aws.sdk('apiGateway');
    const { id: restApiId, rootResourceId: resourceId } = await gateway.createRestApi({ name: 'records' });
    const method = { restApiId, resourceId, httpMethod: 'GET' };
    await gateway.putMethod({ ...method, authorizationType: 'AWS_IAM' });
    await gateway.putIntegration({ ...method, type: 'MOCK' });
    await gateway.createDeployment({ restApiId, stageName: 'prod' });
    return `arn:aws:apigateway:${region}::/restapis/${restApiId}/stages/prod`;
  },
  async state({ sdk }, arn) {
    const [, , restApiId, , stageName] = arn.split(':').at(-1)?.split('/') ?? [];
    return told((await sdk('apiGateway')).getStage({ restApiId, stageName }));
  },
};

/** Who is called, and what stands before doors. */
export const guards: Chapter = {
  title: 'remedies of web firewalls and of the security contact, on moto',
  remedies: {
    'aws/account/security-contact': contact,
    'aws/elbv2/web-acl': { webAcl },
    'aws/apigateway/stage-web-acl': { webAcl },
  },
  behind: [
    'elasticloadbalancing:SetWebACL',
    'elasticloadbalancing:CreateWebACLAssociation',
    'elasticloadbalancing:DeleteWebACLAssociation',
    'apigateway:SetWebACL',
  ],
  rows: [
    {
      remedy: 'aws/account/security-contact',
      check: 'aws/account/security-contact',
      seed: async () => `arn:aws:iam::${testAccountId}:root`,
      change: [`null → ${JSON.stringify(contact)}`],
      calls: ['PutAlternateContact'],
      undo: ['DeleteAlternateContact'],
      state: async ({ sdk }) => told((await sdk('account')).getAlternateContact({ AlternateContactType })),
      meddle: async ({ sdk }) =>
        (await sdk('account')).putAlternateContact({ ...another, AlternateContactType }),
    },
    loadBalancer,
    stage,
  ],
};
