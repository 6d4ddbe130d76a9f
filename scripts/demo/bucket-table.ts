import {
  accountId,
  backupVendor,
  bucketArn,
  distributionArn,
  home,
  labPartner,
  organisation,
  portalDistribution,
  privateEndpoint,
  spare,
} from './clinic.ts';
import type { KeyName } from './keys.ts';

export interface Bucket {
  readonly region?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** The key of the default encryption; without one it is S3's own. */
  readonly key?: KeyName;
  readonly versions?: boolean;
  /** S3 allows it only where no lifecycle rule is set. */
  readonly mfaDelete?: boolean;
  readonly lockYears?: number;
  /** Flags of the bucket's own block; `all` unless told otherwise. */
  readonly block?: 'all' | 'none' | readonly BlockFlag[];
  /** ACLs are switched off unless told otherwise; `null` is a bucket of before 2018 that never heard of it. */
  readonly ownership?: 'ObjectWriter' | 'BucketOwnerPreferred' | null;
  readonly acl?: { readonly to: 'AllUsers' | 'AuthenticatedUsers'; readonly permission: 'READ' | 'WRITE' };
  /** Statements of the policy, besides the one that refuses plain HTTP. */
  readonly statements?: readonly object[];
  readonly plainHttp?: boolean;
  readonly logsTo?: string | null;
  readonly events?: boolean;
  readonly oldVersionsDays?: number;
  readonly expiresDays?: number;
  readonly copiesTo?: { readonly bucket: string; readonly account?: string };
  readonly website?: 'pages' | { readonly redirectsTo: string };
  /** Objects to sample the ACLs of: so many, and so many of them public. Their keys say nothing. */
  readonly objects?: { readonly all: number; readonly public: number };
}
export type BlockFlag =
  | 'BlockPublicAcls'
  | 'IgnorePublicAcls'
  | 'BlockPublicPolicy'
  | 'RestrictPublicBuckets';

const phi = (team: string) => ({ DataClassification: 'PHI', Environment: 'production', Team: team });
const internal = (team: string) => ({
  DataClassification: 'Internal',
  Environment: 'production',
  Team: team,
});

const reads = (name: string, more: object) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: bucketArn(`${name}/*`),
  ...more,
});

const receivesLogs = (name: string) => ({
  Sid: 'AccessLogs',
  Effect: 'Allow',
  Principal: { Service: 'logging.s3.amazonaws.com' },
  Action: 's3:PutObject',
  Resource: bucketArn(`${name}/*`),
  Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
});

/** What a careful bucket of the clinic has. */
const careful = { key: 'phi', versions: true, events: true } as const;

