/** What bucket number i is, so that a benchmark knows the verdicts before it runs. */
export interface BucketTraits {
  name: string;
  createdAt: string;
  publicPolicy: boolean;
  publicAcl: boolean;
  hasPolicy: boolean;
  blockPublicAccess: 'all' | 'partly' | 'absent';
  ownership: 'BucketOwnerEnforced' | 'ObjectWriter' | 'absent';
  encryption: 'aws:kms' | 'AES256' | 'absent';
  versioning: 'Enabled' | 'Suspended' | 'never';
  logging: boolean;
  tags: Readonly<Record<string, string>> | 'absent';
  website: boolean;
  replication: boolean;
  lifecycle: boolean;
  objectLock: boolean;
  inventory: boolean;
  cors: boolean;
}

const prefix = 'bucket-';
const firstDay = Date.UTC(2024, 0, 1);

export const bucketName = (i: number): string => `${prefix}${String(i).padStart(6, '0')}`;

export function bucketIndex(name: string): number {
  const digits = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return /^\d{6}$/.test(digits) ? Number(digits) : -1;
}

export function bucketTraits(i: number): BucketTraits {
  const publicPolicy = i % 10 === 3;
  const publicAcl = i % 10 === 7;
  const versioning = i % 3 === 0 ? 'Enabled' : i % 3 === 1 ? 'Suspended' : 'never';
  return {
    name: bucketName(i),
    createdAt: new Date(firstDay + i * 60_000).toISOString(),
    publicPolicy,
    publicAcl,
    hasPolicy: publicPolicy || i % 2 === 0,
    blockPublicAccess: publicPolicy || publicAcl ? 'absent' : i % 10 === 5 ? 'partly' : 'all',
    ownership: publicAcl ? 'ObjectWriter' : i % 20 === 11 ? 'absent' : 'BucketOwnerEnforced',
    encryption: i % 25 === 24 ? 'absent' : i % 2 === 0 ? 'aws:kms' : 'AES256',
    versioning,
    logging: i % 4 === 0,
    tags: i % 5 === 0 ? 'absent' : { 'data-class': i % 2 === 0 ? 'phi' : 'internal', owner: `team-${i % 7}` },
    website: i % 50 === 7,
    replication: i % 6 === 0,
    lifecycle: i % 3 === 0,
    objectLock: i % 12 === 0,
    inventory: i % 30 === 0,
    cors: i % 16 === 1,
  };
}
