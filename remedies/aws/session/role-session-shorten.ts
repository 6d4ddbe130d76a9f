import { cannot, dayOf, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

/** What IAM takes. */
const fewest = 1;
const most = 12;

export default defineRemedy({
  id: 'aws/session/role-session-shorten',
  title: 'Shorten the longest session of the role',
  cures: ['aws/session/timeout-bounded'],
  kind: 'aws.iam.role',
  fact: 'maxSessionHours',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { maxHours: 8 },
  considers: ['usedAt'],
  desired: (hours, { settings: { maxHours } }) => {
    if (maxHours < fewest || maxHours > most)
      return cannot(`IAM takes ${fewest} to ${most} hours, and ${maxHours} are asked for`);
    return to(Math.min(hours, maxHours));
  },
  consequences: ({ usedAt }, { after }) => [
    harmless('sessions that run now go on until they end'),
    ...unread(usedAt, 'when the role was last used cannot be told'),
    ...(usedAt.known
      ? [
          usedAt.value === null
            ? harmless('AWS has no record that the role was used within 400 days')
            : uncertain(
                `the role was last used on ${dayOf(usedAt.value)}: whoever asks for a session of more than ${after} hours would be refused`,
              ),
        ]
      : []),
  ],
});
