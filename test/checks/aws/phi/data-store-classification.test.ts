import check from '../../../../checks/aws/phi/data-store-classification.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'PHI', facts: { tags: { DataClassification: 'PHI' } } },
    { name: 'another class', facts: { tags: { 'data-classification': 'public' } } },
    {
      name: 'a key of our own',
      facts: { tags: { Sensitivity: 'high' } },
      settings: { phiKeys: ['sensitivity'] },
    },
  ],
  fail: [
    { name: 'untagged', facts: { tags: {} }, because: /no tag says/ },
    { name: 'empty value', facts: { tags: { DataClassification: ' ' } }, because: /no tag says/ },
    { name: 'tagged otherwise', facts: { tags: { Owner: 'records' } }, because: /DataClassification/ },
  ],
});
