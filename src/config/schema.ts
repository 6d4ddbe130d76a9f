import { z } from 'zod';
import { topics } from '../domain/attestation.ts';
import { remediation } from './remediation.ts';
import {
  accountId,
  channelId,
  checkFolder,
  checkId,
  cron,
  day,
  entraId,
  environment,
  hostName,
  organizationalUnit,
  region,
  roleArn,
  roleName,
  severity,
  slackId,
  timeOfDay,
  timezone,
} from './words.ts';

/** The configuration's shape, its defaults and its own documentation: docs/configuration.md is written from it. */

const regions = z.union([z.literal('all'), z.array(region).nonempty()], {
  error: 'must be `all`, or a list of regions',
});

const account = z.strictObject({
  name: z.string().min(1).describe('What people call it: production'),
  id: z
    .string()
    .regex(/^\d{12}$/, 'is not twelve digits')
    .optional()
    .describe('Twelve digits, in quotes. Credentials that lead elsewhere are refused'),
  role: roleArn.optional().describe('ARN of the role to assume for scanning'),
  externalId: z.string().optional().describe("External id that the role's trust policy asks for"),
  profile: z.string().optional().describe('Profile of the shared AWS configuration to start from'),
  regions: regions.optional().describe('Regions of this account, instead of `aws.regions`'),
  owner: z.string().optional().describe('Who answers for the account; shown in digests'),
  environment: environment
    .optional()
    .describe(
      'production, staging, development …; tiers of `remediation` go by it, and the default ones know `production`',
    ),
  remediation: z
    .strictObject({
      role: roleArn
        .optional()
        .describe('ARN of the role to assume for fixing; another one than the role for scanning'),
      externalId: z.string().optional().describe("External id that this role's trust policy asks for"),
      profile: z
        .string()
        .optional()
        .describe(
          'Profile of the shared AWS configuration to start from, or to write with where there is no role',
        ),
      sessionPolicy: z
        .boolean()
        .default(true)
        .describe("Narrows each session of the role to its plan's actions and resources"),
    })
    .optional()
    .describe('Other credentials, for writing. Without them fixes are offered as plans only'),
});

const tagFilter = z.record(z.string().min(1), z.array(z.string()).nonempty()).default({});

const organization = z.strictObject({
  role: roleName.describe('Name of the role for scanning in every account: `hipaa-scan`'),
  externalId: z.string().optional().describe("External id that the role's trust policy asks for"),
  profile: z.string().optional().describe('Profile of the shared AWS configuration to start from'),
  listRole: roleArn
    .optional()
    .describe(
      'ARN of a role of the management account, or of a delegated administrator, by which accounts are listed. Default: the credentials that the bot has',
    ),
  listExternalId: z.string().optional().describe("External id that this role's trust policy asks for"),
  ous: z
    .array(organizationalUnit)
    .default([])
    .describe('Organizational units (or a root), with all below them; none means the whole organization'),
  tags: tagFilter.describe('Tags that an account must carry, each with one of the values'),
  exclude: z
    .strictObject({
      accounts: z.array(accountId).default([]).describe('Account ids that are left out'),
      ous: z.array(organizationalUnit).default([]).describe('Units that are left out, with all below them'),
      tags: tagFilter.describe('Accounts with any of these tags are left out'),
    })
    .prefault({})
    .describe('What is left out'),
  ownerTag: z.string().min(1).optional().describe('Key of the account tag that names the owner'),
  environmentTag: z
    .string()
    .min(1)
    .optional()
    .describe('Key of the account tag that names the environment, for the tiers of `remediation`'),
  remediation: z
    .strictObject({
      role: roleName.describe('Name of the role for fixing in every account; another one than for scanning'),
      externalId: z.string().optional().describe("External id that this role's trust policy asks for"),
      sessionPolicy: z
        .boolean()
        .default(true)
        .describe("Narrows each session of the role to its plan's actions and resources"),
    })
    .optional()
    .describe('Other credentials, for writing. Without them fixes are offered as plans only'),
});

const aws = z.strictObject({
  regions: regions
    .optional()
    .describe(
      'Regions in which regional resources are listed, or `all`: those that each account has switched on. Buckets are global: every bucket is scanned. Default: HIPAA_REGIONS, with commas between, else all',
    ),
  accounts: z
    .array(account)
    .nonempty()
    .refine(
      (list) => new Set(list.map((a) => a.name)).size === list.length,
      'has two accounts of the same name',
    )
    .optional()
    .describe(
      'Accounts to scan. Default: those of `aws.organization`, and without it one, by the default credential chain',
    ),
  organization: organization
    .optional()
    .describe(
      'Accounts are found out by asking AWS Organizations, anew for each scan. One that `aws.accounts` names too is as it is there',
    ),
  eligibleServices: z
    .string()
    .min(1)
    .optional()
    .describe(
      'JSON file that takes the place of the list of HIPAA-eligible services in `data/eligible-services.json`, with its date. A list of fewer than 50, or without s3, ec2 and rds, is refused',
    ),
  concurrency: z
    .int()
    .min(1)
    .max(64)
    .default(16)
    .describe('API calls in flight per account, service and region, at most; halved when AWS throttles'),
  accountsAtOnce: z.int().min(1).max(32).default(4).describe('Accounts scanned at the same time'),
  timeoutSeconds: z.number().min(1).max(300).default(20).describe('How long one API call may take'),
  maxAttempts: z
    .int()
    .min(1)
    .max(10)
    .default(5)
    .describe('Attempts per API call, with exponential back-off and full jitter between them'),
});

