import check from '../../../../checks/aws/emr/master-no-public-ip.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'private', facts: { headNodes: [{ id: 'i-1', publicAddress: null }] } }],
  fail: [
    {
      name: 'one of three',
      facts: {
        headNodes: [
          { id: 'i-1', publicAddress: null },
          { id: 'i-2', publicAddress: '203.0.113.9' },
        ],
      },
      because: /^i-2 has 203\.0\.113\.9$/,
    },
  ],
  notApplicable: [{ name: 'it is being made', facts: { headNodes: [] } }],
});
