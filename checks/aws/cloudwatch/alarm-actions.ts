import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/alarm-actions',
  title: 'An alarm that fires tells somebody, or does something',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.cloudwatch.alarm',
  facts: ['actionsEnabled', 'actions', 'toldBy'],
  evaluate: ({ actionsEnabled, actions, toldBy }) => {
    if (actionsEnabled && actions.length > 0) return pass;
    if (toldBy.length > 0) return passBecause(`the composite alarm ${toldBy.join(', ')} tells of it`);
    return fail(actions.length === 0 ? 'the alarm has no action' : 'actionsEnabled is off');
  },
});
