import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, fromListing, itemsOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { association } from '../wafv2/association.ts';
import { webAcls } from '../wafv2/refusals.ts';
import { accessLog, attributes, deletionProtection, dropInvalidHeaders } from './attributes.ts';
import { listeners, plainHttpActions } from './listeners.ts';
import { plainHttpDefaults } from './plain-http-defaults.ts';

export interface LoadBalancer extends Subject {
  /** `application`, `network` or `gateway`. */
  readonly type: string;
  readonly internetFacing: boolean;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<LoadBalancer> {
  const pages = (await reader.service('elbV2', region)).paginateDescribeLoadBalancers({ PageSize: 400 });
  for await (const told of itemsOf(pages, (page) => page.LoadBalancers, 'DescribeLoadBalancers')) {
    const type = present(told.Type, 'the type of the load balancer');
    yield {
      id: present(told.LoadBalancerArn, 'LoadBalancerArn'),
      region,
      name: present(told.LoadBalancerName, 'LoadBalancerName'),
      type,
      // A gateway load balancer has no scheme: it is never reached from outside.
      internetFacing: type !== 'gateway' && present(told.Scheme, 'Scheme') === 'internet-facing',
    };
  }
}

/** The web firewall before it by its ARN; `null`: none. WAF tells of one only to who may read the web ACL, and ask the load balancer. */
const webAcl = settable(
  fromCall(
    ['wafv2:GetWebACLForResource', 'wafv2:GetWebACL', 'elasticloadbalancing:GetLoadBalancerWebACL'],
    async (reader, lb: LoadBalancer): Promise<string | null> => {
      if (lb.type !== 'application' || !lb.internetFacing) return null;
      const waf = await reader.service('wafV2', lb.region);
      const { WebACL } = await waf.getWebACLForResource({ ResourceArn: lb.id });
      return WebACL ? present(WebACL.ARN, 'the ARN of the web ACL') : null;
    },
  ),
  association(
    'elasticloadbalancing:SetWebACL',
    // WAF's guide names these two besides the older one.
    'elasticloadbalancing:CreateWebACLAssociation',
    'elasticloadbalancing:DeleteWebACLAssociation',
  ),
);

export const loadBalancer = {
  title: 'Load balancer',
  scope: 'regional',
  permissions: ['elasticloadbalancing:DescribeLoadBalancers'],
  pattern: ({ id, partition }, region) =>
    `arn:${partition}:elasticloadbalancing:${region}:${id}:loadbalancer/*`,
  list,
  facts: {
    type: fromListing((lb: LoadBalancer) => lb.type),
    internetFacing: fromListing((lb: LoadBalancer) => lb.internetFacing),
    attributes,
    accessLog,
    deletionProtection,
    dropInvalidHeaders,
    listeners,
    plainHttpActions,
    plainHttpDefaults,
    webAcl,
    webAcls,
  },
} as const satisfies ResourceKind<LoadBalancer>;
