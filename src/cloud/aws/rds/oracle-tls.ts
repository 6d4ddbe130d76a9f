import type { Option } from '@aws-sdk/client-rds';
import { CloudError } from '../../../domain/errors.ts';
import { everyOf, itemsOf, listOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { DbInstance } from './instance-subject.ts';
import type { TlsRule } from './tls.ts';

const parameter = 'SQLNET.ENCRYPTION_SERVER';

/** The options of a group: many databases may share one, and each is asked once. */
const optionsOf = (reader: AwsReader, region: string, group: string): Promise<readonly Option[]> =>
  reader.remember(`rds:DescribeOptionGroups:${region}:${group}`, async () => {
    const rds = await reader.service('rds', region);
    const pages = rds.paginateDescribeOptionGroups({ OptionGroupName: group });
    const groups = itemsOf(pages, (page) => page.OptionGroupsList, 'DescribeOptionGroups');
    return (await everyOf(groups)).flatMap(({ Options }) => listOf(Options, 'DescribeOptionGroups'));
  });

/** Oracle is told by an option of its group, and by no parameter, to refuse plain connections. */
export async function oracleTls(reader: AwsReader, { optionGroup, region }: DbInstance): Promise<TlsRule> {
  if (optionGroup === null)
    throw new CloudError('failed', 'which option group is in force is missing from the answer');
  const options = await optionsOf(reader, region, optionGroup);
  const native = options.find(({ OptionName }) => OptionName === 'NATIVE_NETWORK_ENCRYPTION');
  if (!native && options.some(({ OptionName }) => OptionName === 'SSL'))
    throw new CloudError(
      'unsupported',
      'Oracle takes TLS on a port of its own, and who reaches the plain one beside it is not looked at',
    );
  const setting = native?.OptionSettings?.find(({ Name }) => Name === parameter);
  const value = setting?.Value ?? setting?.DefaultValue ?? null;
  return {
    group: optionGroup,
    parameter,
    value,
    refusesPlain: value?.toUpperCase() === 'REQUIRED',
    waitsForReboot: false,
  };
}
