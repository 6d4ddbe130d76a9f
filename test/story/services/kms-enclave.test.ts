import { testAccountId } from '../../kit/aws/environment.ts';
import { tellService } from './kit.ts';

const names: Record<string, string> = {};
const measured = 'ab'.repeat(48);
const admin = {
  Sid: 'Admin',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${testAccountId}:root` },
  Action: [
    'kms:Describe*',
    'kms:Get*',
    'kms:List*',
    'kms:Put*',
    'kms:CreateGrant',
    'kms:ScheduleKeyDeletion',
  ],
  Resource: '*',
};
const enclave = (operator: string, value: string) => ({
  Sid: 'Enclave',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${testAccountId}:role/enclave` },
  Action: 'kms:Decrypt',
  Resource: '*',
  Condition: { [operator]: { 'kms:RecipientAttestation:ImageSha384': value } },
});
const everything = { ...admin, Sid: 'Everything', Action: 'kms:*' };
const guard = {
  Sid: 'Guard',
  Effect: 'Deny',
  Principal: '*',
  Action: ['kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DeriveSharedSecret'],
  Resource: '*',
  Condition: { StringNotEqualsIgnoreCase: { 'kms:RecipientAttestation:ImageSha384': measured } },
};
const exact = enclave('StringEqualsIgnoreCase', measured);
const policies = {
  strict: [admin, exact],
  guarded: [everything, exact, guard],
  bypassed: [everything, exact],
  lent: [admin, exact],
  debug: [admin, enclave('StringEquals', '0'.repeat(96))],
  plain: [everything],
};

tellService({
  title: 'keys that are for enclaves, on moto',
  checks: [
    'aws/kms/enclave-attestation-enforced',
    'aws/kms/enclave-attestation-bypass',
    'aws/kms/enclave-pcr-mismatch',
  ],
  settings: { 'aws/kms/enclave-pcr-mismatch': { knownGood: [measured] } },
  async seed(sdk) {
    const kms = await sdk('kms');
    for (const [name, Statement] of Object.entries(policies)) {
      const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
      const { KeyMetadata } = await kms.createKey({ Description: name, Policy });
      names[name] = KeyMetadata?.KeyId ?? '';
    }
    const GranteePrincipal = `arn:aws:iam::${testAccountId}:role/batch`;
    for (const name of ['lent', 'guarded'])
      await kms.createGrant({ KeyId: names[name], GranteePrincipal, Operations: ['Decrypt', 'DescribeKey'] });
    await kms.createGrant({ KeyId: names['strict'], GranteePrincipal, Operations: ['DescribeKey'] });
  },
  get expects() {
    const of = (...wanted: (keyof typeof policies)[]) => wanted.map((name) => names[name] ?? '');
    const notApplicable = of('plain');
    return {
      'aws/kms/enclave-attestation-enforced': {
        pass: of('strict', 'guarded', 'bypassed', 'lent'),
        fail: of('debug'),
        notApplicable,
      },
      'aws/kms/enclave-attestation-bypass': {
        pass: of('strict', 'guarded', 'debug'),
        fail: of('bypassed', 'lent'),
        notApplicable,
      },
      'aws/kms/enclave-pcr-mismatch': {
        pass: of('strict', 'guarded', 'bypassed', 'lent'),
        fail: of('debug'),
        notApplicable,
      },
    };
  },
});
