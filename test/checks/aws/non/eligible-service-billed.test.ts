import check from '../../../../checks/aws/non/eligible-service-billed.ts';
import { testCheck } from '../../../kit/test-check.ts';

const services = (...unlisted: readonly string[]) => ({
  eligible: ['ec2', 's3'],
  unlisted,
  unsure: [],
  asOf: '2025-04-16',
});
const phi = { Name: ['a', 'b'], DataClassification: ['public', 'PHI'] };

testCheck(check, {
  pass: [
    { name: 'all on the list', facts: { billedServices: services(), tagValues: phi } },
    {
      name: 'an account that is said to hold PHI',
      facts: { billedServices: services(), tagValues: {} },
      settings: { phiAccounts: ['111122223333'] },
    },
  ],
  fail: [
    {
      name: 'one is not',
      facts: { billedServices: services('lightsail'), tagValues: phi },
      because: /^lightsail not on AWS's list of 2025-04-16, 583 days old$/,
    },
    {
      name: 'and one cannot be told',
      facts: { billedServices: { ...services('lightsail'), unsure: ['pipes'] }, tagValues: phi },
      because: /whether pipes is cannot be told$/,
    },
    {
      name: 'an account that is said to hold PHI, untagged',
      facts: { billedServices: services('lightsail'), tagValues: {} },
      settings: { phiAccounts: ['111122223333'] },
      because: /lightsail/,
    },
  ],
  notApplicable: [
    {
      name: 'no PHI',
      facts: { billedServices: services('lightsail'), tagValues: { DataClassification: ['public'] } },
      because: /tagged as PHI/,
    },
  ],
});
