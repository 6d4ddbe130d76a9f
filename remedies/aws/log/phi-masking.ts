import { withMasking } from '#src/access/index';
import { breaks, cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

/** Source: CloudWatch Logs User Guide, "Types of data that you can protect". */
const healthAndIdentity: readonly string[] = [
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
];

export default defineRemedy({
  id: 'aws/log/phi-masking',
  title: 'Mask health and identity data in the log group',
  cures: ['aws/log/phi-masking'],
  kind: 'aws.logs.logGroup',
  fact: 'dataProtectionPolicy',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'entries that arrive until then stay masked for whoever lacks logs:Unmask',
  },
  settings: { identifiers: healthAndIdentity },
  desired: (text, { settings: { identifiers }, subject }) => {
    if ('class' in subject && subject.class !== 'STANDARD')
      return cannot('only log groups of the class Standard mask what they hold');
    const strange = identifiers.filter((name) => !/^[A-Za-z]+(-[A-Z]{2})?$/.test(name));
    if (strange.length > 0)
      return cannot(`${strange.join(', ')} in the configuration names no identifier of AWS`);
    if (identifiers.length === 0) return cannot('the configuration names no identifiers');
    const masking = withMasking(text, identifiers);
    return 'cannot' in masking ? masking : to(masking.policy);
  },
  consequences: () => [
    breaks(
      'whoever reads the log group without logs:Unmask sees asterisks for what is found, and so do its queries',
    ),
    uncertain(
      'metric filters and subscriptions get new entries masked, too: what reads such data there finds none',
    ),
    harmless('entries that are there already stay as they are, and no entry is lost'),
    uncertain(
      'AWS charges for each GB that is looked at, about 0.12 USD; how many there will be cannot be told from here',
    ),
  ],
});
