import check from '../../../../checks/aws/emr/kerberos.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = { kerberosRealm: null, collection: 'INSTANCE_GROUP', tags: {} };

testCheck(check, {
  pass: [{ name: 'a realm', facts: { description: { ...description, kerberosRealm: 'CLINIC.EXAMPLE' } } }],
  fail: [{ name: 'none', facts: { description }, because: /no Kerberos realm/ }],
});
