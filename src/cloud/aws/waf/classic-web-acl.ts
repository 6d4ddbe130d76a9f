import type { ListWebACLsCommandOutput } from '@aws-sdk/client-waf';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, listOf, orNone, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** The listing tells an id, of which the ARN is made. */
async function* list(reader: AwsReader): AsyncIterable<Subject> {
  const waf = await reader.service('wafClassic', 'us-east-1');
  const { id: account, partition } = reader.identity;
  let NextMarker: string | undefined;
  do {
    const page: ListWebACLsCommandOutput = await waf.listWebACLs({
      Limit: 100,
      ...(NextMarker && { NextMarker }),
    });
    const acls = listOf(page.WebACLs, 'ListWebACLs');
    for (const { WebACLId, Name } of acls)
      yield {
        id: `arn:${partition}:waf::${account}:webacl/${present(WebACLId, 'the web ACL id')}`,
        region: 'global',
        name: present(Name, 'the web ACL name'),
      };
    NextMarker = acls.length === 0 ? undefined : page.NextMarker;
  } while (NextMarker);
}

/**
 * WAF Classic as it guards CloudFront. AWS has ended the service: where its endpoint answers no more, nothing is known of
 * it, and nothing is claimed.
 */
export const classicWebAcl = {
  title: 'WAF Classic web ACL',
  scope: 'global',
  permissions: ['waf:ListWebACLs'],
  pattern: ({ id, partition }) => `arn:${partition}:waf::${id}:webacl/*`,
  list,
  facts: {
    /** ARNs of where it logs to; empty: nowhere. */
    logsTo: fromCall(
      ['waf:GetLoggingConfiguration'],
      async (reader, { id }: Subject): Promise<readonly string[]> => {
        const waf = await reader.service('wafClassic', 'us-east-1');
        const told = await orNone(
          waf.getLoggingConfiguration({ ResourceArn: id }),
          'WAFNonexistentItemException',
        );
        if (told === null) return [];
        const { LogDestinationConfigs } = present(told.LoggingConfiguration, 'LoggingConfiguration');
        return listOf(LogDestinationConfigs, 'GetLoggingConfiguration');
      },
    ),
  },
} as const satisfies ResourceKind<Subject>;
