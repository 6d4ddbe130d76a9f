import { defineCheck, fail, notApplicable, passBecause, phiSettings, phiTag } from '#src/check';

/** Source: CloudWatch Logs User Guide, "Types of data that you can protect": protected health information. */
const health = [
  'DrugEnforcementAgencyNumber-US',
  'HealthcareProcedureCode-US',
  'HealthInsuranceCardNumber-EU',
  'HealthInsuranceClaimNumber-US',
  'HealthInsuranceNumber-FR',
  'MedicareBeneficiaryNumber-US',
  'NationalDrugCode-US',
  'NationalProviderId-US',
  'NhsNumber-GB',
  'PersonalHealthNumber-CA',
];

export default defineCheck({
  id: 'aws/log/phi-masking',
  title: 'A log group tagged PHI masks health identifiers',
  severity: 'medium',
  controls: ['164.312(a)(1)', '164.502(b)'],
  kind: 'aws.logs.logGroup',
  facts: ['tags', 'masked'],
  settings: { ...phiSettings, healthIdentifiers: health },
  evaluate: ({ tags, masked }, { settings }) => {
    const phi = phiTag(tags, { keys: settings.phiKeys, values: settings.phiValues });
    if (phi === null) return notApplicable('no tag says that it holds PHI');
    const found = (masked ?? []).filter((name) => settings.healthIdentifiers.includes(name));
    if (found.length > 0) return passBecause(`masks ${found.join(', ')}`);
    if (masked === null || masked.length === 0)
      return fail(`tagged ${phi.key}: ${phi.value}, and nothing is masked`);
    return fail(
      `tagged ${phi.key}: ${phi.value}; masks ${masked.join(', ')}, and no health identifier among them`,
    );
  },
});
