import remedy from '../../../../remedies/aws/redshift/enhanced-vpc-routing.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true }],
  consequences: [
    {
      name: 'it restarts, and the way to S3 is not known',
      current: false,
      verdict: 'breaks',
      says: [
        ['breaks', /restarts/],
        ['unknown', /no way to S3/],
      ],
    },
  ],
});
