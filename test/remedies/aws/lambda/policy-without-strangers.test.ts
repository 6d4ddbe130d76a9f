import remedy from '../../../../remedies/aws/lambda/policy-without-strangers.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const subject = { id: `arn:aws:lambda:us-east-1:${ownAccount}:function:one`, region: 'us-east-1' };
const at = { subject };
const own = {
  Sid: 'Own',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ownAccount}:root` },
  Action: 'lambda:InvokeFunction',
  Resource: subject.id,
};
const everyone = { ...own, Sid: 'Open', Principal: '*' };
const policy = (...Statement: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Id: 'by-hand', Statement });

testRemedy(remedy, {
  cures: [
    { name: 'one statement of two', current: policy(own, everyone), after: policy(own), at },
    {
      name: 'two of three, in their order',
      current: policy(everyone, own, { ...everyone, Sid: 'Also' }),
      after: policy(own),
      at,
    },
    { name: 'nothing is left', current: policy(everyone), after: null, at },
  ],
  cannot: [
    {
      name: 'nobody strange is let in',
      current: policy(own),
      at,
      because: /no statement admits strangers by itself/,
    },
    {
      name: 'a condition that nobody understands',
      current: policy({ ...everyone, Condition: { NoSuchOperator: { 'aws:SourceAccount': '1' } } }),
      at,
      because: /whether statement Open admits strangers .* a person must decide/,
    },
    { name: 'no JSON', current: 'nonsense', at, because: /not understood/ },
    { name: 'none at all', current: null, at, because: /no policy/ },
  ],
  consequences: [
    {
      name: 'what goes is named, and who else used it is not known',
      current: policy(own, everyone),
      at,
      verdict: 'breaks',
      says: [
        ['breaks', /statement Open goes/],
        ['unknown', /add a (statement|permission) that names/],
        ['unknown', /web address cannot be told/],
      ],
      saysNot: [/statement Own/],
    },
    {
      name: 'it has an open web address',
      current: policy(own, everyone),
      at,
      facts: { urls: [{ alias: null, auth: 'NONE' }] },
      verdict: 'breaks',
      says: [['breaks', /visitors may be refused/]],
    },
    {
      name: 'its web address asks already',
      current: policy(own, everyone),
      at,
      facts: { urls: [{ alias: null, auth: 'AWS_IAM' }] },
      verdict: 'breaks',
      saysNot: [/visitors/],
    },
  ],
});
