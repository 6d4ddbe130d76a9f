import check from '../../../../checks/aws/org/tag-policy-attached.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'one key', facts: { tagPolicy: { organization: true, keys: ['DataClassification'] } } }],
  fail: [
    { name: 'none', facts: { tagPolicy: { organization: true, keys: null } }, because: /no tag policy/ },
    { name: 'an empty one', facts: { tagPolicy: { organization: true, keys: [] } }, because: /no rule/ },
  ],
  notApplicable: [
    { name: 'alone', facts: { tagPolicy: { organization: false } }, because: /no organization/ },
  ],
});
