import type { ModifyDBInstanceMessage } from '@aws-sdk/client-rds';
import type { Json } from '../../../domain/catalog.ts';
import { fromListing, present, settable } from '../collect.ts';
import { until } from '../until.ts';
import { type DbInstance, refuseOthers } from './instance-subject.ts';
import { exportChange, type LogExports } from './log-exports.ts';
import { inTheEnd, type Ordered, soFar } from './ordered.ts';

type Change = Omit<ModifyDBInstanceMessage, 'DBInstanceIdentifier'>;

const modified = <V extends Json>(
  pick: (db: DbInstance) => V,
  change: (value: V, db: DbInstance) => Change,
  implies: (value: V) => Readonly<Record<string, unknown>> = () => ({}),
) =>
  settable(fromListing(pick), {
    permissions: ['rds:ModifyDBInstance'],
    calls: () => ['ModifyDBInstance'],
    implies,
    async put(client, db, value) {
      const wanted = change(value, db);
      refuseOthers(db, wanted);
      const rds = await client.service('rds', db.region);
      await rds.modifyDBInstance({ DBInstanceIdentifier: db.name ?? db.id, ...wanted });
    },
  });

const now = <V>(pick: (db: DbInstance) => Ordered<V>, what: string) =>
  fromListing((db: DbInstance): V => soFar(pick(db), what));

// Made at once, whenever the maintenance window is; `ApplyImmediately` would make all that waits for the window, too.
const publicAddress = modified(
  (db) => present(db.publiclyAccessible, 'PubliclyAccessible'),
  (PubliclyAccessible) => ({ PubliclyAccessible }),
);
/** Takes a minute or more, in which RDS tells of the old one and not that another is on its way. */
export const publiclyAccessible = settable(publicAddress, {
  ...publicAddress.write,
  permissions: ['rds:ModifyDBInstance', 'rds:DescribeDBInstances'],
  async put(client, db, value) {
    await publicAddress.write.put(client, db, value);
    const rds = await client.service('rds', db.region);
    await until(client.signal, async () => {
      const { DBInstances = [] } = await rds.describeDBInstances({ DBInstanceIdentifier: db.name ?? db.id });
      return DBInstances[0]?.PubliclyAccessible === value;
    });
  },
});
export const deletionProtection = modified(
  (db) => db.deletionProtection,
  (DeletionProtection) => ({ DeletionProtection }),
);
export const autoMinorVersionUpgrade = modified(
  (db) => present(db.autoMinorVersionUpgrade, 'AutoMinorVersionUpgrade'),
  (AutoMinorVersionUpgrade) => ({ AutoMinorVersionUpgrade }),
);

export const logExports = now((db) => db.logTypes, 'the export of logs');
export const orderedLogExports = modified(
  ({ engine, logTypes }): LogExports => ({ engine, types: inTheEnd(logTypes, 'the export of logs') }),
  ({ types }, { logTypes }) => ({
    CloudwatchLogsExportConfiguration: exportChange(inTheEnd(logTypes, 'the export of logs'), types),
  }),
  ({ types }) => ({ logExports: types }),
);

// These wait for the maintenance window unless they are told not to.
export const backupRetentionDays = now((db) => db.backupRetentionDays, 'BackupRetentionPeriod');
export const orderedBackupRetentionDays = modified(
  (db) => inTheEnd(db.backupRetentionDays, 'BackupRetentionPeriod'),
  (BackupRetentionPeriod) => ({ BackupRetentionPeriod, ApplyImmediately: true }),
  (value) => ({ backupRetentionDays: value }),
);
export const multiAz = now((db) => db.multiAz, 'MultiAZ');
export const orderedMultiAz = modified(
  (db) => inTheEnd(db.multiAz, 'MultiAZ'),
  (MultiAZ) => ({ MultiAZ, ApplyImmediately: true }),
  (value) => ({ multiAz: value }),
);
export const iamAuthentication = now((db) => db.iamAuthentication, 'IAM authentication');
export const orderedIamAuthentication = modified(
  (db) => inTheEnd(db.iamAuthentication, 'IAM authentication'),
  (EnableIAMDatabaseAuthentication) => ({ EnableIAMDatabaseAuthentication, ApplyImmediately: true }),
  (value) => ({ iamAuthentication: value }),
);
