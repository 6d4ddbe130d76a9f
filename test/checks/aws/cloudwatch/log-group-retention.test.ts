import check from '../../../../checks/aws/cloudwatch/log-group-retention.ts';
import { testCheck } from '../../../kit/test-check.ts';

const facts = (retentionDays: number | null, groupClass = 'STANDARD') => ({
  retentionDays,
  class: groupClass,
});

testCheck(check, {
  pass: [
    { name: 'for ever', facts: facts(null) },
    { name: '365 days', facts: facts(365) },
    { name: '90 days, which is enough here', facts: facts(90), settings: { minDays: 90 } },
  ],
  fail: [
    { name: '180 days', facts: facts(180), because: /after 180 days, and 365 are set here/ },
    {
      name: '2191 days, and six years are asked for',
      facts: facts(2191),
      settings: { minDays: 2192 },
      because: /2192/,
    },
  ],
  notApplicable: [{ name: 'entries are only handed on', facts: facts(2, 'DELIVERY') }],
});
