import check from '../../../../checks/aws/log/phi-masking.ts';
import { testCheck } from '../../../kit/test-check.ts';

const tags = { DataClassification: 'PHI' };

testCheck(check, {
  pass: [
    {
      name: 'a health identifier is masked',
      facts: { tags, masked: ['EmailAddress', 'MedicareBeneficiaryNumber-US'] },
    },
    {
      name: 'one of our own is masked',
      facts: { tags, masked: ['RecordNumber'] },
      settings: { healthIdentifiers: ['RecordNumber'] },
    },
  ],
  fail: [
    { name: 'nothing is masked', facts: { tags, masked: [] }, because: /nothing is masked/ },
    { name: 'nothing was asked', facts: { tags, masked: null }, because: /nothing is masked/ },
    {
      name: 'only other things',
      facts: { tags, masked: ['EmailAddress'] },
      because: /masks EmailAddress, and no health identifier/,
    },
  ],
  notApplicable: [
    { name: 'no tag', facts: { tags: {}, masked: null } },
    { name: 'another tag', facts: { tags: { Owner: 'web' }, masked: [] }, because: /no tag says/ },
  ],
});
