import remedy from '../../../../remedies/aws/kms/key-policy-without-strangers.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const root = {
  Sid: 'Account',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ownAccount}:root` },
  Action: 'kms:*',
  Resource: '*',
};
const everyone = { Sid: 'Open', Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' };
const policy = (...Statement: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Id: 'by-hand', Statement });
const description = { managedBy: 'customer', state: 'Enabled', deletedOn: null, rotatesNot: null };
const facts = { description };
const subject = { id: `arn:aws:kms:us-east-1:${ownAccount}:key/one`, region: 'us-east-1' };
const at = { subject };

testRemedy(remedy, {
  cures: [
    { name: 'one statement of two', current: policy(root, everyone), after: policy(root), facts, at },
    {
      name: 'two of three, in their order',
      current: policy(everyone, root, { ...everyone, Sid: 'Also', Action: 'kms:Encrypt' }),
      after: policy(root),
      facts,
      at,
    },
  ],
  cannot: [
    { name: 'nothing would be left', current: policy(everyone), at, because: /no statement would be left/ },
    { name: 'nobody strange is let in', current: policy(root), at, because: /a person must decide/ },
    { name: 'no JSON', current: 'nonsense', at, because: /not understood/ },
    { name: "AWS's own", current: null, at, because: /AWS/ },
  ],
  consequences: [
    {
      name: 'what goes is named, and who else used it is not known',
      current: policy(root, everyone),
      at,
      verdict: 'breaks',
      says: [
        ['breaks', /statement Open goes/],
        ['unknown', /roles and users of the account/],
      ],
      saysNot: [/statement Account/],
    },
  ],
});
