import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** What CloudWatch Logs takes. */
const periods = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export default defineRemedy({
  id: 'aws/cloudwatch/log-group-retention',
  title: 'Keep the entries of the log group longer',
  cures: ['aws/cloudwatch/log-group-retention'],
  kind: 'aws.logs.logGroup',
  fact: 'retentionDays',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { retentionDays: 2192 },
  desired: (current, { settings: { retentionDays } }) => {
    if (current === null) return cannot('its entries never expire, and that is never shortened from here');
    const days = periods.find((period) => period >= retentionDays);
    if (days === undefined)
      return cannot(
        `CloudWatch Logs keeps entries for ${periods.at(-1)} days at most or for ever, and ${retentionDays} are asked for`,
      );
    return to(Math.max(current, days));
  },
  consequences: (_facts, { after }) => [
    harmless(
      `entries are kept for ${after} days, and what is stored is paid for: about 0.03 USD a month for each GB`,
    ),
  ],
});
