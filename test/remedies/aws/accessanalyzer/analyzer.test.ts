import remedy from '../../../../remedies/aws/accessanalyzer/analyzer.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const region = 'us-east-1';
const at = { subject: { id: `arn:aws:ec2:${region}:${ownAccount}:region/${region}`, name: region, region } };

testRemedy(remedy, {
  cures: [
    {
      name: 'there is none',
      current: null,
      after: 'hipaa-external-access',
      facts: { externalAccess: null },
      at,
    },
  ],
  cannot: [{ name: 'one does not work yet', current: 'organisation', at, because: /organisation already/ }],
  consequences: [
    {
      name: 'people must decide',
      current: null,
      at,
      verdict: 'unknown',
      says: [
        ['safe', /costs nothing/],
        ['safe', /service-linked role is not made from here/],
        ['unknown', /the check fails again until people have decided/],
      ],
    },
  ],
});
