import check from '../../../../checks/aws/route53/dangling-record.ts';
import { testCheck } from '../../../kit/test-check.ts';

const to = (addresses: readonly string[], notHeld: readonly string[] = addresses) => ({ addresses, notHeld });

testCheck(check, {
  pass: [
    { name: 'held', facts: to(['198.51.100.7'], []) },
    { name: 'held, beside a private one', facts: to(['198.51.100.7', '10.0.0.1'], ['10.0.0.1']) },
    { name: 'held elsewhere', facts: to(['192.0.2.7']), settings: { heldElsewhere: ['192.0.2.7'] } },
    { name: 'a network elsewhere', facts: to(['192.0.2.7']), settings: { heldElsewhere: ['192.0.2.'] } },
  ],
  fail: [
    {
      name: 'not held',
      facts: to(['192.0.2.7']),
      because: /^no elastic address and no network interface .* is 192.0.2.7, and heldElsewhere/,
    },
    {
      name: 'one of two',
      facts: to(['198.51.100.7', '192.0.2.7'], ['192.0.2.7']),
      because: /is 192.0.2.7,/,
    },
    {
      name: 'only the beginning of an address is named',
      facts: to(['192.0.2.70']),
      settings: { heldElsewhere: ['192.0.2.7'] },
      because: /192.0.2.70/,
    },
    { name: 'beyond the last private one', facts: to(['172.32.0.1']), because: /172.32.0.1/ },
  ],
  notApplicable: [
    { name: 'private', facts: to(['10.0.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '127.0.0.1']) },
  ],
});
