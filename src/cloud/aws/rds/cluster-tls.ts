import { fromAccount, fromFacts, knownValue, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { DbCluster } from './cluster-subject.ts';
import { dbClusterPermissions, dbClustersOf } from './listings.ts';
import { parameterIn, type TlsRule, tlsParameter, tlsRule } from './tls.ts';
import { changeTo, impliesTls, sameTls, type TlsSetting, tlsSetting } from './tls-setting.ts';

const permissions = ['rds:DescribeDBClusterParameters'] as const;

/** The parameter of a group: many clusters may share one, and each is asked once. */
const parameterOf = (reader: AwsReader, region: string, group: string, parameter: string) =>
  reader.remember(`rds:DescribeDBClusterParameters:${region}:${group}`, async () => {
    const rds = await reader.service('rds', region);
    const asked = { DBClusterParameterGroupName: group, MaxRecords: 100 };
    return parameterIn(
      rds.paginateDescribeDBClusterParameters(asked),
      parameter,
      'DescribeDBClusterParameters',
    );
  });

/** What the cluster's parameter group says of plain connections; `null`: no parameter of the engine does. */
export const tls = fromAccount(
  permissions,
  async (reader, { engine, version, parameterGroup, region }: DbCluster): Promise<TlsRule | null> => {
    if (tlsParameter(engine) === null) return null;
    const { name: group, waitsForReboot } = present(parameterGroup, 'the parameter group');
    return tlsRule({ engine, version, group, waitsForReboot }, (parameter) =>
      parameterOf(reader, region, group, parameter),
    );
  },
);

const groupArn = ({ id, parameterGroup }: DbCluster) =>
  id.replace(/:cluster:[^:]*$/, `:cluster-pg:${parameterGroup?.name}`);

/** The parameter itself, as it can be set; `null`: its parameter group has none. */
export const tlsParameterSetting = settable(
  fromFacts(
    ['tls'],
    async (needs, { engine, region }: DbCluster, reader): Promise<TlsSetting | null> => {
      const rule = knownValue<TlsRule | null>(needs['tls']);
      const asked = tlsParameter(engine);
      if (rule === null || asked === null) return null;
      return tlsSetting(rule, await parameterOf(reader, region, rule.group, asked.name));
    },
    permissions,
  ),
  {
    implies: impliesTls,
    same: sameTls,
    permissions: ['rds:ModifyDBClusterParameterGroup', 'rds:ResetDBClusterParameterGroup'],
    calls: ({ after }) => [
      after?.value == null ? 'ResetDBClusterParameterGroup' : 'ModifyDBClusterParameterGroup',
    ],
    resources: (cluster) => [groupArn(cluster)],
    touches: (cluster) => [cluster.id, groupArn(cluster)],
    async put(client, { region }, setting) {
      const { group: DBClusterParameterGroupName, change } = changeTo(setting);
      const rds = await client.service('rds', region);
      const asked = { DBClusterParameterGroupName, Parameters: [change] };
      await (change.ParameterValue === undefined
        ? // All would be reset, were it not said.
          rds.resetDBClusterParameterGroup({ ...asked, ResetAllParameters: false })
        : rds.modifyDBClusterParameterGroup(asked));
    },
  },
);

/** Names of all clusters that the parameter group serves. */
export const parameterGroupServes = fromAccount(
  dbClusterPermissions,
  async (reader, { region, parameterGroup }: DbCluster): Promise<readonly string[]> => {
    const group = present(parameterGroup, 'the parameter group').name;
    return (await dbClustersOf(reader, region))
      .filter(({ DBClusterParameterGroup }) => DBClusterParameterGroup === group)
      .map(({ DBClusterIdentifier }) => present(DBClusterIdentifier, 'DBClusterIdentifier'))
      .sort();
  },
);
