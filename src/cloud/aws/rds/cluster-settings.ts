import type { ModifyDBClusterMessage } from '@aws-sdk/client-rds';
import type { Json } from '../../../domain/catalog.ts';
import { fromListing, settable } from '../collect.ts';
import type { DbCluster } from './cluster-subject.ts';
import { refuseOthers } from './instance-subject.ts';
import { exportChange, type LogExports } from './log-exports.ts';

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

export const logExports = fromListing((cluster: DbCluster) => cluster.logTypes.now ?? []);
export const orderedLogExports = modified(
  ({ engine, logTypes }): LogExports => ({ engine, types: logTypes.ordered ?? [] }),
  ({ types }, { logTypes }) => ({
    CloudwatchLogsExportConfiguration: exportChange(logTypes.ordered ?? [], types),
  }),
  ({ types }) => ({ logExports: types }),
);

export const iamAuthentication = fromListing((cluster: DbCluster) => cluster.iamAuthentication.now ?? false);
export const orderedIamAuthentication = modified(
  (cluster) => cluster.iamAuthentication.ordered ?? false,
  (EnableIAMDatabaseAuthentication) => ({ EnableIAMDatabaseAuthentication, ApplyImmediately: true }),
  (value) => ({ iamAuthentication: value }),
);
