import remedy from '../../../../remedies/aws/ec2/elastic-ip-off.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const one = { address: '203.0.113.7', interface: 'eni-1', privateAddress: '10.0.0.5' };
const two = { address: '203.0.113.8', interface: 'eni-1', privateAddress: '10.0.0.6' };
const none = { elastic: {}, lent: [] };

testRemedy(remedy, {
  cures: [
    {
      name: 'one',
      current: { elastic: { 'eipalloc-1': one }, lent: [] },
      after: none,
      facts: { publicAddresses: [one.address], enclave: true },
    },
    {
      name: 'two on one card',
      current: { elastic: { 'eipalloc-1': one, 'eipalloc-2': two }, lent: [] },
      after: none,
      facts: { publicAddresses: [one.address, two.address], enclave: false },
    },
  ],
  cannot: [
    { name: 'lent', current: { elastic: {}, lent: ['203.0.113.9'] }, because: /EC2 lent 203\.0\.113\.9/ },
    {
      name: 'one of each',
      current: { elastic: { 'eipalloc-1': one }, lent: ['203.0.113.9'] },
      because: /EC2 lent/,
    },
    { name: 'none', current: none, because: /no Elastic IP/ },
  ],
  consequences: [
    {
      name: 'two on one card',
      current: { elastic: { 'eipalloc-1': one, 'eipalloc-2': two }, lent: [] },
      verdict: 'breaks',
      says: [
        ['breaks', /comes by 203\.0\.113\.7/],
        ['breaks', /comes by 203\.0\.113\.8/],
        ['unknown', /lends an instance/],
      ],
    },
  ],
});
