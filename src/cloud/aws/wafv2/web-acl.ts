import type { ListWebACLsCommandOutput, LogScope, Scope } from '@aws-sdk/client-wafv2';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, listOf, orNone, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { logging } from './logging.ts';

/** Where WAF keeps what guards CloudFront; other partitions have no such place. */
const home = 'us-east-1';

/** Who set the log up. WAF tells of the account's own alone unless it is asked for another's. */
const keepers: readonly LogScope[] = ['CUSTOMER', 'SECURITY_LAKE', 'CLOUDWATCH_TELEMETRY_RULE_MANAGED'];

export async function* webAclsWithin(
  reader: AwsReader,
  region: string,
  Scope: Scope,
): AsyncIterable<Subject & { readonly name: string }> {
  const waf = await reader.service('wafV2', region);
  let NextMarker: string | undefined;
  do {
    const page: ListWebACLsCommandOutput = await waf.listWebACLs({
      Scope,
      Limit: 100,
      ...(NextMarker && { NextMarker }),
    });
    const acls = listOf(page.WebACLs, 'ListWebACLs');
    for (const { ARN, Name } of acls)
      yield { id: present(ARN, 'the web ACL ARN'), region, name: present(Name, 'the web ACL name') };
    // WAF may give a marker after the last page too.
    NextMarker = acls.length === 0 ? undefined : page.NextMarker;
  } while (NextMarker);
}

/** Those of the region; and once in a scan those that guard CloudFront. */
async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  yield* webAclsWithin(reader, region, 'REGIONAL');
  const listedIn = reader.regions.includes(home) ? home : reader.regions[0];
  if (region === listedIn && reader.identity.partition === 'aws')
    yield* webAclsWithin(reader, home, 'CLOUDFRONT');
}

export const webAcl = {
  title: 'WAF web ACL',
  scope: 'regional',
  permissions: ['wafv2:ListWebACLs'],
  pattern: ({ id, partition }, region) => `arn:${partition}:wafv2:${region}:${id}:*/webacl/*`,
  list,
  facts: {
    /** ARNs of where it logs to; empty: nowhere. */
    logsTo: fromCall(
      ['wafv2:GetLoggingConfiguration'],
      async (reader, { id, region }: Subject): Promise<readonly string[]> => {
        const waf = await reader.service('wafV2', region);
        for (const LogScope of keepers) {
          const told = await orNone(
            waf.getLoggingConfiguration({ ResourceArn: id, LogScope }),
            'WAFNonexistentItemException',
          );
          if (told === null) continue;
          const { LogDestinationConfigs } = present(told.LoggingConfiguration, 'LoggingConfiguration');
          return listOf(LogDestinationConfigs, 'GetLoggingConfiguration');
        }
        return [];
      },
    ),
    logging,
  },
} as const satisfies ResourceKind<Subject>;