const phi = z.strictObject({
  keys: z
    .array(z.string().min(1))
    .nonempty()
    .optional()
    .describe('Tag keys that classify data; case, spaces, - and _ do not matter'),
  values: z.array(z.string().min(1)).nonempty().optional().describe('Values that say PHI'),
});

const checks = z.strictObject({
  only: z
    .array(checkFolder)
    .default([])
    .describe('Only these checks, or folders of checks, ever run: `aws/s3/`. None means all'),
  disabled: z.array(checkId).default([]).describe('Checks that never run'),
  optIn: z
    .array(z.enum(['anonymous-probe', 'cost-explorer', 'object-acl-sample']))
    .default([])
    .describe(
      'Facts that are asked only on request: unsigned HEAD requests to own buckets; what services were billed, at a cent a call; ACLs of a few objects',
    ),
  settings: z
    .record(
      checkId,
      z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.array(z.string())])),
    )
    .default({})
    .describe('Thresholds by check id: `aws/iam/access-key-age: { maxAgeDays: 60 }`'),
});

const dueDays = z
  .strictObject({
    critical: z.number().positive().default(1).describe('Days for a critical finding'),
    high: z.number().positive().default(7).describe('Days for a high one'),
    medium: z.number().positive().default(30).describe('Days for a medium one'),
    low: z.number().positive().default(90).describe('Days for a low one'),
  })
  .prefault({})
  .describe('Days until an open finding is past due, by severity');

const limits = z
  .strictObject({
    acknowledgeMaxDays: z
      .int()
      .min(1)
      .max(365)
      .default(90)
      .describe('How long a finding may be acknowledged for, at most'),
    acceptMaxDays: z
      .int()
      .min(1)
      .max(730)
      .default(365)
      .describe('How long a risk may be accepted for, at most'),
  })
  .prefault({});

const roles = z
  .strictObject({
    viewer: z.array(slackId).default([]).describe('Look: findings, scans, digests, checks'),
    responder: z.array(slackId).default([]).describe('Scan, acknowledge, assign'),
    approver: z
      .array(slackId)
      .default([])
      .describe('What responders may, and approve changes that somebody else asked for'),
    officer: z.array(slackId).default([]).describe('Accept risks'),
    admin: z.array(slackId).default([]).describe('Look, and run the bot; accepts no risk'),
  })
  .prefault({})
  .describe(
    'Who may do what, by Slack user id or user group id. responder includes viewer, approver includes responder, officer includes approver',
  );

const userName = z.string().min(1);

const slack = z.strictObject({
  mode: z
    .enum(['socket', 'http'])
    .default('socket')
    .describe('socket needs no public URL; http listens on `port`'),
  port: z.int().min(0).max(65535).default(3000).describe('Port of http mode'),
  host: z.string().default('0.0.0.0').describe('Address of http mode'),
  roles,
  persons: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('The same as `persons`, which is the better place'),
});

const entraIds = z.array(entraId).default([]);

const teams = z.strictObject({
  appId: entraId
    .optional()
    .describe(
      'App (client) id of the bot in Entra. Without it Teams is not connected; its secret is TEAMS_APP_PASSWORD',
    ),
  tenants: entraIds.describe(
    'Tenant ids whose people may speak to the bot. The first is the one in which the app is registered',
  ),
  host: z.string().default('0.0.0.0').describe('Address on which Teams’ requests are taken'),
  port: z.int().min(0).max(65535).default(3978).describe('Port of the same; the path is /api/messages'),
  serviceHosts: z
    .array(hostName)
    .nonempty()
    .optional()
    .describe(
      'Hosts of Teams to answer to, where they are not Microsoft’s usual ones. The bot’s token is sent to them',
    ),
  roles: z
    .strictObject({
      viewer: entraIds.describe('Look: findings, scans, digests, checks'),
      responder: entraIds.describe('Scan, acknowledge, assign'),
      approver: entraIds.describe('What responders may, and approve changes that somebody else asked for'),
      officer: entraIds.describe('Accept risks'),
      admin: entraIds.describe('Look, and run the bot; accepts no risk'),
    })
    .prefault({})
    .describe(
      'Who may do what in Teams, by the object id of a person in Entra. The roles are those of `slack.roles`',
    ),
});

const terminal = z.strictObject({
  roles: z
    .strictObject({
      viewer: z.array(userName).default([]).describe('User names of the operating system'),
      responder: z.array(userName).default([]).describe('The same'),
      approver: z.array(userName).default([]).describe('The same'),
      officer: z.array(userName).default([]).describe('The same'),
      admin: z.array(userName).default([]).describe('The same'),
    })
    .optional()
    .describe(
      'Who may do what with the `hipaa` program. Without it whoever can run the program holds every role, since they can read the database too, except in changes to an account: those take a name here and an account in `persons`',
    ),
});

