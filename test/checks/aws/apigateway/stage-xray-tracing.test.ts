import check from '../../../../checks/aws/apigateway/stage-xray-tracing.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { tracing: true } }],
  fail: [{ name: 'off', facts: { tracing: false }, because: /tracing is off/ }],
});
