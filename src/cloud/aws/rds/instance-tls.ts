import { fromAccount, present } from '../collect.ts';
import type { DbInstance } from './instance-subject.ts';
import { type TlsRule, tlsParameter, tlsRule, valueIn } from './tls.ts';

/** What the parameter group says of plain connections; `null`: the cluster's group says it, or no parameter does. */
export const tls = fromAccount(
  ['rds:DescribeDBParameters'],
  async (
    reader,
    { engine, version, memberOf, parameterGroup, region }: DbInstance,
  ): Promise<TlsRule | null> => {
    if (memberOf !== null || tlsParameter(engine) === null || engine.startsWith('custom-')) return null;
    const { name: group, waitsForReboot } = present(parameterGroup, 'the parameter group');
    return tlsRule({ engine, version, group, waitsForReboot }, (parameter) =>
      reader.remember(`rds:DescribeDBParameters:${region}:${group}`, async () => {
        const rds = await reader.service('rds', region);
        const pages = rds.paginateDescribeDBParameters({ DBParameterGroupName: group, MaxRecords: 100 });
        return valueIn(pages, parameter, 'DescribeDBParameters');
      }),
    );
  },
);
