import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/dynamodb/autoscaling',
  title: 'Provisioned table and its indexes grow with demand',
  severity: 'low',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
  kind: 'aws.dynamodb.table',
  facts: ['notScaling'],
  evaluate: ({ notScaling }) => {
    if (notScaling === null) return passBecause('it is paid by request and grows by itself');
    return notScaling.length === 0 ? pass : fail(`nothing scales its ${notScaling.join(', ')}`);
  },
});
