import type { Subject, Writing } from '../../../domain/catalog.ts';
import type { AwsWriter } from '../writer.ts';

/** Puts a web ACL before a resource; both services ask whether the caller may: `theirs`. */
export const association = <S extends Subject>(
  ...theirs: readonly string[]
): Writing<S, string | null, AwsWriter> => ({
  permissions: ['wafv2:AssociateWebACL', 'wafv2:DisassociateWebACL', ...theirs],
  calls: ({ after }) => [after === null ? 'DisassociateWebACL' : 'AssociateWebACL'],
  resources: ({ id }, webAcl) => (webAcl ? [id, webAcl] : [id]),
  async put(client, { id: ResourceArn, region }, WebACLArn) {
    const waf = await client.service('wafV2', region);
    if (WebACLArn === null) await waf.disassociateWebACL({ ResourceArn });
    else await waf.associateWebACL({ ResourceArn, WebACLArn });
  },
});
