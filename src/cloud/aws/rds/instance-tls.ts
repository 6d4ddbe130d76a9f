import { fromAccount, present } from '../collect.ts';
import type { DbInstance } from './instance-subject.ts';
import { oracleTls } from './oracle-tls.ts';
import { type TlsRule, tlsParameter, tlsRule, valueIn } from './tls.ts';

/** What its groups say of plain connections; `null`: the cluster's group says it, or nothing does. */
export const tls = fromAccount(
  ['rds:DescribeDBParameters', 'rds:DescribeOptionGroups'],
  async (reader, db: DbInstance): Promise<TlsRule | null> => {
    const { engine, version, memberOf, parameterGroup, region } = db;
    if (memberOf !== null) return null;
    if (engine.startsWith('oracle-')) return oracleTls(reader, db);
    if (tlsParameter(engine) === null || engine.startsWith('custom-')) return null;
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
