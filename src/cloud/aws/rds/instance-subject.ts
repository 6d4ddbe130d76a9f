import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { type StorageEncryption, storageEncryption } from './encryption.ts';
import { dbInstancesOf } from './listings.ts';
import { ordered } from './log-exports.ts';
import { later, type Ordered } from './ordered.ts';

/** One database server as its listing tells it; what it does not tell is null, and unknown to who asks for it. */
export interface DbInstance extends Subject {
  readonly engine: string;
  readonly version: string;
  /** The cluster that it belongs to, and that keeps its storage and backups; null: it stands alone. */
  readonly memberOf: string | null;
  /** What it copies; null: it is no read replica. */
  readonly replicaOf: string | null;
  readonly publiclyAccessible: boolean | null;
  readonly port: number | null;
  readonly securityGroups: readonly string[];
  readonly storage: StorageEncryption | null;
  readonly backupRetentionDays: Ordered<number>;
  readonly multiAz: Ordered<boolean>;
  readonly deletionProtection: boolean;
  readonly logTypes: Ordered<readonly string[]>;
  /** Seconds between two measurements of the operating system; 0: none. */
  readonly monitoringSeconds: number;
  readonly autoMinorVersionUpgrade: boolean | null;
  readonly iamAuthentication: Ordered<boolean>;
  readonly authority: string | null;
  readonly certificateUntil: string | null;
  readonly parameterGroup: { readonly name: string; readonly waitsForReboot: boolean } | null;
  /** The one in force: another may be on its way. */
  readonly optionGroup: string | null;
  /** Names of the changes that wait for the next maintenance window. */
  readonly pending: readonly string[];
}

export async function* listDbInstances(reader: AwsReader, region: string): AsyncIterable<DbInstance> {
  // One that is being deleted takes no change any more.
  for (const told of await dbInstancesOf(reader, region))
    if (told.DBInstanceStatus !== 'deleting') yield subjectOf(told, region);
}

/** Names alone, for among the values may be a new password. Log exports change at once and wait for nothing. */
export const pendingNames = ({
  PendingCloudwatchLogsExports: _,
  ...waiting
}: NonNullable<
  DBInstance['PendingModifiedValues'] | DBCluster['PendingModifiedValues']
>): readonly string[] =>
  Object.entries(waiting).flatMap(([name, value]) =>
    value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [name],
  );

/** RDS tells of it by another name than it is set by. */
const toldAs = (name: string): string =>
  name === 'EnableIAMDatabaseAuthentication' ? 'IAMDatabaseAuthenticationEnabled' : name;

/** `ApplyImmediately` makes all that waits for the maintenance window, too, which nobody agreed to. */
export function refuseOthers(
  { pending }: { readonly pending: readonly string[] },
  change: { readonly ApplyImmediately?: boolean | undefined },
): void {
  const own = Object.keys(change).map(toldAs);
  const others = pending.filter((name) => !own.includes(name));
  if (change.ApplyImmediately && others.length > 0)
    throw new CloudError(
      'unsupported',
      `${others.join(', ')} waits for the maintenance window and would be changed now, too`,
    );
}

const isInForce = (status = '') => /^(in-sync|removing|pending-(maintenance-)?removal)$/.test(status);

function subjectOf(told: DBInstance, region: string): DbInstance {
  const { PendingModifiedValues: pending = {}, DBInstanceStatus: status } = told;
  const [group] = told.DBParameterGroups ?? [];
  const types = told.EnabledCloudwatchLogsExports ?? [];
  return {
    id: present(told.DBInstanceArn, 'DBInstanceArn'),
    name: present(told.DBInstanceIdentifier, 'DBInstanceIdentifier'),
    region,
    tags: tagsFrom(told.TagList),
    engine: present(told.Engine, 'Engine'),
    version: told.EngineVersion ?? '',
    memberOf: told.DBClusterIdentifier ?? null,
    replicaOf:
      told.ReadReplicaSourceDBInstanceIdentifier ?? told.ReadReplicaSourceDBClusterIdentifier ?? null,
    publiclyAccessible: told.PubliclyAccessible ?? null,
    port: told.Endpoint?.Port || told.DbInstancePort || null,
    securityGroups: (told.VpcSecurityGroups ?? []).flatMap(
      ({ VpcSecurityGroupId }) => VpcSecurityGroupId ?? [],
    ),
    storage: storageEncryption({ encrypted: told.StorageEncrypted, type: told.StorageEncryptionType }),
    backupRetentionDays: later(told.BackupRetentionPeriod, pending.BackupRetentionPeriod, status),
    multiAz: later(told.MultiAZ, pending.MultiAZ, status),
    deletionProtection: told.DeletionProtection ?? false,
    logTypes: later(types, ordered(types, pending.PendingCloudwatchLogsExports), status),
    monitoringSeconds: told.MonitoringInterval ?? 0,
    autoMinorVersionUpgrade: told.AutoMinorVersionUpgrade ?? null,
    iamAuthentication: later(
      told.IAMDatabaseAuthenticationEnabled ?? false,
      pending.IAMDatabaseAuthenticationEnabled,
      status,
    ),
    authority: told.CertificateDetails?.CAIdentifier ?? told.CACertificateIdentifier ?? null,
    certificateUntil: told.CertificateDetails?.ValidTill?.toISOString() ?? null,
    parameterGroup: group?.DBParameterGroupName
      ? { name: group.DBParameterGroupName, waitsForReboot: group.ParameterApplyStatus === 'pending-reboot' }
      : null,
    optionGroup:
      told.OptionGroupMemberships?.find(({ Status }) => isInForce(Status))?.OptionGroupName ?? null,
    pending: pendingNames(pending),
  };
}
