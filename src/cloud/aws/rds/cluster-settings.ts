import type { ModifyDBClusterMessage } from '@aws-sdk/client-rds';
import type { Json } from '../../../domain/catalog.ts';
import { fromListing, settable } from '../collect.ts';
import type { DbCluster } from './cluster-subject.ts';
import { refuseOthers } from './instance-subject.ts';
import { exportChange, type LogExports } from './log-exports.ts';
import { inTheEnd, soFar } from './ordered.ts';

type Change = Omit<ModifyDBClusterMessage, 'DBClusterIdentifier'>;

const modified = <V extends Json>(
  pick: (cluster: DbCluster) => V,
  change: (value: V, cluster: DbCluster) => Change,
  implies: (value: V) => Readonly<Record<string, unknown>> = () => ({}),
) =>
  settable(fromListing(pick), {
    permissions: ['rds:ModifyDBCluster'],
    calls: () => ['ModifyDBCluster'],
    implies,
    async put(client, cluster, value) {
      const wanted = change(value, cluster);
      refuseOthers(cluster, wanted);
      const rds = await client.service('rds', cluster.region);
      await rds.modifyDBCluster({ DBClusterIdentifier: cluster.name ?? cluster.id, ...wanted });
    },
  });

export const deletionProtection = modified(
  (cluster) => cluster.deletionProtection,
  (DeletionProtection) => ({ DeletionProtection }),
);

export const logExports = fromListing((cluster: DbCluster) => soFar(cluster.logTypes, 'the export of logs'));
export const orderedLogExports = modified(
  ({ engine, logTypes }): LogExports => ({ engine, types: inTheEnd(logTypes, 'the export of logs') }),
  ({ types }, { logTypes }) => ({
    CloudwatchLogsExportConfiguration: exportChange(inTheEnd(logTypes, 'the export of logs'), types),
  }),
  ({ types }) => ({ logExports: types }),
);

export const iamAuthentication = fromListing((cluster: DbCluster) =>
  soFar(cluster.iamAuthentication, 'IAM authentication'),
);
export const orderedIamAuthentication = modified(
  (cluster) => inTheEnd(cluster.iamAuthentication, 'IAM authentication'),
  (EnableIAMDatabaseAuthentication) => ({ EnableIAMDatabaseAuthentication, ApplyImmediately: true }),
  (value) => ({ iamAuthentication: value }),
);
