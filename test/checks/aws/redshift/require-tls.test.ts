import check from '../../../../checks/aws/redshift/require-tls.ts';
import { testCheck } from '../../../kit/test-check.ts';

const groups = ['clinic'];

testCheck(check, {
  pass: [{ name: 'on', facts: { requiresTls: { required: true, waiting: [], groups } } }],
  fail: [
    {
      name: 'off',
      facts: { requiresTls: { required: false, waiting: [], groups } },
      because: /off in clinic/,
    },
    {
      name: 'on, and not in force',
      facts: { requiresTls: { required: true, waiting: groups, groups } },
      because: /not brought it into force/,
    },
  ],
});
