import check from '../../../../checks/aws/ssm/parameter-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

const plain = (name: string) => ({ name, facts: { name, type: 'String' } });

testCheck(check, {
  pass: [{ name: 'encrypted', facts: { name: '/clinic/db/password', type: 'SecureString' } }],
  fail: [
    { ...plain('/clinic/db/password'), because: /"password", and it is a String/ },
    { ...plain('/clinic/dbPassword'), because: /password/ },
    { ...plain('DBPASSWORD'), because: /password/ },
    { ...plain('/mail/api-key'), because: /api key/ },
    { ...plain('/mail/apikey'), because: /apikey/ },
    { name: 'a list', facts: { name: 'tokens/token', type: 'StringList' }, because: /StringList/ },
    {
      name: 'a word of the house',
      facts: { name: '/clinic/parole', type: 'String' },
      settings: { secretWords: ['parole'] },
      because: /parole/,
    },
  ],
  notApplicable: [
    { ...plain('/clinic/db/host'), because: /does not speak/ },
    plain('/clinic/secret-arn'),
    plain('/clinic/token-url'),
    plain('/clinic/password-policy'),
    plain('/secrets/region'),
    plain('/clinic/tokenizer'),
  ],
});
