import check from '../../../../checks/aws/ec2/instance-ssm-managed.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'heard of', facts: { state: 'running', management: { ping: 'Online', lastPingAt: null } } }],
  fail: [
    { name: 'not known', facts: { state: 'running', management: null }, because: /does not know/ },
    {
      name: 'lost',
      facts: {
        state: 'running',
        management: { ping: 'ConnectionLost', lastPingAt: '2026-11-02T03:04:05.000Z' },
      },
      because: /ConnectionLost\); last heard of on 2026-11-02/,
    },
    {
      name: 'inactive, nobody knows since when',
      facts: { state: 'running', management: { ping: 'Inactive', lastPingAt: null } },
      because: /\(Inactive\)$/,
    },
  ],
  notApplicable: [{ name: 'stopped', facts: { state: 'stopped', management: null }, because: /stopped/ }],
});
