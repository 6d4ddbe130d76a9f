import { z } from 'zod';
import { weekdays } from '../time/written-time.ts';
import { channelId, environment, severity, timezone } from './words.ts';

/** The `remediation` section: how changes are agreed to, and when none are made. */

const remedyName = z
  .string()
  .regex(
    /^([a-z0-9/-]+\*?|\*)$/,
    'is not a remedy id such as aws/s3/bucket-versioning; * at the end stands for the rest',
  );

const tier = z.strictObject({
  name: z.string().min(1).describe('What people call it; cards show it'),
  when: z
    .strictObject({
      remedies: z
        .array(remedyName)
        .nonempty()
        .optional()
        .describe('Remedy ids; `*` at the end stands for the rest'),
      risks: z
        .array(z.enum(['safe', 'disruptive']))
        .nonempty()
        .optional()
        .describe("The remedy's own risk"),
      severities: z.array(severity).nonempty().optional().describe('Of the finding'),
      environments: z
        .array(environment)
        .nonempty()
        .optional()
        .describe("As the account's `environment` says"),
      verdicts: z
        .array(z.enum(['safe', 'breaks', 'unknown']))
        .nonempty()
        .optional()
        .describe('What the plan would do to others, as far as the facts tell'),
      deeds: z
        .array(z.enum(['fix', 'undo']))
        .nonempty()
        .optional()
        .describe('Whether it is a fix or its undo'),
    })
    .default({})
    .describe('When the tier applies; what is left out applies to all. The first tier that fits decides'),
  quorum: z.int().min(1).max(2).default(1).describe('So many approvers, none of them the requester'),
  distinctGroups: z.boolean().default(false).describe('The two must come from different `groups`'),
  confirm: z
    .boolean()
    .default(false)
    .describe("Approvers type the last six characters of the resource's name"),
  stepUp: z
    .boolean()
    .default(false)
    .describe('Approvers give a one-time code of their authenticator app. Needs HIPAA_SECRET_KEY'),
});

const defaultTiers: readonly z.input<typeof tier>[] = [
  {
    name: 'critical in production',
    when: { risks: ['disruptive'], severities: ['critical'], environments: ['production'] },
    quorum: 2,
    confirm: true,
  },
  { name: 'disruptive', when: { risks: ['disruptive'] }, confirm: true },
  { name: 'consequences', when: { verdicts: ['breaks', 'unknown'] }, confirm: true },
  { name: 'safe', when: { risks: ['safe'], verdicts: ['safe'] } },
];

const freeze = z.strictObject({
  name: z.string().min(1).describe('What people call it: year end'),
  from: z
    .string()
    .describe(
      'A date ("2026-12-20", with a time or without), a weekday and time ("friday 16:00") or a time ("22:00")',
    ),
  to: z.string().describe('Of the same form. A date without a time is frozen to its end'),
  days: z
    .array(z.enum(weekdays))
    .nonempty()
    .optional()
    .describe('With times only: the days on which the freeze begins. Default: every day'),
  timezone: timezone.default('UTC').describe('Time zone of both'),
});

const hours = (least: number, most: number) => z.number().min(least).max(most);

export const remediation = z.strictObject({
  channel: channelId
    .nullable()
    .default(null)
    .describe(
      'Slack channel id, or Teams conversation id, where approvers read: requests are posted there, besides where they were made',
    ),
  approveWithinHours: hours(0.25, 24 * 14)
    .default(24)
    .describe('A request that nobody approved expires after this'),
  executeWithinMinutes: hours(1, 24 * 60)
    .default(15)
    .describe('What was approved and could not be carried out expires after this'),
  undoWithinDays: hours(1, 90).default(7).describe('How long a change can be undone from chat'),
  lookAgainMinutes: hours(1, 24 * 60)
    .default(15)
    .describe('When the check looks again at what was written, after it looked at once'),
  cap: z
    .strictObject({
      resources: z.int().min(1).max(500).default(20).describe('Resources in one plan, at most'),
      percent: hours(1, 100)
        .default(50)
        .describe('And so many percent of those of their kind in the account'),
    })
    .prefault({})
    .describe('How much one plan may change'),
  groups: z
    .record(z.string(), z.array(z.string()).nonempty())
    .default({})
    .describe('Groups of approvers, by person: `security: [ann]`, or by an account of nobody in `persons`'),
  tiers: z
    .array(tier)
    .nonempty()
    .default(z.array(tier).nonempty().parse(defaultTiers))
    .describe(
      'What must happen before a plan is carried out. What no tier fits takes two approvers, who confirm',
    ),
  freezes: z.array(freeze).default([]).describe('When nothing is changed, but by breaking the glass'),
  breakGlass: z
    .strictObject({
      minReasonCharacters: z.int().min(20).max(500).default(40).describe('How long the reason must be'),
      reviewWithinHours: hours(1, 72)
        .default(24)
        .describe('Somebody else reviews it within this, or it becomes a finding'),
    })
    .prefault({})
    .describe('A change without a second person: said to all approvers at once, and reviewed'),
  settings: z
    .record(
      z.string(),
      z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.array(z.string())])),
    )
    .default({})
    .describe('Settings by remedy id: where logs go, which key encrypts'),
});
