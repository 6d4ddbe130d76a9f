import check from '../../../../checks/aws/apigateway/stage-waf.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'a web ACL',
      facts: { isPrivate: false, webAcl: 'arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/b' },
    },
  ],
  fail: [{ name: 'none', facts: { isPrivate: false, webAcl: null }, because: /no web ACL/ }],
  notApplicable: [{ name: 'private', facts: { isPrivate: true, webAcl: null } }],
});
