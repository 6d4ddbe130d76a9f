import check from '../../../../checks/aws/ec2/userdata-secrets.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'none', facts: { userDataSecrets: [] } }],
  fail: [
    {
      name: 'two kinds',
      facts: { userDataSecrets: ['password', 'private key'] },
      because: /password, private key$/,
    },
  ],
});