const alerts = z.strictObject({
  severity: severity
    .nullable()
    .default('critical')
    .describe('Findings at least this severe are announced as they open; null announces none'),
  channels: z
    .array(
      z.strictObject({
        channel: channelId.describe('Slack channel id, or Teams conversation id'),
        accounts: z.array(z.string()).default([]).describe('Account names; none means all'),
      }),
    )
    .default([])
    .describe('Where findings are announced, and where people are reminded of dates that come'),
});

const topicId = z.enum(topics.map(({ id }) => id));

const attestations = z.strictObject({
  ask: z
    .array(topicId)
    .default(['risk-analysis', 'policies-acknowledged', 'wireless'])
    .describe(
      'What somebody must attest, since no API tells it: a finding while nobody has. `attestations` lists the topics',
    ),
  validDays: z
    .partialRecord(topicId, z.int().min(1).max(3660))
    .default({})
    .describe('How many days an attestation holds, by topic. The rule names no interval; these are policy'),
  remindDaysBefore: z
    .array(z.int().min(0).max(365))
    .default([30, 7, 0])
    .describe('How many days before its end people are reminded'),
  channel: channelId
    .nullable()
    .default(null)
    .describe('Where they are reminded: Slack channel id, or Teams conversation id. null: where alerts go'),
});

const businessAssociate = z.strictObject({
  name: z.string().min(1).describe('Who it is'),
  accounts: z.array(accountId).nonempty().describe('Their AWS account ids'),
  until: day
    .optional()
    .describe('The last day of the agreement, in quotes: "2027-06-30". Without it, it has no end'),
  document: z.string().optional().describe('Where the agreement is kept'),
});

const digest = z.strictObject({
  channel: channelId.describe('Slack channel id, or Teams conversation id'),
  cron: cron.default('0 8 * * 1-5'),
  timezone: timezone.default('UTC').describe('Time zone of the cron expression'),
  accounts: z.array(z.string()).default([]).describe('Account names; none means all'),
  owners: z
    .array(z.string().min(1))
    .default([])
    .describe('Only accounts of these owners (`aws.accounts[].owner`, or `aws.organization.ownerTag`)'),
  perOwner: z
    .boolean()
    .default(false)
    .describe('One digest for each owner, instead of one for all of the accounts'),
});

export const configSchema = z.strictObject({
  database: z.string().min(1).default('hipaa.db').describe('SQLite file. HIPAA_DATABASE overrides it'),
  aws: aws.prefault({}),
  phi: phi.prefault({}),
  checks: checks.prefault({}),
  dueDays,
  limits,
  persons: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe(
      'Accounts that belong to one person, who counts once: `ann: [slack:T0123:U0123, teams:<tenant>:<object id>, terminal:local:ann]`. `aws:<account id>:<IAM user>` says whose an IAM user is: it is told of what expires, and found when its person leaves',
    ),
  slack: slack.prefault({}),
  teams: teams.prefault({}),
  terminal: terminal.prefault({}),
  remediation: remediation.prefault({}),
  quietHours: z
    .strictObject({
      from: timeOfDay.describe('Time of day, in quotes: "22:00"'),
      to: timeOfDay.describe('Time of day; before `from` it is of the next day'),
      timezone: timezone.default('UTC').describe('Time zone of both'),
    })
    .optional()
    .describe(
      'When messages that can wait are held back; what is critical or was asked for comes all the same',
    ),
  notices: z
    .strictObject({
      daysBefore: z
        .array(z.int().min(0).max(365))
        .default([30, 14, 7, 3, 1])
        .describe(
          'How many days ahead the owner of a key or password is told that it expires, by direct message. Whose it is: `persons`, or a tag Person or Owner',
        ),
    })
    .prefault({}),
  attestations: attestations.prefault({}),
  businessAssociates: z
    .array(businessAssociate)
    .default([])
    .describe(
      'The register of business associate agreements: accounts of others that may be let in. An account that a role or a bucket trusts and that is not here is a finding',
    ),
  alerts: alerts.prefault({}),
  schedule: z
    .strictObject({
      scan: cron.nullable().default('0 */6 * * *').describe('When to scan; null scans only on request'),
      timezone: timezone
        .default('UTC')
        .describe('Time zone of the cron expression, and of the day of an attestation that names none'),
    })
    .prefault({}),
  digests: z.array(digest).default([]).describe('Where and when digests are posted'),
  server: z
    .strictObject({
      host: z
        .string()
        .default('127.0.0.1')
        .describe('Address of /healthz, /readyz and /metrics; loopback unless opened on purpose'),
      port: z.int().min(0).max(65535).default(9464).describe('Port of the same; 0 takes a free one'),
    })
    .prefault({}),
  log: z
    .strictObject({
      level: z
        .enum(['debug', 'info', 'warn', 'error', 'silent'])
        .default('info')
        .describe('The least that is logged by `hipaa serve`'),
    })
    .prefault({}),
});

export type FileConfig = z.infer<typeof configSchema>;
