import type { Subject } from '../../../domain/catalog.ts';
import { fromListing, present } from '../collect.ts';
import type { StorageEncryption } from './encryption.ts';

/** A snapshot of an instance or of a cluster as its listing tells it. */
export interface DbSnapshot extends Subject {
  /** `automated`: RDS makes it and lets it go with the retention; `awsbackup`: AWS Backup does; `manual`: a person did. */
  readonly type: string;
  readonly storage: StorageEncryption | null;
  /** The database that it was taken of, by name and by the id that no other ever has. */
  readonly source: { readonly name: string; readonly resource: string | null };
}

/** Only what a person made can be shared, and with everyone only what no KMS key seals: nothing else is asked about. */
export const canBePublic = ({ type, storage }: DbSnapshot): boolean =>
  type === 'manual' && storage !== 'KMS key';

/** Whether that very database is still there, and not another by the same name. */
export const isStillThere = (
  { source }: DbSnapshot,
  databases: readonly { readonly name: string | undefined; readonly resource: string | undefined }[],
): boolean =>
  databases.some(
    ({ name, resource }) =>
      name === source.name && (source.resource === null || resource === source.resource),
  );

export const type = fromListing((snapshot: DbSnapshot) => snapshot.type);
export const storageEncryption = fromListing((snapshot: DbSnapshot) =>
  present(snapshot.storage, 'the encryption'),
);
