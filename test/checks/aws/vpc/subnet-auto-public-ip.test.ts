import check from '../../../../checks/aws/vpc/subnet-auto-public-ip.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'off', facts: { sharedBy: null, mapPublicIpOnLaunch: false } }],
  fail: [
    {
      name: 'on',
      facts: { sharedBy: null, mapPublicIpOnLaunch: true },
      because: /mapPublicIpOnLaunch is on/,
    },
  ],
  notApplicable: [
    {
      name: "another account's",
      facts: { sharedBy: '444455556666', mapPublicIpOnLaunch: true },
      because: /account 444455556666 shares it/,
    },
  ],
});
