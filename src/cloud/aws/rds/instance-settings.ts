import type { ModifyDBInstanceMessage } from '@aws-sdk/client-rds';
import type { Json } from '../../../domain/catalog.ts';
import { fromListing, present, settable } from '../collect.ts';
import { type DbInstance, type Ordered, refuseOthers } from './instance-subject.ts';
import { exportChange, type LogExports } from './log-exports.ts';

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

const now = <V>(pick: (db: DbInstance) => Ordered<V>) =>
  fromListing((db: DbInstance): V => present(pick(db).now, 'the setting'));

/** Made at once, whenever the maintenance window is; `ApplyImmediately` would make all that waits for the window, too. */
export const publiclyAccessible = modified(
  (db) => present(db.publiclyAccessible, 'PubliclyAccessible'),
  (PubliclyAccessible) => ({ PubliclyAccessible }),
);
export const deletionProtection = modified(
  (db) => db.deletionProtection,
  (DeletionProtection) => ({ DeletionProtection }),
);
export const autoMinorVersionUpgrade = modified(
  (db) => present(db.autoMinorVersionUpgrade, 'AutoMinorVersionUpgrade'),
  (AutoMinorVersionUpgrade) => ({ AutoMinorVersionUpgrade }),
);

export const logExports = now((db) => db.logTypes);
export const orderedLogExports = modified(
  ({ engine, logTypes }): LogExports => ({ engine, types: logTypes.ordered ?? [] }),
  ({ types }, { logTypes }) => ({
    CloudwatchLogsExportConfiguration: exportChange(logTypes.ordered ?? [], types),
  }),
  ({ types }) => ({ logExports: types }),
);

// These wait for the maintenance window unless they are told not to.
export const backupRetentionDays = now((db) => db.backupRetentionDays);
export const orderedBackupRetentionDays = modified(
  (db) => present(db.backupRetentionDays.ordered, 'BackupRetentionPeriod'),
  (BackupRetentionPeriod) => ({ BackupRetentionPeriod, ApplyImmediately: true }),
  (value) => ({ backupRetentionDays: value }),
);
export const multiAz = now((db) => db.multiAz);
export const orderedMultiAz = modified(
  (db) => present(db.multiAz.ordered, 'MultiAZ'),
  (MultiAZ) => ({ MultiAZ, ApplyImmediately: true }),
  (value) => ({ multiAz: value }),
);
export const iamAuthentication = now((db) => db.iamAuthentication);
export const orderedIamAuthentication = modified(
  (db) => present(db.iamAuthentication.ordered, 'IAMDatabaseAuthenticationEnabled'),
  (EnableIAMDatabaseAuthentication) => ({ EnableIAMDatabaseAuthentication, ApplyImmediately: true }),
  (value) => ({ iamAuthentication: value }),
);
