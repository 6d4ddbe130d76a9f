import type { ResourceKind } from '../../../domain/catalog.ts';
import { type Protection, protectionOf, protectionPermissions } from '../backup/protection.ts';
import { fromAccount, fromListing, present } from '../collect.ts';
import { certificate } from './certificate.ts';
import * as settings from './instance-settings.ts';
import { type DbInstance, listDbInstances } from './instance-subject.ts';
import { tls } from './instance-tls.ts';
import { dbInstancePermissions } from './listings.ts';
import { publicReach } from './public-reach.ts';

/** What AWS Backup does for it. */
const protection = fromAccount(
  protectionPermissions,
  (reader, { id, region }: DbInstance): Promise<Protection> => protectionOf(reader, id, region),
);

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
    protection,
    certificate,
    tls,
  },
} as const satisfies ResourceKind<DbInstance>;
