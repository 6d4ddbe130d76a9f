import check from '../../../../checks/aws/iam/aws-policy-admin-attached.ts';
import { testCheck } from '../../../kit/test-check.ts';

const all = { everything: true, services: ['*'] };

testCheck(check, {
  pass: [
    { name: 'an ordinary policy', facts: { grants: { everything: false, services: [] }, holders: [] } },
    {
      name: 'break glass alone',
      facts: { grants: all, holders: ['role/break-glass'] },
      settings: { allowedPrincipals: ['role/break-glass'] },
    },
    { name: 'detached since it was listed', facts: { grants: all, holders: [] } },
  ],
  fail: [
    { name: 'a user', facts: { grants: all, holders: ['user/ann'] }, because: /for user\/ann$/ },
    {
      name: 'one more than allowed',
      facts: { grants: all, holders: ['role/break-glass', 'user/ann'] },
      settings: { allowedPrincipals: ['role/break-glass'] },
      because: /for user\/ann$/,
    },
    {
      name: 'a user of the name of an allowed role',
      facts: { grants: all, holders: ['user/break-glass'] },
      settings: { allowedPrincipals: ['role/break-glass'] },
      because: /user\/break-glass/,
    },
    {
      name: 'through single sign-on',
      facts: { grants: all, holders: ['role/AWSReservedSSO_Admin_1'] },
      because: /1 through permission sets/,
    },
    {
      name: 'many',
      facts: { grants: all, holders: ['user/a', 'user/b', 'user/c', 'user/d', 'user/e', 'user/f'] },
      because: /user\/e and 1 more/,
    },
  ],
});
