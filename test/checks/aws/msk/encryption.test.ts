import check from '../../../../checks/aws/msk/encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

const inTransit = { clients: 'TLS', betweenBrokers: true };

testCheck(check, {
  pass: [{ name: 'TLS and a customer key', facts: { inTransit, encryptedBy: 'customer' } }],
  fail: [
    { name: "AWS's key", facts: { inTransit, encryptedBy: 'AWS' }, because: /^its disks/ },
    {
      name: 'plaintext as well',
      facts: { inTransit: { ...inTransit, clients: 'TLS_PLAINTEXT' }, encryptedBy: 'customer' },
      because: /TLS_PLAINTEXT/,
    },
    {
      name: 'plain between brokers',
      facts: { inTransit: { ...inTransit, betweenBrokers: false }, encryptedBy: 'customer' },
      because: /brokers/,
    },
  ],
  notApplicable: [
    { name: 'serverless', facts: { inTransit: null, encryptedBy: 'AWS' }, because: /serverless/ },
  ],
});
