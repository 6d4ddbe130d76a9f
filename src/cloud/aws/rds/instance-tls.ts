import { fromAccount, fromFacts, knownValue, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { DbInstance } from './instance-subject.ts';
import { dbInstancePermissions, dbInstancesOf } from './listings.ts';
import { oracleTls } from './oracle-tls.ts';
import { parameterIn, type TlsRule, tlsParameter, tlsRule } from './tls.ts';
import { changeTo, impliesTls, sameTls, type TlsSetting, tlsSetting } from './tls-setting.ts';

const permissions = ['rds:DescribeDBParameters'] as const;

/** The parameter of a group: many databases may share one, and each is asked once. */
const parameterOf = (reader: AwsReader, region: string, group: string, parameter: string) =>
  reader.remember(`rds:DescribeDBParameters:${region}:${group}`, async () => {
    const rds = await reader.service('rds', region);
    const pages = rds.paginateDescribeDBParameters({ DBParameterGroupName: group, MaxRecords: 100 });
    return parameterIn(pages, parameter, 'DescribeDBParameters');
  });

/** What its groups say of plain connections; `null`: the cluster's group says it, or nothing does. */
export const tls = fromAccount(
  [...permissions, 'rds:DescribeOptionGroups'],
  async (reader, db: DbInstance): Promise<TlsRule | null> => {
    const { engine, version, memberOf, parameterGroup, region } = db;
    if (memberOf !== null) return null;
    if (engine.startsWith('oracle-')) return oracleTls(reader, db);
    if (tlsParameter(engine) === null || engine.startsWith('custom-')) return null;
    const { name: group, waitsForReboot } = present(parameterGroup, 'the parameter group');
    return tlsRule({ engine, version, group, waitsForReboot }, (parameter) =>
      parameterOf(reader, region, group, parameter),
    );
  },
);

const groupArn = ({ id, parameterGroup }: DbInstance) =>
  id.replace(/:db:[^:]*$/, `:pg:${parameterGroup?.name}`);

/** The parameter itself, as it can be set; `null`: its parameter group has none. */
export const tlsParameterSetting = settable(
  fromFacts(
    ['tls'],
    async (needs, { engine, region }: DbInstance, reader): Promise<TlsSetting | null> => {
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
    permissions: ['rds:ModifyDBParameterGroup', 'rds:ResetDBParameterGroup'],
    calls: ({ after }) => [after?.value == null ? 'ResetDBParameterGroup' : 'ModifyDBParameterGroup'],
    resources: (db) => [groupArn(db)],
    touches: (db) => [db.id, groupArn(db)],
    async put(client, { region }, setting) {
      const { group: DBParameterGroupName, change } = changeTo(setting);
      const rds = await client.service('rds', region);
      const asked = { DBParameterGroupName, Parameters: [change] };
      await (change.ParameterValue === undefined
        ? // All would be reset, were it not said.
          rds.resetDBParameterGroup({ ...asked, ResetAllParameters: false })
        : rds.modifyDBParameterGroup(asked));
    },
  },
);

/** Names of all databases that the parameter group serves. */
export const parameterGroupServes = fromAccount(
  dbInstancePermissions,
  async (reader, { region, parameterGroup }: DbInstance): Promise<readonly string[]> => {
    const group = present(parameterGroup, 'the parameter group').name;
    const all = await dbInstancesOf(reader, region);
    return all
      .filter(({ DBParameterGroups = [] }) =>
        DBParameterGroups.some(({ DBParameterGroupName }) => DBParameterGroupName === group),
      )
      .map(({ DBInstanceIdentifier }) => present(DBInstanceIdentifier, 'DBInstanceIdentifier'))
      .sort();
  },
);
