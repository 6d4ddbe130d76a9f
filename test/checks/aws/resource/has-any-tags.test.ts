import check from '../../../../checks/aws/resource/has-any-tags.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'one tag', facts: { tags: { owner: 'records' } } }],
  fail: [
    { name: 'none', facts: { tags: {} }, because: /no tags/ },
    { name: "only AWS's own", facts: { tags: { 'aws:cloudformation:stack-name': 'x' } }, because: /AWS set/ },
  ],
});
