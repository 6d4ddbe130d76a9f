import check from '../../../../checks/aws/backup/retention-six-years.ts';
import { testCheck } from '../../../kit/test-check.ts';

const rule = { name: 'daily', everyHours: 24, keptDays: 2192, longestKeptDays: 2192, continuous: false };
const takenInTags = [
  { key: 'Name', value: 'records' },
  { key: 'DataClassification', value: 'PHI' },
];

testCheck(check, {
  pass: [
    { name: 'day 2192', facts: { rules: [rule], takenInTags } },
    { name: 'for ever', facts: { rules: [{ ...rule, longestKeptDays: null }], takenInTags } },
    {
      name: 'a year, which the policy asks for',
      facts: { rules: [{ ...rule, longestKeptDays: 365 }], takenInTags },
      settings: { minRetentionDays: 365 },
    },
  ],
  fail: [
    {
      name: 'day 2191',
      facts: { rules: [{ ...rule, longestKeptDays: 2191 }], takenInTags },
      because: /DataClassification: PHI, and keeps their backups 2191 days; your policy/,
    },
    { name: 'no rules', facts: { rules: [], takenInTags }, because: /no rules/ },
  ],
  notApplicable: [
    {
      name: 'nothing of PHI',
      facts: { rules: [rule], takenInTags: [{ key: 'Name', value: 'records' }] },
      because: /nothing that is tagged/,
    },
  ],
});
