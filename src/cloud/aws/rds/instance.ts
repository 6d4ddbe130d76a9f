import type { ResourceKind } from '../../../domain/catalog.ts';
import { backupByTag, lastBackupAt, protection } from '../backup/by-tag.ts';
import { fromListing, present } from '../collect.ts';
import { certificate } from './certificate.ts';
import * as settings from './instance-settings.ts';
import { type DbInstance, listDbInstances } from './instance-subject.ts';
import { parameterGroupServes, tls, tlsParameterSetting } from './instance-tls.ts';
import { dbInstancePermissions } from './listings.ts';
import { publicReach } from './public-reach.ts';

export const instance = {
  title: 'RDS instance',
  scope: 'regional',
  permissions: dbInstancePermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:rds:${region}:${id}:db:*`,
  list: listDbInstances,
  facts: {
    engine: fromListing((db: DbInstance) => db.engine),
    memberOf: fromListing((db: DbInstance) => db.memberOf),
    replicaOf: fromListing((db: DbInstance) => db.replicaOf),
    storageEncryption: fromListing((db: DbInstance) => present(db.storage, 'StorageEncrypted')),
    monitoringSeconds: fromListing((db: DbInstance) => db.monitoringSeconds),
    ...settings,
    publicReach,
    ...backupByTag(['rds:AddTagsToResource', 'rds:RemoveTagsFromResource']),
    lastBackupAt,
    protection,
    certificate,
    tls,
    tlsParameterSetting,
    parameterGroupServes,
  },
} as const satisfies ResourceKind<DbInstance>;
