import check from '../../../../checks/aws/efs/policy-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'nobody', facts: { openTo: null } }],
  fail: [
    {
      name: 'everyone',
      facts: { openTo: 'statement 1 allows elasticfilesystem:ClientMount to everyone' },
      because: /ClientMount/,
    },
  ],
});
