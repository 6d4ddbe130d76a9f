import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** IAM's name of the action by which the ranges of a prefix list are told, the customer's lists and AWS's own. */
export const prefixListPermissions = ['ec2:GetManagedPrefixListEntries'] as const;

/** The ranges of a prefix list: whoever is named by a list may be anybody. Asked once per list. */
export const prefixListRanges = (reader: AwsReader, region: string, id: string): Promise<readonly string[]> =>
  reader.remember(`ec2:GetManagedPrefixListEntries:${region}:${id}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateGetManagedPrefixListEntries({ PrefixListId: id, MaxResults: 100 });
    const ranges: string[] = [];
    for await (const { Cidr } of itemsOf(pages, (page) => page.Entries, 'GetManagedPrefixListEntries'))
      ranges.push(present(Cidr, 'Cidr'));
    return ranges;
  });
