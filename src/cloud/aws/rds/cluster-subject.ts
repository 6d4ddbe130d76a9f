import type { DBCluster } from '@aws-sdk/client-rds';
import type { Subject } from '../../../domain/catalog.ts';
import { listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { type StorageEncryption, storageEncryption } from './encryption.ts';
import { pendingNames } from './instance-subject.ts';
import { dbClustersOf } from './listings.ts';
import { ordered } from './log-exports.ts';
import { later, type Ordered } from './ordered.ts';

/** One cluster as its listing tells it; what it does not tell is null, and unknown to who asks for it. */
export interface DbCluster extends Subject {
  readonly engine: string;
  readonly version: string;
  readonly storage: StorageEncryption | null;
  /** How many servers run it; 0: none does. */
  readonly members: number;
  /** Aurora runs it on servers of its own choice. */
  readonly serverless: boolean;
  readonly multiAz: boolean | null;
  readonly deletionProtection: boolean;
  readonly logTypes: Ordered<readonly string[]>;
  readonly iamAuthentication: Ordered<boolean>;
  readonly parameterGroup: { readonly name: string; readonly waitsForReboot: boolean } | null;
  /** Names of the changes that wait for the next maintenance window. */
  readonly pending: readonly string[];
}

const apart = ['docdb', 'neptune'] as const;

/** Of DocumentDB and of Neptune, or with `null` of RDS itself. */
export async function* listDbClusters(
  reader: AwsReader,
  region: string,
  of: (typeof apart)[number] | null,
): AsyncIterable<DbCluster> {
  for (const told of await dbClustersOf(reader, region)) {
    if (told.Status === 'deleting') continue;
    const engine = present(told.Engine, 'Engine');
    if ((apart.find((name) => name === engine) ?? null) === of) yield subjectOf(told, region);
  }
}

function subjectOf(told: DBCluster, region: string): DbCluster {
  const { PendingModifiedValues: pending = {}, Status: status } = told;
  const members = listOf(told.DBClusterMembers, 'DescribeDBClusters');
  const types = told.EnabledCloudwatchLogsExports ?? [];
  return {
    id: present(told.DBClusterArn, 'DBClusterArn'),
    name: present(told.DBClusterIdentifier, 'DBClusterIdentifier'),
    region,
    tags: tagsFrom(told.TagList),
    engine: present(told.Engine, 'Engine'),
    version: told.EngineVersion ?? '',
    storage: storageEncryption({ encrypted: told.StorageEncrypted, type: told.StorageEncryptionType }),
    members: members.length,
    serverless: told.EngineMode === 'serverless',
    multiAz: told.MultiAZ ?? null,
    deletionProtection: told.DeletionProtection ?? false,
    logTypes: later(types, ordered(types, pending.PendingCloudwatchLogsExports), status),
    iamAuthentication: later(
      told.IAMDatabaseAuthenticationEnabled ?? false,
      pending.IAMDatabaseAuthenticationEnabled,
      status,
    ),
    parameterGroup: told.DBClusterParameterGroup
      ? {
          name: told.DBClusterParameterGroup,
          waitsForReboot: members.some((m) => m.DBClusterParameterGroupStatus === 'pending-reboot'),
        }
      : null,
    pending: pendingNames(pending),
  };
}
