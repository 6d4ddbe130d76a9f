import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** Telling a topic changes nothing by itself. */
const tells = (action: string): boolean => action.split(':')[2] === 'sns';

export default defineRemedy({
  id: 'aws/cloudwatch/alarm-actions',
  title: 'Turn the actions of the alarm on',
  cures: ['aws/cloudwatch/alarm-actions'],
  kind: 'aws.cloudwatch.alarm',
  fact: 'actionsEnabled',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (on, { subject }) => {
    if (on)
      return cannot('its actions are on already: it has none, and whom it should tell a person must say');
    const actions = (subject as { readonly actions?: readonly string[] }).actions ?? [];
    const others = actions.filter((action) => !tells(action));
    if (others.length > 0)
      return cannot(`one of its actions does more than tell somebody (${others[0]}): a person must decide`);
    return to(true);
  },
  consequences: () => [
    harmless(
      'its topics are told when it next changes its state; an alarm that fires now is not told of again',
    ),
  ],
});
