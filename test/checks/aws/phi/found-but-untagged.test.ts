import check from '../../../../checks/aws/phi/found-but-untagged.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'tagged', facts: { findings: 3, tags: { DataClassification: 'PHI' } } }],
  fail: [
    { name: 'no tag', facts: { findings: 3, tags: {} }, because: /^3 findings of Macie/ },
    { name: 'another tag', facts: { findings: 1, tags: { Owner: 'web' } }, because: /^1 finding of/ },
  ],
});
