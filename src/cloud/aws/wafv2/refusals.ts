import type { Rule, WebACL } from '@aws-sdk/client-wafv2';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, listOf, present } from '../collect.ts';
import { webAclsWithin } from './web-acl.ts';

/** How a web ACL treats requests. */
export interface Refusals {
  readonly rules: number;
  /** Rules that may refuse a request or ask its sender to prove something; the others count or allow. */
  readonly refusing: number;
  /** What no rule is about is refused. */
  readonly byDefault: boolean;
}

/** A group of rules goes by its rules' own actions, unless it only counts. */
const refuses = ({ Action, OverrideAction }: Pick<Rule, 'Action' | 'OverrideAction'>): boolean =>
  OverrideAction === undefined ? !(Action?.Count || Action?.Allow) : OverrideAction.Count === undefined;

function refusalsOf(acl: WebACL): Refusals {
  const rules = [
    ...listOf(acl.Rules, 'GetWebACL'),
    ...(acl.PreProcessFirewallManagerRuleGroups ?? []),
    ...(acl.PostProcessFirewallManagerRuleGroups ?? []),
  ];
  return {
    rules: rules.length,
    refusing: rules.filter(refuses).length,
    byDefault: present(acl.DefaultAction, 'DefaultAction').Block !== undefined,
  };
}

/** Of each web ACL of the region, by its ARN. */
export const webAcls = fromAccount(
  ['wafv2:ListWebACLs', 'wafv2:GetWebACL'],
  (reader, { region }: Subject): Promise<Readonly<Record<string, Refusals>>> =>
    reader.remember(`wafv2:GetWebACL:${region}`, async () => {
      const waf = await reader.service('wafV2', region);
      const found: Record<string, Refusals> = {};
      for await (const { id, name: Name } of webAclsWithin(reader, region, 'REGIONAL')) {
        const Id = present(id.split('/').at(-1), 'the id of the web ACL');
        const { WebACL } = await waf.getWebACL({ Scope: 'REGIONAL', Name, Id });
        found[id] = refusalsOf(present(WebACL, 'the web ACL'));
      }
      return found;
    }),
);