export const buckets: Readonly<Record<string, Bucket>> = {
  // Sound in every respect.
  'lakeside-patient-records': {
    ...careful,
    tags: phi('clinical-systems'),
    mfaDelete: true,
    lockYears: 7,
    copiesTo: { bucket: 'lakeside-patient-records-west' },
  },
  'lakeside-patient-records-west': {
    ...careful,
    region: spare,
    key: 'phiSpare',
    tags: phi('clinical-systems'),
    mfaDelete: true,
    lockYears: 7,
    logsTo: 'lakeside-access-logs-west',
  },
  'lakeside-audit-logs': {
    key: 'auditLogs',
    tags: internal('it-operations'),
    versions: true,
    events: true,
    mfaDelete: true,
    lockYears: 7,
    statements: [
      {
        Sid: 'CloudTrailWrites',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: bucketArn(`lakeside-audit-logs/AWSLogs/${accountId}/*`),
        Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
      },
    ],
  },
  'lakeside-imaging-archive': {
    ...careful,
    tags: phi('imaging'),
    oldVersionsDays: 400,
    copiesTo: { bucket: 'lakeside-imaging-archive-west' },
  },
  'lakeside-imaging-archive-west': {
    ...careful,
    region: spare,
    key: 'phiSpare',
    tags: phi('imaging'),
    oldVersionsDays: 400,
    logsTo: 'lakeside-access-logs-west',
  },

  // Open to strangers.
  'lakeside-lab-results': {
    tags: phi('laboratory'),
    versions: true,
    block: 'none',
    plainHttp: true,
    logsTo: null,
    statements: [reads('lakeside-lab-results', { Sid: 'ShareWithLab', Principal: '*' })],
  },
  'lakeside-intake-uploads': {
    tags: { Team: 'front-desk' },
    block: 'none',
    ownership: 'ObjectWriter',
    acl: { to: 'AllUsers', permission: 'WRITE' },
    plainHttp: true,
    logsTo: null,
    objects: { all: 4, public: 1 },
  },
  'lakeside-website': {
    tags: { DataClassification: 'Public', Environment: 'production', Team: 'communications' },
    versions: true,
    block: 'none',
    plainHttp: true,
    website: 'pages',
    statements: [reads('lakeside-website', { Sid: 'PublicPages', Principal: '*' })],
  },

  // Look open and are not.
  'lakeside-telehealth-recordings': {
    ...careful,
    tags: phi('telehealth'),
    block: ['BlockPublicAcls', 'IgnorePublicAcls', 'RestrictPublicBuckets'],
    oldVersionsDays: 90,
    statements: [reads('lakeside-telehealth-recordings', { Sid: 'OldVideoPlayer', Principal: '*' })],
  },
  'lakeside-billing-exports': {
    ...careful,
    tags: phi('billing'),
    block: 'none',
    oldVersionsDays: 365,
    statements: [
      reads('lakeside-billing-exports', {
        Sid: 'OnlyOverOurEndpoint',
        Principal: '*',
        Condition: { StringEquals: { 'aws:SourceVpce': privateEndpoint } },
      }),
    ],
  },
  'lakeside-research-share': {
    ...careful,
    oldVersionsDays: 180,
    tags: { DataClassification: 'De-identified', Environment: 'production', Team: 'research' },
    block: 'none',
    statements: [
      reads('lakeside-research-share', {
        Sid: 'OnlyOurOrganisation',
        Principal: '*',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': organisation } },
      }),
    ],
  },
  'lakeside-training-videos': {
    tags: internal('human-resources'),
    block: ['IgnorePublicAcls'],
    ownership: null,
    acl: { to: 'AllUsers', permission: 'READ' },
    plainHttp: true,
    logsTo: null,
  },

  // Shared with somebody in particular.
  'lakeside-partner-exchange': {
    ...careful,
    tags: phi('laboratory'),
    oldVersionsDays: 90,
    statements: [
      reads('lakeside-partner-exchange', {
        Sid: 'LabPartnerReads',
        Principal: { AWS: `arn:aws:iam::${labPartner}:role/results-reader` },
      }),
    ],
  },
  'lakeside-database-backups': {
    ...careful,
    tags: phi('clinical-systems'),
    key: 'backups',
    oldVersionsDays: 35,
    copiesTo: { bucket: 'lakeside-vault-copies', account: backupVendor },
  },
  'lakeside-portal-assets': {
    tags: { DataClassification: 'Public', Environment: 'production', Team: 'patient-portal' },
    versions: true,
    oldVersionsDays: 30,
    statements: [
      reads('lakeside-portal-assets', {
        Sid: 'OnlyOurDistribution',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': distributionArn(portalDistribution) } },
      }),
    ],
  },
  'lakeside-www-redirect': {
    tags: { DataClassification: 'Public', Team: 'communications' },
    plainHttp: true,
    logsTo: null,
    website: { redirectsTo: 'www.lakeside-clinic.example' },
  },

  // Tags that contradict themselves, or say nothing.
  'lakeside-claims-staging': {
    tags: { DataClassification: 'PHI', Environment: 'dev', Team: 'billing' },
    versions: true,
    plainHttp: true,
    logsTo: null,
  },
  'lakeside-scratch': { logsTo: null },

  // Not to be read in full.
  'lakeside-pharmacy-feed': { ...careful, tags: phi('pharmacy'), oldVersionsDays: 90 },
  'lakeside-fax-inbox': {
    tags: phi('front-desk'),
    block: 'none',
    ownership: 'BucketOwnerPreferred',
    logsTo: null,
  },

  // Where logs go.
  'lakeside-access-logs': {
    tags: internal('it-operations'),
    versions: true,
    oldVersionsDays: 30,
    logsTo: null,
    statements: [receivesLogs('lakeside-access-logs')],
  },
  'lakeside-access-logs-west': {
    region: spare,
    tags: internal('it-operations'),
    versions: true,
    oldVersionsDays: 30,
    logsTo: null,
    statements: [receivesLogs('lakeside-access-logs-west')],
  },
  'lakeside-trail-archive': {
    tags: internal('it-operations'),
    plainHttp: true,
    logsTo: null,
    expiresDays: 365,
  },
};

export const regionOf = (name: string): string => buckets[name]?.region ?? home;
