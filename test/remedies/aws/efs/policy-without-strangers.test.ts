import remedy from '../../../../remedies/aws/efs/policy-without-strangers.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const own = {
  Sid: 'Own',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ownAccount}:root` },
  Action: 'elasticfilesystem:*',
};
const anyone = {
  Sid: 'Anyone',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: 'elasticfilesystem:ClientMount',
};
const within = {
  ...anyone,
  Sid: 'Within',
  Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
};
const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const at = {
  subject: {
    id: `arn:aws:elasticfilesystem:us-east-1:${ownAccount}:file-system/fs-1`,
    name: 'fs-1',
    region: 'us-east-1',
  },
};

testRemedy(remedy, {
  cures: [{ name: 'one of three', current: policy(own, anyone, within), after: policy(own, within), at }],
  cannot: [
    { name: 'nothing would be left', current: policy(anyone), at, because: /no statement would be left/ },
    { name: 'nobody strange', current: policy(own, within), at, because: /a person must decide/ },
    { name: 'none', current: null, at, because: /has no policy/ },
    { name: 'no JSON', current: 'nonsense', at, because: /not understood/ },
  ],
  consequences: [
    {
      name: 'what goes is named',
      current: policy(own, anyone),
      at,
      verdict: 'breaks',
      says: [['breaks', /Anyone goes/]],
      saysNot: [/Own goes/],
    },
  ],
});
