import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/dynamodb/pitr',
  title: 'Table can be rewound to a point in time',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.dynamodb.table',
  facts: ['pointInTimeRecoveryDays'],
  evaluate: ({ pointInTimeRecoveryDays }) => {
    const days = pointInTimeRecoveryDays;
    return days === null
      ? fail('point-in-time recovery is off')
      : passBecause(`to any second of the last ${days} days`);
  },
});
