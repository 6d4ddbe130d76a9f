import check from '../../../../checks/aws/elbv2/waf.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'there', facts: { type: 'application', internetFacing: true, webAcl: 'front' } }],
  fail: [
    {
      name: 'none',
      facts: { type: 'application', internetFacing: true, webAcl: null },
      because: /no web ACL/,
    },
  ],
  notApplicable: [
    {
      name: 'internal',
      facts: { type: 'application', internetFacing: false, webAcl: null },
      because: /internal/,
    },
    { name: 'packets', facts: { type: 'network', internetFacing: true, webAcl: null }, because: /network/ },
  ],
});
