import remedy from '../../../../remedies/aws/log/phi-masking.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const identifiers = ['MedicareBeneficiaryNumber-US', 'Name'];
const settings = { identifiers };
const arn = (name: string) => `arn:aws:dataprotection::aws:data-identifier/${name}`;
const policy = (names: readonly string[], more: object = {}, destination: object = {}, looksFor = names) =>
  JSON.stringify({
    Name: 'health-and-identity-data',
    Version: '2021-06-01',
    Statement: [
      {
        Sid: 'audit',
        DataIdentifier: looksFor.map(arn),
        Operation: { Audit: { FindingsDestination: destination } },
      },
      { Sid: 'mask', DataIdentifier: names.map(arn), Operation: { Deidentify: { MaskConfig: {} } } },
    ],
    ...more,
  });

const id = `arn:aws:logs:us-east-1:${ownAccount}:log-group:/clinic/web`;
const at = { subject: { id, name: '/clinic/web', region: 'us-east-1', class: 'STANDARD' } };
const phi = { DataClassification: 'PHI' };
const facts = { tags: phi, maskedByAccount: [] };

testRemedy(remedy, {
  merges: true,
  cures: [
    { name: 'nothing is masked', current: null, settings, after: policy(identifiers), facts, at },
    {
      name: 'the identifiers that are known',
      current: null,
      after: policy([
        'DrugEnforcementAgencyNumber-US',
        'HealthcareProcedureCode-US',
        'HealthInsuranceClaimNumber-US',
        'MedicareBeneficiaryNumber-US',
        'NationalDrugCode-US',
        'NationalProviderId-US',
        'Address',
        'DriversLicense-US',
        'EmailAddress',
        'Name',
        'PhoneNumber-US',
        'Ssn-US',
      ]),
      facts,
      at,
    },
    {
      name: 'something else is masked, and stays so',
      current: policy(['IpAddress', 'Name'], { Configuration: { CustomDataIdentifier: [] } }),
      settings,
      after: policy(['IpAddress', 'Name', 'MedicareBeneficiaryNumber-US'], {
        Configuration: { CustomDataIdentifier: [] },
      }),
      facts,
      at,
    },
  ],
  cannot: [
    {
      name: 'a class that masks nothing',
      current: null,
      at: { subject: { ...at.subject, class: 'INFREQUENT_ACCESS' } as typeof at.subject },
      because: /class Standard/,
    },
    {
      name: 'an ARN in the configuration',
      current: null,
      settings: { identifiers: [arn('Name')] },
      at,
      because: /names no identifier of AWS/,
    },
    { name: 'no identifiers', current: null, settings: { identifiers: [] }, at, because: /no identifiers/ },
    {
      name: 'findings go elsewhere',
      current: policy(['IpAddress'], {}, { CloudWatchLogs: { LogGroup: 'found' } }),
      at,
      because: /sends what it finds elsewhere/,
    },
    {
      name: 'it looks for other data',
      current: policy(['IpAddress'], {}, {}, ['Name']),
      at,
      because: /looks for other data/,
    },
    { name: 'other statements', current: '{"Statement":[]}', at, because: /one that masks/ },
    { name: 'no JSON', current: 'nonsense', at, because: /not understood/ },
  ],
  consequences: [
    {
      name: 'who reads sees less',
      current: null,
      at,
      verdict: 'breaks',
      says: [
        ['breaks', /without logs:Unmask sees asterisks/],
        ['unknown', /metric filters/],
        ['safe', /already stay as they are/],
        ['unknown', /each GB/],
      ],
    },
  ],
});
