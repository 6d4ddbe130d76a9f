import { z } from 'zod';
import { dayIn } from '../domain/attestation.ts';
import { written } from '../time/written-time.ts';

/** The words that several sections of the configuration share. */

export const severity = z.enum(['critical', 'high', 'medium', 'low']);
export const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is not an AWS region such as us-east-1');
export const checkId = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9-]+\/[a-z0-9-]+$/, 'is not a check id such as aws/s3/bucket-versioning');
export const checkFolder = z
  .string()
  .regex(
    /^[a-z]+\/([a-z0-9-]+\/([a-z0-9-]+)?)?$/,
    'is neither a check id such as aws/s3/bucket-versioning nor a folder such as aws/s3/',
  );
export const cron = z.string().describe('Five fields: minute, hour, day of month, month, day of week');
export const timezone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
    'is not a time zone such as America/New_York',
  );

export const slackId = z.string().regex(/^[UWS][A-Z0-9]+$/, 'is not a Slack user (U…) or user group (S…) id');
const teamsChannel = /19:[\w.:-]+@[\w.]+|a:[\w-]+/;

/** Where Teams speaks: `19:…@thread.tacv2` is a channel, `19:…@thread.v2` a group chat, `a:…` a chat with one person. */
export const isTeamsChannel = (id: string): boolean => new RegExp(`^(?:${teamsChannel.source})$`).test(id);

export const channelId = z
  .string()
  .regex(
    new RegExp(`^(?:[CGD][A-Z0-9]+|${teamsChannel.source})$`),
    'is neither a Slack channel id such as C0123456789 nor a Teams conversation id such as 19:…@thread.tacv2',
  );
export const entraId = z
  .string()
  .regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'is not an id as Entra shows it, five groups of hex digits',
  )
  .toLowerCase();
export const hostName = z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'is not the name of a host');
export const environment = z.string().min(1);
export const day = z
  .string()
  .refine((text) => dayIn(text) !== null, 'is not a day such as 2027-06-30 (in quotes)');
export const timeOfDay = z
  .string()
  .refine((text) => written(text)?.kind === 'time', 'is not a time of day such as 22:00 (in quotes)');
export const roleArn = z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/, 'is not the ARN of a role');
/** A name, with a path before it where it has one; the account is what is found out. */
export const roleName = z
  .string()
  .regex(/^[\w+=,.@/-]+$/, 'is not the name of a role: no ARN, it is the same in every account');
export const accountId = z.string().regex(/^\d{12}$/, 'is not twelve digits (in quotes)');
export const organizationalUnit = z
  .string()
  .regex(
    /^(ou-[a-z0-9]+-[a-z0-9]+|r-[a-z0-9]+)$/,
    'is neither an organizational unit (ou-…) nor a root (r-…)',
  );
