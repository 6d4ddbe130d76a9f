import { fromAccount, present } from '../collect.ts';
import type { DbCluster } from './cluster-subject.ts';
import { type TlsRule, tlsParameter, tlsRule, valueIn } from './tls.ts';

/** What the cluster's parameter group says of plain connections; `null`: no parameter of the engine does. */
export const tls = fromAccount(
  ['rds:DescribeDBClusterParameters'],
  async (reader, { engine, version, parameterGroup, region }: DbCluster): Promise<TlsRule | null> => {
    if (tlsParameter(engine) === null) return null;
    const { name: group, waitsForReboot } = present(parameterGroup, 'the parameter group');
    return tlsRule({ engine, version, group, waitsForReboot }, (parameter) =>
      reader.remember(`rds:DescribeDBClusterParameters:${region}:${group}`, async () => {
        const rds = await reader.service('rds', region);
        const asked = { DBClusterParameterGroupName: group, MaxRecords: 100 };
        return valueIn(
          rds.paginateDescribeDBClusterParameters(asked),
          parameter,
          'DescribeDBClusterParameters',
        );
      }),
    );
  },
);
