import check from '../../../../checks/aws/backup/plan-frequency-and-retention.ts';
import { testCheck } from '../../../kit/test-check.ts';

const rule = { name: 'daily', everyHours: 24, keptDays: 35, longestKeptDays: 35, continuous: false };

testCheck(check, {
  pass: [
    { name: 'daily for 35 days', facts: { rules: [rule] } },
    { name: 'for ever', facts: { rules: [{ ...rule, keptDays: null }] } },
    { name: 'continuous', facts: { rules: [{ ...rule, everyHours: 168, continuous: true }] } },
    { name: 'one of two', facts: { rules: [{ ...rule, everyHours: 1, keptDays: 1 }, rule] } },
    {
      name: '34 days, which are allowed',
      facts: { rules: [{ ...rule, keptDays: 34 }] },
      settings: { minRetentionDays: 34 },
    },
  ],
  fail: [
    { name: '34 days', facts: { rules: [{ ...rule, keptDays: 34 }] }, because: /keeps 34 days/ },
    { name: 'every 25 hours', facts: { rules: [{ ...rule, everyHours: 25 }] }, because: /every 25 hours/ },
    {
      name: 'often and short, seldom and long',
      facts: {
        rules: [
          { ...rule, keptDays: 7 },
          { ...rule, name: 'monthly', everyHours: 744, keptDays: null },
        ],
      },
      because: /monthly runs every 744 hours and keeps for ever/,
    },
    { name: 'no rules', facts: { rules: [] }, because: /no rules/ },
  ],
});
